/** The laws on integers: against 45 digits of mpmath 1.3, exact rational numbers, direct sums, and each other. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FiniteLaw, type Law, bernoulli, binomial, categorical, discreteUniform, entropy, expectation, finiteFromWeights, geometric, kl, logLikelihood, logProbability, pmf, poisson, probability } from '../../lib/distribution/index.ts'; // prettier-ignore
import { type Bounded, bounded, compare, exact, log, multiply, negate, sum } from '../../lib/number/bounded.ts';
import { stream } from '../../lib/number/stream.ts';
import {
  type Rational,
  encloses,
  fromDecimal,
  fromNumber,
  minus,
  over,
  plus,
  rational,
  times,
} from '../number/rational.ts';
import { ENTROPIES, LOG_PROBABILITIES } from './discrete.reference.ts';
import { withMembers } from './registry.ts';
import { expectHeld } from '../number/truth.ts';

const makers = { poisson, binomial, geometric, bernoulli, 'discrete uniform': discreteUniform } as Record<
  string,
  (...p: number[]) => FiniteLaw
>;

/** An entry of test/reference/laws.json. */
interface Entry {
  readonly law: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly entropy: string;
  readonly points: readonly { readonly x: number; readonly logDensity: string }[];
}

/** The true value is inside the bound, and the bound is at most so many units in the last place of size. */
function within(b: Bounded, truth: Rational, units: number, size = Math.abs(b.value)): void {
  // the truth itself is cut after 45 digits
  const whole = bounded(b.value, b.error + 1e-44 * Math.abs(b.value));
  expect({ b, encloses: encloses(whole, truth) }).toEqual({ b, encloses: true });
  expect(b.error).toBeLessThanOrEqual(units * Number.EPSILON * size + 1e-320);
}

/**
 * What is rounded in a log-probability: beside the result log(2 pi k)/2 and its likes, at most 20. They do not enter
 * where the outcome is all but sure, which is summed by log1p.
 */
const sizeOf = ({ value }: Bounded): number => Math.abs(value) + (value > -(2 ** -33) ? 0 : 20);

describe('against reference values', () => {
  it.each(LOG_PROBABILITIES)('log P of %s(%j) at %d', (name, parameters, k, digits) => {
    const law = makers[name]!(...parameters);
    const l = law.logProbability!(k);
    within(l, fromDecimal(digits), 30, sizeOf(l));
    expect(logProbability(law, k)).toEqual(l);
  });
  const file = JSON.parse(readFileSync(new URL('../reference/laws.json', import.meta.url), 'utf8')) as {
    laws: Entry[];
  };
  const entries = file.laws.filter(({ law }) => law in makers);
  it.each(entries.map((e) => [`${e.law} ${JSON.stringify(e.parameters)}`, e] as const))('%s', (_, e) => {
    const law = makers[e.law]!(...Object.values(e.parameters));
    for (const { x, logDensity } of e.points) {
      const l = logProbability(law, x);
      if (logDensity === '-Infinity') expect([x, l]).toEqual([x, exact(-Infinity)]);
      else within(l, fromDecimal(logDensity), 30, sizeOf(l));
    }
    // listing the places around 10^9 takes a second
    if (law.mean!.value < 1e9) within(entropy(law), fromDecimal(e.entropy), 40);
  });
  it('of every law on integers', () =>
    expect(new Set(entries.map((e) => e.law))).toEqual(new Set(Object.keys(makers))));
  it.each(ENTROPIES)('entropy of %s(%j)', (name, parameters, digits) => {
    within(entropy(makers[name]!(...parameters)), fromDecimal(digits), 40);
  });
});

/** n over k in whole numbers. */
function choose(n: number, k: number): bigint {
  let c = 1n;
  for (let i = 1; i <= k; i++) c = (c * BigInt(n - i + 1)) / BigInt(i);
  return c;
}
const power = (a: Rational, n: number): Rational => rational(a.n ** BigInt(n), a.d ** BigInt(n));
const whole = (n: number): Rational => rational(BigInt(n));

describe('against exact rational numbers', () => {
  it.each([[20, 0.3], [30, 1e-300], [7, 1 - 2 ** -53], [5, 5e-324], [100, 0.5], [3, 1], [3, 0], [0, 0.5]] as const)('binomial(%d, %d)', (n, p) => {
    const law = binomial(n, p);
    const [a, b] = [fromNumber(p), minus(whole(1), fromNumber(p))];
    for (const k of law.outcomes) {
      const truth = times(times(rational(choose(n, k)), power(a, k)), power(b, n - k));
      within(law.probabilities[k]!, truth, 2);
      expect(encloses(pmf(law, k), truth)).toBe(true);
    }
    within(law.mean!, times(whole(n), a), 1);
    within(law.variance!, times(times(whole(n), a), b), 4);
  }); // prettier-ignore
  it.each([0.3, 0.99, 2 ** -6, 1 - 2 ** -53, 1])('geometric(%d)', (p) => {
    const law = geometric(p);
    const [a, b] = [fromNumber(p), minus(whole(1), fromNumber(p))];
    for (const [i, k] of law.outcomes.slice(0, 200).entries())
      within(law.probabilities[i]!, times(a, power(b, k - 1)), 2);
    within(law.mean!, over(whole(1), a), 1);
    within(law.variance!, over(b, times(a, a)), 4);
    const last = law.outcomes.at(-1)!;
    const omitted = power(b, last);
    expect(encloses(bounded(0, law.tail?.omitted ?? 0), omitted)).toBe(true);
  });
  it.each([[1, 6], [-5, 10], [0, 99_999], [7, 7], [-(2 ** 51), 2 ** 51 - 1], [2 ** 53 - 2, 2 ** 53 - 1]] as const)('discrete uniform(%d, %d)', (lower, upper) => {
    const law = discreteUniform(lower, upper);
    const m = plus(minus(whole(upper), whole(lower)), whole(1));
    within(law.mean!, over(plus(whole(lower), whole(upper)), whole(2)), 1);
    within(law.variance!, over(minus(times(m, m), whole(1)), whole(12)), 4);
    if (upper > lower) within(law.entropy!, fromDecimal(Math.log(upper - lower + 1).toString()), 4);
    expect(law.logProbability!(lower)).toEqual(negate(law.entropy!));
    for (const off of [lower - 1, upper + 1, -0.5]) expect(law.logProbability!(off)).toEqual(exact(-Infinity));
    if (upper - lower < 2 ** 21) for (const p of law.probabilities.slice(0, 9)) within(p, over(whole(1), m), 1);
  }); // prettier-ignore
});

const open: FiniteLaw[] = [
  ...[0.3, 1e-20, 1 - 2 ** -53].map(bernoulli),
  ...([[20, 0.3], [1000, 0.999], [1e4, 1e-3]] as const).map(([n, p]) => binomial(n, p)), // prettier-ignore
  ...[1e-10, 2.5, 1000].map(poisson),
  ...[0.3, 0.99, 0.001].map(geometric),
  categorical([0.5, 0.25, 0.125, 0.125]),
  categorical([0.1, 0.2, 0.7], [-1, 0, 2]),
];
const shown = (law: Law) => `${law.name} ${JSON.stringify(law.parameters ?? {})}`;

describe('score and information', () => {
  it.each(open.map((law) => [shown(law), law] as const))('%s: the score has mean 0 and the information as covariance', (_, law) => {
    const information = law.information!();
    const at = (x: number) => law.score!(x);
    const free = at(law.outcomes[0]!).length;
    expect(information.length).toBe(free);
    for (let i = 0; i < free; i++) {
      const size = Math.sqrt(information[i]![i]!.value);
      const m = expectation(law, (x) => at(x)[i]!);
      expect(compare(m, exact(0))).toBe('overlap');
      expect(m.error).toBeLessThan(1e-9 * size);
      for (let j = 0; j < free; j++) {
        const v = expectation(law, (x) => multiply(at(x)[i]!, at(x)[j]!));
        expect({ v, information: information[i]![j], order: compare(v, information[i]![j]!) }).toMatchObject({ order: 'overlap' });
        expect(v.error).toBeLessThan(1e-9 * size * Math.sqrt(information[j]![j]!.value));
      }
    }
  }); // prettier-ignore
  it('there is none where the support moves, and no value off the support', () => {
    expect(discreteUniform(1, 6).score).toBeUndefined();
    expect(categorical([0.5, 0.5]).score!(7)[0]!.value).toBeNaN();
  });
});

/** Without a name no closed form is found. */
const nameless = (law: FiniteLaw): FiniteLaw => withMembers(law, { name: '', entropy: undefined });

describe('sums', () => {
  it.each(open.map((law) => [shown(law), law] as const))('%s: entropy is the direct sum', (_, law) => {
    const terms = law.probabilities.map((p) => (p.value > p.error ? negate(multiply(p, log(p))) : bounded(0, 1e-300)));
    const direct = sum([...terms, bounded(0, 1e-28)]);
    expect(compare(entropy(law), direct)).toBe('overlap');
    expect(entropy(law).error).toBeLessThan(1e-13 * entropy(law).value);
  });
  it.each([[10, 12, 0.3, 0.3], [12, 13, 0.3, 0.9], [0, 5, 0.5, 0.5], [400, 500, 0.5, 0.4]] as const)('binomial of %d from %d', (n, m, p, q) => {
    const [a, b] = [binomial(n, p), binomial(m, q)];
    const d = kl(a, b);
    const direct = sum(
      a.outcomes.map((k) => multiply(a.probabilities[k]!, sum([log(a.probabilities[k]!), negate(log(b.probabilities[k]!))]))),
    );
    expect({ d, direct, order: compare(d, direct) }).toMatchObject({ order: 'overlap' });
    expect(d.error).toBeLessThan(1e-13 * Math.max(1, d.value));
    expect(kl(b, a)).toEqual(exact(Infinity));
  }); // prettier-ignore
  it('a success that is impossible, or sure', () => {
    expectHeld(kl(binomial(5, 0), binomial(4, 0.5)), 4 * Math.LN2);
    expect(kl(binomial(5, 1), binomial(4, 1))).toEqual(exact(Infinity));
    expectHeld(kl(binomial(4, 1), binomial(4, 0.5)), 4 * Math.LN2);
    expect(kl(binomial(1e15, 0.5), binomial(1e14, 0.5))).toEqual(exact(Infinity));
    within(kl(binomial(1e15, 0.5), binomial(1e15, 0.5000001)), fromDecimal('19.9999999789461660515160675058'), 2 ** 24);
  });
  it.each([
    [poisson(2.5), poisson(4)], [poisson(1e-10), poisson(1)], [geometric(0.3), geometric(0.31)], [geometric(0.9), geometric(0.2)],
    [discreteUniform(1, 6), discreteUniform(0, 100)], [binomial(20, 0.3), binomial(20, 0.31)], [geometric(1), geometric(0.5)],
  ].map(([p, q]) => [shown(p!), shown(q!), p!, q!] as const))('%s from %s: the closed form is the sum', (_, __, p, q) => {
    const [closed, summed] = [kl(p, q), kl(nameless(p), nameless(q))];
    expect({ closed, summed, order: compare(closed, summed) }).toMatchObject({ order: 'overlap' });
    expect(closed.error).toBeLessThan(1e-14 * closed.value);
    expect(summed.error).toBeLessThan(1e-13);
  }); // prettier-ignore
  it('rates whose ratio is not a number of the machine', () => {
    const d = kl(poisson(7.5e9), poisson(8.9e-300)); // 7.5e9 (log(7.5e9/8.9e-300) - 1)
    expectHeld(d, 7.5e9 * (Math.log(7.5e9) - Math.log(8.9e-300) - 1), 8);
    expect(d.error).toBeLessThan(1e-14 * d.value);
  });
  it('a geometric law from a Poisson law, which falls faster', () => {
    const [p, q] = [geometric(0.5), poisson(1)];
    // sum 2^-k (-k log 2 + 1 + log k!) = 1 - 2 log 2 + sum 2^-k log k!
    within(kl(p, q), fromDecimal('0.629373484616986165543619438528'), 45);
    expect(kl(p, q).error).toBeLessThan(1e-14);
    expect(kl(q, p)).toEqual(exact(Infinity)); // q can be 0
  });
  it('a countable law is not absolutely continuous with respect to a finite one', () => {
    expect(kl(poisson(1), binomial(10, 0.1))).toEqual(exact(Infinity));
    expect(kl(poisson(1), binomial(1000, 0.001))).toEqual(exact(Infinity));
    expect(kl(geometric(0.5), discreteUniform(1, 1000))).toEqual(exact(Infinity));
    expect(kl(binomial(1000, 0.999), geometric(0.3))).toEqual(exact(Infinity)); // by 0, of probability 10^-3000
    const d = kl(binomial(1000, 0.001), poisson(1));
    expect(encloses(d, fromDecimal('0.000000250250250292086873168686640037'))).toBe(true);
    expect(d.error).toBeLessThan(1e-15);
  });
});

describe('lists', () => {
  it('are refused where they are too long, but the rest is there', () => {
    const laws: [FiniteLaw, string][] = [
      [binomial(1e15, 0.5), 'binomial: n must be at most 1000000 to list the outcomes, got 1000000000000000'],
      [poisson(2 ** 40), 'poisson: lambda must be at most 2^30 to list the outcomes, got 1099511627776'],
      [geometric(1e-10), 'geometric: p must be at least 2^-15 to list the outcomes, got 1e-10'],
      [
        discreteUniform(5, 1e9),
        'discrete uniform: upper must be less than 5 + 2^21 to list the outcomes, got 1000000000',
      ],
    ];
    for (const [law, text] of laws) {
      for (const read of [() => law.outcomes, () => law.probabilities]) expect(read).toThrow(new RangeError(text));
      for (const v of [law.mean!, law.variance!, logProbability(law, 7)])
        expect(v.error / Math.abs(v.value)).toBeLessThan(1e-14);
      expect(law.sampler!(stream(1))()).toBeGreaterThan(0);
    }
  });
  it('are made once', () => {
    for (const law of open) expect(law.probabilities).toBe(law.probabilities);
  });
  it('a countable law goes on beyond its list', () => {
    const [p, g] = [poisson(1), geometric(0.5)];
    expect(g.outcomes.at(-1)).toBeLessThan(110);
    within(probability(g, 1000), power(rational(1n, 2n), 1000), 3000);
    expect(compare(probability(p, 100), log(exact(1)))).toBe('greater');
    for (const law of [p, g, binomial(5, 0.5), discreteUniform(0, 5), bernoulli(0.5)])
      for (const x of [-1, 0.5, NaN, Infinity, 1e300 * law.outcomes.at(-1)! ** 0])
        if (x !== 1e300 || !law.tail)
          expect([x, logProbability(law, x), pmf(law, x)]).toEqual([x, exact(-Infinity), exact(0)]);
  });
  it('the log-likelihood of any law', () => {
    expect(logLikelihood(bernoulli(0), [0, 1])).toEqual(exact(-Infinity));
    expect(logLikelihood(bernoulli(0), [0, 0])).toEqual(exact(0));
    const die = finiteFromWeights([1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6]);
    expectHeld(logLikelihood(die, Float64Array.of(1, 6)), -2 * Math.log(6), 2);
    const l = logLikelihood(binomial(1e15, 0.3), [3e14, 3e14 + 1e7]);
    within(l, fromDecimal('-35.0541009596913721567531957697823416612051779'), 60);
  });
});
