/** What the laws give by quadrature alone, against values known to 40 digits. */
import { describe, expect, it } from 'vitest';
import {
  type DensityLaw,
  beta,
  cauchy,
  domainOf,
  entropy,
  expectation,
  gamma,
  kl,
  lognormal,
  normal,
  normalMixture,
  studentT,
} from '../../lib/distribution/index.ts';
import { type Bounded, abs, exact, exp, log, multiply, square, subtract } from '../../lib/number/bounded.ts';
import { integrate } from '../../lib/number/quadrature.ts';
import reference from '../number/quadrature.reference.json' with { type: 'json' };
import { atMost, encloses, fromDecimal, fromNumber, minus, size, times } from '../number/rational.ts';

const truths = reference.values as Record<string, string>;
const numbers = (text: string): number[] => text.split(' ').map(Number);
/** A law without its closed forms. */
const bare = (law: DensityLaw): DensityLaw => ({ ...law, klTo: undefined as never, entropy: null });
const parsed = (text: string): DensityLaw => {
  const [weights = [], mus = [], sigmas = []] = text.split('|').map(numbers);
  return normalMixture(weights, mus, sigmas);
};
const two = (make: (a: number, b: number) => DensityLaw, text: string): [DensityLaw, DensityLaw] => {
  const [a = 0, b = 0, c = 0, d = 0] = numbers(text);
  return [make(a, b), make(c, d)];
};
const t = (df: string): DensityLaw => (df === 'normal' ? normal(0, 1) : studentT(Number(df)));

/** The bound holds the truth, and neither it nor the true error is more than `most` of the truth. */
function close(got: Bounded, text: string, most: number, bound = most): void {
  const truth = fromDecimal(text);
  const off = size(minus(truth, fromNumber(got.value)));
  const place = { value: got.value, error: got.error, truth: text };
  expect({ ...place, honest: encloses(got, truth) }).toEqual({ ...place, honest: true });
  expect({ ...place, close: atMost(off, times(fromNumber(most), size(truth))) }).toEqual({ ...place, close: true });
  expect(got.error).toBeLessThanOrEqual(bound * Math.abs(Number(text)));
}

const makers: [RegExp, (rest: string) => [DensityLaw, DensityLaw]][] = [
  [/^normal divergence of (.*)$/, (rest) => two(normal, rest)],
  [/^gamma divergence of (.*)$/, (rest) => two(gamma, rest)],
  [/^beta divergence of (.*)$/, (rest) => two(beta, rest)],
  [/^t divergence of (.*)$/, (rest) => rest.split(' ').map(t) as [DensityLaw, DensityLaw]],
  [/^mixture divergence of (.*)$/, (rest) => rest.split(' from ').map(parsed) as [DensityLaw, DensityLaw]],
];

/** How wide the bound may be, relative to the divergence, where it cannot be 1e-13. */
const WIDE: Record<string, number> = {
  // a double near 1e8 is 1e-5 of the width away from a node
  'normal divergence of -1e8 1e-3 1e8 1e3': 1e-10,
  // log-densities at 1e7, and half of the integral beyond the doubles near 0, whose exponent is 0.01
  'gamma divergence of 1e7 1 1e4 1': 1e-12,
  'gamma divergence of 0.01 1 1 1': 1e-12,
  'beta divergence of 0.01 0.01 0.5 0.5': 1e-12,
  // poles of log q next to the line
  'mixture divergence of 1 1|-3 3|1 1 from 1 1 2|-100 0 50|1 0.5 3': 1e-6,
};

describe('Kullback-Leibler divergence by quadrature', () => {
  const cases = Object.entries(truths).flatMap(([name, truth]) =>
    makers.flatMap(([pattern, make]) => {
      const found = pattern.exec(name);
      return found ? [[name, make(found[1]!), truth] as const] : [];
    }),
  );
  it.each(cases)('%s', (name, [p, q], truth) => {
    // mostly the value is better than its bound
    close(kl(bare(p), bare(q)), truth, name.includes('1e8 1e3') ? 1e-10 : 1e-13, WIDE[name] ?? 1e-13);
  });

  it.each([
    't divergence of 3 10',
    't divergence of 10 3',
    't divergence of 5 normal',
    't divergence of normal 3',
    'normal divergence of 0 1 1 2',
    'normal divergence of 0 1 1e6 1',
    'gamma divergence of 0.5 1 200 30',
    'gamma divergence of 200 30 0.5 1',
    'mixture divergence of 1 3|-2 1|0.5 1 from 1 1|-3 3|1 1',
    'mixture divergence of 1 1|-3 3|1 1 from 1 3|-2 1|0.5 1',
  ])('%s: to 8 units in the last place', (name) => {
    const [p, q] = makers.flatMap(([pattern, make]) => {
      const found = pattern.exec(name);
      return found ? make(found[1]!) : [];
    });
    close(kl(bare(p!), bare(q!)), truths[name]!, 8 * Number.EPSILON, 1e-13);
  });

  it('goes to infinity without a finite lie', () => {
    // without their names nothing says that the moment is missing
    const nameless = (law: DensityLaw): DensityLaw => ({ ...bare(law), name: '' });
    expect(kl(nameless(cauchy(0, 1)), normal(0, 1)).error).toBe(Infinity);
    expect(kl(nameless(studentT(2)), normal(0, 1)).error).toBe(Infinity);
    expect(kl(normal(0, 1), cauchy(0, 1)).error).toBeLessThan(1e-13);
  });
});

describe('expectations by quadrature', () => {
  const far = (law: string): boolean => law === '-1e9 1e-3';
  it.each(['0 1', '1000 1e-3', '-3 2.5', '1e6 1e-3', '1e-5 1e3', '0 1e-150', '-1e9 1e-3'])('normal %s', (text) => {
    const [m = 0, s = 1] = numbers(text);
    const law = normal(m, s);
    const most = far(text) ? 1e-8 : 2e-14;
    close(
      expectation(law, () => exact(1)),
      '1',
      most,
    );
    if (Math.abs(m) > 1) close(expectation(law, exact), truths[`normal moment 1 of ${text}`]!, most);
    close(entropy(bare(law)), truths[`normal entropy of ${text}`]!, far(text) ? 1e-8 : 1e-13);
  });

  it.each(['0.5 1', '200 30', '1 1', '2 3', '0.01 1', '1e4 1', '0.1 1e-5', '3 1e8'])('gamma %s', (text) => {
    const [a = 1, r = 1] = numbers(text);
    const law = gamma(a, r);
    close(expectation(law, () => exact(1)), '1', a < 0.1 ? 1e-12 : 1e-13); // prettier-ignore
    close(expectation(law, exact), truths[`gamma mean of ${text}`]!, 1e-13);
    close(expectation(law, (x) => log(exact(x))), truths[`gamma logarithm of ${text}`]!, a < 0.5 ? 1e-12 : 1e-13); // prettier-ignore
  });

  it.each(['0.5 0.5', '2 5', '0.5 3', '1 1', '0.01 5', '5 0.1', '0.01 0.01'])('beta %s, log(1 - X) too', (text) => {
    const [a = 1, b = 1] = numbers(text);
    const law = beta(a, b);
    const most = Math.min(a, b) < 0.1 ? 1e-12 : 1e-13;
    close(expectation(law, () => exact(1)), '1', most); // prettier-ignore
    close(expectation(law, exact), truths[`beta mean of ${text}`]!, most);
    close(expectation(law, (_, below) => log(exact(below!))), truths[`beta logarithm of ${text}`]!, most); // prettier-ignore
    close(expectation(law, (_, __, above) => log(exact(above!))), truths[`beta complement of ${text}`]!, most); // prettier-ignore
  });

  it.each(['0.02', '0.1', '1', '1.5', '2', '3', '5', '100'])('t with %s degrees of freedom has mass 1', (df) => {
    close(expectation(studentT(Number(df)), () => exact(1)), '1', Number(df) < 1 ? 1e-12 : 1e-13); // prettier-ignore
    close(expectation(studentT(Number(df), 1000, 1e-3), () => exact(1)), '1', Number(df) < 1 ? 1e-12 : 1e-13); // prettier-ignore
  });

  it.each(['1 3|-2 1|0.5 1', '1 1|-3 3|1 1', '1 1 2|-100 0 50|1 0.5 3', '1 1e-9|0 20|1 1', '1 1|0 0.5|1 1e-3'])(
    'mixture %s',
    (text) => {
      close(expectation(parsed(text), () => exact(1)), '1', 1e-13); // prettier-ignore
      close(entropy(bare(parsed(text))), truths[`mixture entropy of ${text}`]!, 1e-13);
    },
  );

  it('what does not exist has no bound, or is infinite', () => {
    const one = (f: (x: Bounded) => Bounded) => (x: number): Bounded => f(exact(x)); // prettier-ignore
    // the two tails pull apart, wherever the centre is
    for (const location of [0, -2, 3]) expect(expectation(cauchy(location, 0.5), exact).error).toBe(Infinity);
    const grows = ({ value, error }: Bounded): void => expect([value, error]).toContain(Infinity);
    grows(expectation(cauchy(3, 0.1), one(abs)));
    grows(expectation(studentT(1.5, -2, 3), one(square)));
    grows(expectation(studentT(2), one(square)));
    grows(expectation(normal(0, 1), one((x) => exp(square(x))))); // prettier-ignore
    grows(expectation(normal(1000, 1e-3), one((x) => exp(square(multiply(subtract(x, exact(1000)), exact(1000))))))); // prettier-ignore
    grows(expectation(lognormal(0, 1), one(exp)));
    grows(expectation(gamma(1, 1), one((x) => exp(multiply(exact(-1), log(x)))))); // prettier-ignore
  });
});

it('divergences of everyday pairs need at most 250 evaluations', () => {
  const pairs: [DensityLaw, DensityLaw][] = [
    [normal(0, 1), normal(1, 2)],
    [normal(1000, 1e-3), normal(1000.001, 2e-3)],
    [normal(0, 1), studentT(3)],
    [studentT(5), normal(0, 1)],
    [gamma(0.5, 1), gamma(200, 30)],
    [gamma(2, 3), gamma(3, 1)],
    [beta(0.5, 0.5), beta(2, 5)],
    [beta(2, 5), beta(3, 3)],
  ];
  for (const [p, q] of pairs) {
    let n = 0;
    const f = (...at: [number, number, number]): Bounded => (
      n++,
      multiply(p.density(...at), subtract(p.logDensity(...at), q.logDensity(...at)))
    );
    expect(integrate(f, domainOf(p)).error).toBeLessThan(1e-10);
    expect([p.name, q.name, n, n <= 250]).toEqual([p.name, q.name, n, true]);
  }
});

it('a mixture beside a normal law that is almost its own has a bound where both underflow', () => {
  const found = kl(normalMixture([0.05, 0.95], [-0.375, 0.375], [1.15, 1.15]), normal(0.33595, 1.16293));
  expect(Math.abs(found.value - 0.000013951273303811449)).toBeLessThanOrEqual(found.error);
  expect(found.error).toBeLessThan(2 ** -50);
});
