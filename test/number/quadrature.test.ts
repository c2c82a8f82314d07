import { describe, expect, it } from 'vitest';
import { type Bounded, U, exact } from '../../lib/number/bounded.ts';
import { withLeeway } from '../../lib/number/precision.ts';
import { type Domain, type Integrand, integrate } from '../../lib/number/quadrature.ts';
import { RATE, table } from '../../lib/number/rules.ts';
import { stream } from '../../lib/number/stream.ts';
import { ROUGH } from '../../lib/check/look.ts';
import { integrals } from './quadrature.integrals.ts';
import reference from './quadrature.reference.json' with { type: 'json' };
import { atMost, encloses, fromDecimal, fromNumber, minus, size, times } from './rational.ts';
import { expectHeld } from './truth.ts';

const EPS = Number.EPSILON;
const truths = reference.values as Record<string, string>;
/** A function of a double with an error of a few roundings. */
const plain =
  (f: (x: number, below: number, above: number) => number): Integrand =>
  (...at) => ({ value: f(...at), error: 8 * EPS * Math.abs(f(...at)) });
const line = (centre = 0, scale = 1, breaks: number[] = []): Domain => ({
  lower: -Infinity,
  upper: Infinity,
  centre,
  scale,
  breaks,
});
const from = (lower: number, upper: number, breaks: number[] = []): Domain => ({
  lower,
  upper,
  centre: Number.isFinite(upper) ? (lower + upper) / 2 : lower + 1,
  scale: Number.isFinite(upper) ? upper - lower : 1,
  breaks,
});
const root = Math.sqrt(Math.PI);
const gauss = (x: number): number => Math.exp((-x * x) / 2);

describe('nodes', () => {
  it('are those of the reference', () => expect(reference.rates).toEqual(RATE));
  it.each(reference.nodes)('$kind at $t: each number is within U of the truth', ({ kind, t, ...truth }) => {
    const node = [0, 1, 2, 3].flatMap((level) => table(kind as 'line', level)).find((n) => n.t === t)!;
    for (const part of ['place', 'other', 'slope'] as const) {
      const exactly = fromDecimal(truth[part]);
      // one part in 2^20 for what double-double loses before the rounding
      const allowed = times(fromNumber(U * (1 + 2 ** -20)), size(exactly));
      const got = node[part];
      expect({ part, got, close: atMost(size(minus(exactly, fromNumber(got))), allowed) }).toEqual({ part, got, close: true }); // prettier-ignore
    }
  });
});

/** How much may be lost, relative to the integral of |f|, beside 8 times what the bounds of f lose; and why not less. */
const LOST: readonly [RegExp, number][] = [
  // x is 1e12, 1e11 or 1e9 widths from 0: only what is of second order in the rounding of x is left
  [/^normal .* of -1e9 1e-3$/, 1e-6],
  [/^normal divergence of -1e8 1e-3 1e8 1e3$/, 1e-10],
  [/^normal deviation of 1e6 1e-3$/, 1e-11],
  // subnormal numbers are known no better, or nearly so
  [/^normal (moment [24] of 0 1e-150|overlap with 50)$/, 0.1],
  // a part of the integral beyond 2^-364, which rests on an exponent of 0.01 or so (0.001): errors of f count 1/exponent
  [/^(gamma|beta) .*\b0\.01/, 1e-12],
  [/^gamma logarithm of 0.1 1e-5$/, 1e-12],
  [/^power at (zero 0.999|infinity 1.001)$/, 1e-12],
  [/^t absolute moment of (5 4.5|2 1.9)$/, 1e-12],
  // singular at an end that is not 0, but given by x alone
  [/^beta plain of 0.5 0.5$/, 1e-9],
  [/^plain power below 1000 0.2$/, 1e-8],
  [/^plain power below 1000 0.5$/, 1e-5],
  [/^plain power below 1000 0.9$/, 0.1],
  // kinks and jumps that nobody announced; poles 0.03 beside the line; hundreds of waves in a scale
  [/^silent kink/, 1e-3],
  [/^silent jump/, 0.1],
  [/^mixture divergence of 1 1\|-3 3\|1 1 from 1 1 2/, 1e-6],
  [/^sine under exponential 20$/, 1e-4],
  [/^sine under exponential 50$/, 1e-2],
  [/^cosine under lorentzian$/, 0.1],
];

describe('integrals known to 40 digits', () => {
  it('are all there', () => {
    expect(integrals.map((i) => i.name).sort()).toEqual(Object.keys(truths).sort());
    expect(integrals.length).toBeGreaterThan(300);
  });

  it.each(integrals.map((i) => [i.name, i] as const))('%s: honest and tight', (name, { f, domain }) => {
    const got = integrate(f, domain);
    const truth = fromDecimal(truths[name]!);
    expect({ got, truth: truths[name], honest: encloses(got, truth) }).toEqual({ got, truth: truths[name], honest: true }); // prettier-ignore
    // what the bounds of f and the size of |f| make of it, with no cancellation
    const whole = integrate((...at) => ({ value: Math.abs(f(...at).value), error: 0 }), domain).value;
    const given = integrate((...at) => ({ value: f(...at).error, error: 0 }), domain).value;
    const lost = LOST.find(([pattern]) => pattern.test(name))?.[1] ?? 2e-14;
    const most = lost * Math.max(whole, Math.abs(Number(truths[name]))) + 8 * given + 4 * Number.MIN_VALUE;
    expect(got.error).toBeLessThanOrEqual(most);
  });

  // the narrowest peak of these is 1000 times narrower than their scale
  const whole = integrals.filter(
    ({ name, domain }) => domain.lower === -Infinity && domain.upper === Infinity && !/^mixture.*1e-3/.test(name),
  );
  it.each(whole.map((i) => [i.name, i] as const))('%s: honest by the rule for normal laws too, be it like one or not', (name, { f, domain }) => {
    const truth = fromDecimal(truths[name]!);
    for (const share of [0, ROUGH])
      for (const width of [1, 1 / 3]) {
        const got = withLeeway(share, () => integrate(f, { ...domain, bell: width * domain.scale }));
        expect({ share, width, got, truth: truths[name], honest: encloses(got, truth) }).toEqual({ share, width, got, truth: truths[name], honest: true }); // prettier-ignore
      }
  }); // prettier-ignore

  it('a wave under a bell is seen, however long it is', () => {
    const root = Math.sqrt(Math.PI);
    for (const share of [0, ROUGH])
      for (const width of [Math.SQRT1_2, 1 / 2, 1 / 3])
        for (let w = 0.1; w < 400; w *= 1.04) {
          // w x is rounded, and the sine of that
          const f = (x: number): Bounded => ({ value: Math.exp(-x * x) * Math.cos(w * x), error: Math.exp(-x * x) * (8 + w * Math.abs(x)) * EPS }); // prettier-ignore
          const { value, error } = withLeeway(share, () => integrate(f, { ...line(0, width), bell: width }));
          const off = Math.abs(value - root * Math.exp(-w * w / 4)); // prettier-ignore
          expect({ share, width, w, honest: off <= error + 4 * EPS }).toEqual({ share, width, w, honest: true });
        }
  });

  it('what grows faster than a bell dies out has no integral by its rule either', () => {
    for (const c of [0.49, 0.51, 1]) {
      const got = integrate(plain((x) => Math.exp((c - 0.5) * x * x)), { ...line(), bell: 1 }); // prettier-ignore
      expect([c, got.error < Infinity]).toEqual([c, c < 0.5]);
    }
  });

  it('need no more evaluations than they did', () => {
    const count = (pattern: RegExp): number => {
      let n = 0;
      for (const { name, f, domain } of integrals)
        if (pattern.test(name)) integrate((...at) => (n++, f(...at)), domain);
      return n;
    };
    // in brackets: with sinh(pi/2 sinh t), steps of 1/2 and its halves, and the rounding of x in the bound
    expect(count(/^normal (moment|entropy|cosine|divergence)/)).toBeLessThan(7500); // (7093)
    expect(count(/^t (mass|divergence)/)).toBeLessThan(6500); // (7627)
    expect(count(/^gamma/)).toBeLessThan(8000); // (21755)
    expect(count(/^beta/)).toBeLessThan(6100); // (15440)
    expect(count(/^mixture/)).toBeLessThan(25500); // (27987)
    expect(count(/^(exponential|weibull|lognormal) (mass|mean)/)).toBeLessThan(3300); // (4552)
  });
});

describe('integrate', () => {
  it.each<[string, (x: number) => number, Domain, number, number]>([
    ['gaussian', (x) => Math.exp(-x * x), line(), root, 1e-14],
    ['narrow peak far away', (x) => Math.exp(-((x - 1000) ** 2) * 1e6), line(1000, 1e-3), root * 1e-3, 1e-14],
    ['lorentzian', (x) => 1 / (1 + x * x), line(), Math.PI, 1e-14],
    ['shifted from its centre', (x) => Math.exp(-((x - 5) ** 2)), line(), root, 1e-14],
    ['exponential', (x) => Math.exp(-x), from(0, Infinity), 1, 1e-14],
    ['root singularity', (x) => 1 / Math.sqrt(x), from(0, 1), 2, 1e-14],
    ['logarithm', (x) => Math.log(x), from(0, 1), -1, 1e-14],
    ['polynomial', (x) => x ** 5 - x, from(-1, 2), 9, 1e-14],
    ['kink with its place', (x) => Math.abs(x - 0.3), from(0, 1, [0.3]), 0.29, 1e-14],
    ['oscillation', (x) => Math.cos(20 * x) * Math.exp(-x * x), line(), root * Math.exp(-100), 2e-14],
    ['zero', () => 0, from(0, 1), 0, 1e-300],
  ])('%s: honest and tight', (_, f, domain, truth, tight) => {
    const got = integrate(plain(f), domain);
    expect(Math.abs(got.value - truth)).toBeLessThanOrEqual(got.error + 4 * EPS * Math.abs(truth));
    expect(got.error).toBeLessThanOrEqual(tight * Math.max(1, Math.abs(truth)));
  });

  it('at a break the value of the other side has no say, be it ever so large', () => {
    for (const tiny of [1e-40, 1]) {
      const f = (x: number): number => (x <= 12.5 ? 1 : tiny * Math.exp(12.5 - x));
      const got = integrate(plain(f), { ...from(12, Infinity, [12.5]), scale: 15 });
      expect(Math.abs(got.value - 0.5 - tiny)).toBeLessThanOrEqual(got.error);
      expect(got.error).toBeLessThan(2e-14);
    }
  });

  const diverge: [string, (x: number, below: number, above: number) => number, Domain][] = [
    ['1/x at 0', (x) => 1 / x, from(0, 1)],
    ['1/x at infinity', (x) => 1 / x, from(1, Infinity)],
    ['x^-1.0001 at 0', (x) => x ** -1.0001, from(0, 1)],
    ['x^-0.9999 at infinity', (x) => x ** -0.9999, from(1, Infinity)],
    ['1/(1 - x) at 1', (x) => 1 / (1 - x), from(0, 1)],
    ['1/(1 - x) at 1, by the distance', (_, __, above) => 1 / above, from(0, 1)],
    ['1/(1 - x)^2 at 1', (x) => (1 - x) ** -2, from(0, 1)],
    ['e^(1/x) at 0', (x) => Math.exp(1 / x), from(0, 1)],
    ['1/(x log x) at infinity', (x) => 1 / (x * Math.log(x)), from(2, Infinity)],
    ['1/(x log x log log x)', (x) => 1 / (x * Math.log(x) * Math.log(Math.log(x))), from(3, Infinity)],
    ['-1/(x log x) at 0', (x) => -1 / (x * Math.log(x)), from(0, 0.5)],
    ['log(x)/x', (x) => Math.log(x) / x, from(1, Infinity)],
    ['1/(1 + root x)', (x) => 1 / (1 + Math.sqrt(x)), from(0, Infinity)],
    ['e^-x/x at 0', (x) => Math.exp(-x) / x, from(0, Infinity)],
    ['a constant on the line', () => 1, line()],
    ['growth', (x) => Math.exp(x), line()],
    ['log on a ray', (x) => Math.log(x), from(0, Infinity)],
    ['sine on a ray', (x) => Math.sin(x), from(0, Infinity)],
    ['growing waves', (x) => x * Math.sin(x), from(0, Infinity)],
    ['mean of a Cauchy law', (x) => x / (1 + x * x), line()],
    ['mean of a Cauchy law, off its centre', (x) => x / (1 + (x - 0.7) ** 2), line(0.7)],
    ['mean size of a Cauchy law', (x) => Math.abs(x) / (1 + x * x), line(0, 1, [0])],
    ['variance of t with 2 degrees', (x) => x * x * (1 + (x * x) / 2) ** -1.5, line()],
    ['third moment of t with 3 degrees', (x) => Math.abs(x) ** 3 * (1 + (x * x) / 3) ** -2, line(0, 1, [0])],
    ['E exp(X^2) of a normal law', (x) => gauss(x) * Math.exp(x * x), line()],
    ['E exp(X^2/2) of a normal law', (x) => gauss(x) * Math.exp((x * x) / 2), line()],
    ['E exp(0.501 X^2) of a normal law', (x) => gauss(x) * Math.exp(0.501 * x * x), line()],
    ['E exp(X) of a log-normal law', (x) => (gauss(Math.log(x)) / x) * Math.exp(x), from(0, Infinity)],
    ['E 1/X of gamma(1/2)', (x) => x ** -1.5 * Math.exp(-x), from(0, Infinity)],
    ['E 1/X of a normal law at 0', (x) => gauss(x) / x, line()],
    ['E 1/X of a normal law beside 0', (x) => gauss(x - 0.3) / x, line(0.3)],
    ['E 1/(X (1 - X)) of beta(1/2, 1/2)', (_, below, above) => (below * above) ** -1.5, from(0, 1)],
    ['KL of a Cauchy law from a normal', (x) => ((x * x) / 2 - Math.log1p(x * x)) / (1 + x * x), line()],
    ['1/x^2 through its pole', (x) => x ** -2, from(-1, 1)],
    ['1/x^2 past its pole', (x) => x ** -2, from(-1, 2)],
    ['1/x past its pole', (x) => 1 / x, from(-1, 2)],
    ['1/x with its pole named', (x) => 1 / x, from(-1, 2, [0])],
    ['1/|x - 0.3|', (x) => 1 / Math.abs(x - 0.3), from(0, 1)],
    ['1/|x - 0.3| with its pole named', (x) => 1 / Math.abs(x - 0.3), from(0, 1, [0.3])],
    ['1 + 0.01/|x - 0.3|', (x) => 1 + 0.01 / Math.abs(x - 0.3), from(0, 1)],
    ['|x - 0.3|^-1.5', (x) => Math.abs(x - 0.3) ** -1.5, from(0, 1)],
    ['tangent', (x) => Math.tan(x), from(0, 3)],
    ['no value', () => NaN, from(0, 1)],
    ['no value on most of the line', (x) => Math.sqrt(1 - x * x), line()],
    ['no value from 1e6 on', (x) => Math.sqrt(1e6 - x) / (1 + x * x), from(0, Infinity)],
    ['infinite', () => Infinity, from(0, 1)],
  ];
  it.each(diverge)('%s: no bound', (_, f, domain) => {
    expect(integrate(plain(f), domain).error).toBe(Infinity);
  });

  it('a second moment that is lost where the density underflows has no bound', () => {
    const density = (x: number): number => (1 + (x * x) / 1.5) ** -1.25;
    const f = (x: number): Bounded => {
      const v = x * x * density(x);
      return { value: v, error: 8 * EPS * v + x * x * 4e-323 };
    };
    expect(integrate(f, line(-2, 3)).error).toBe(Infinity);
  });

  it('a pole inside has no bound wherever it lies', () => {
    const { uniform } = stream(11);
    for (let i = 0; i < 60; i++) {
      const c = uniform();
      const size = 0.05 + uniform();
      for (const p of [1, 1.3])
        expect([
          c,
          integrate(
            plain((x) => 1 + size * Math.abs(x - c) ** -p),
            from(0, 1),
          ).error,
        ]).toEqual([c, Infinity]);
    }
  });

  it.each<[string, (x: number) => number, Domain, number]>([
    ['x^-0.9999 at 0', (x) => x ** -0.9999, from(0, 1), 1 / (1 - 0.9999)],
    ['x^-1.0001 at infinity', (x) => x ** -1.0001, from(1, Infinity), 1 / (1.0001 - 1)],
    ['x^-1.05 log^2 x', (x) => x ** -1.05 * Math.log(x) ** 2, from(1, Infinity), 2 / (1.05 - 1) ** 3],
    ['x^-1.02 (2 + sin(log x))', (x) => x ** -1.02 * (2 + Math.sin(Math.log(x))), from(1, Infinity), 100 + 1 / 1.0004],
    ['x^-1.02 (2 + sin(log x / 50))', (x) => x ** -1.02 * (2 + Math.sin(Math.log(x) / 50)), from(1, Infinity), 125],
    ['1/(x log^2 x) at infinity', (x) => 1 / (x * Math.log(x) ** 2), from(2, Infinity), 1 / Math.LN2],
    ['1/(x log^2 x) at 0', (x) => 1 / (x * Math.log(x) ** 2), from(0, 0.5), 1 / Math.LN2],
    ['1/(x log^10 x)', (x) => 1 / (x * Math.log(x) ** 10), from(2, Infinity), 1 / 9 / Math.LN2 ** 9],
    ['e^-root(log x)/x', (x) => Math.exp(-Math.sqrt(Math.log(x))) / x, from(1, Infinity), 2],
    ['sin(x)/x', (x) => Math.sin(x) / x, from(0, Infinity), Math.PI / 2],
    ['sin(x^2)', (x) => Math.sin(x * x), from(0, Infinity), Math.sqrt(Math.PI / 8)],
    ['sin(1/x)/x', (x) => Math.sin(1 / x) / x, from(0, 1), 0.6247132564277136],
    ['|x - 0.3|^-0.9', (x) => Math.abs(x - 0.3) ** -0.9, from(0, 1), 10 * (0.3 ** 0.1 + 0.7 ** 0.1)],
    ['|x - 0.3|^-0.5, named', (x) => Math.abs(x - 0.3) ** -0.5, from(0, 1, [0.3]), 2 * (0.3 ** 0.5 + 0.7 ** 0.5)],
    ['log|x - 0.3|', (x) => Math.log(Math.abs(x - 0.3)), from(0, 1), 0.3 * Math.log(0.3) + 0.7 * Math.log(0.7) - 1],
  ])('%s barely converges: no bound, or an honest one', (_, f, domain, truth) => {
    const got = integrate(plain(f), domain);
    expectHeld(got, truth, 8); // the truths below are made of at most 8 operations
  });

  it.each<[string, (x: number) => number, Domain, number]>([
    ['jump', (x) => (x < 0.3 ? 1 : 0), from(0, 1), 0.3],
    ['kink', (x) => Math.abs(x - 1 / 3), from(0, 1), 5 / 18],
    ['jump under a gaussian', (x) => (x > 0.77 ? Math.exp(-x * x) : 0), line(), 0.2447567219324277],
  ])('%s not announced: a wide bound, not a wrong one', (_, f, domain, truth) => {
    const got = integrate(plain(f), domain);
    expectHeld(got, truth);
    expect(got.error).toBeGreaterThan(1e-9);
  });

  it('kinks and jumps anywhere, and peaks and waves of any width: never a wrong bound', () => {
    const { uniform } = stream(5);
    for (let i = 0; i < 40; i++) {
      const c = uniform();
      const s = 10 ** (3 * uniform() - 1.7);
      const w = 10 ** (3 * uniform());
      const cases: [string, (x: number) => number, Domain, number][] = [
        ['jump', (x) => (x < c ? 1 : 0), from(0, 1), c],
        ['kink', (x) => Math.abs(x - c), from(0, 1), (c * c + (1 - c) ** 2) / 2],
        ['root', (x) => Math.sqrt(Math.abs(x - c)), from(0, 1), (2 / 3) * (c ** 1.5 + (1 - c) ** 1.5)],
        ['peak', (x) => Math.exp(-(((x - 6 * c + 3) / s) ** 2)), line(), root * s],
        ['lorentzian', (x) => 1 / (1 + ((x - 6 * c + 3) / s) ** 2), line(), Math.PI * s],
        ['wave', (x) => Math.cos(w * x + c), from(0, 1), (Math.sin(w + c) - Math.sin(c)) / w],
        ['far peak', (x) => Math.exp(-(((x - w ** 3) / s) ** 2)), line(w ** 3, s), root * s],
      ];
      for (const [name, f, domain, truth] of cases) {
        const got = integrate(plain(f), domain);
        const place = { name, c, s, w, got, truth };
        const honest = Math.abs(got.value - truth) <= got.error + 8 * EPS * Math.max(Math.abs(truth), 1 / w);
        expect({ ...place, honest }).toEqual({ ...place, honest: true });
      }
    }
  });

  it.each([
    [0.8668, 1e-7, 1],
    [0.3554, 1e-8, 1],
    [0.5666, 1e-7, 1],
    [0.6544, 1e-4, 3],
  ])('levels that agree by luck are not believed: 1 + |x - %f|^k %f, k = %i', (c, e, k) => {
    const truth = 1 + (e * (c ** (k + 1) + (1 - c) ** (k + 1))) / (k + 1);
    const got = integrate(plain((x) => 1 + e * Math.abs(x - c) ** k), from(0, 1)); // prettier-ignore
    expect(Math.abs(got.value - truth)).toBeLessThanOrEqual(got.error);
    expect(got.error).toBeLessThan(1e-11);
  });

  it('a peak that no node of the first levels sees is looked for', () => {
    for (const [place, width] of [
      [2.5, 0.02],
      [-1.7, 0.005],
      [0.6, 0.01],
    ] as const) {
      // prettier-ignore
      const got = integrate((x) => exact(Math.exp(-(((x - place) / width) ** 2))), line());
      expect(got.error).toBeGreaterThan(0);
      expect(Math.abs(got.value - root * width)).toBeLessThanOrEqual(got.error);
    }
  });

  it('peaks far from 0 lose nothing by the rounding of x', () => {
    for (const [centre, scale] of [
      [1, 1e-3],
      [1e3, 1e-3],
      [-7e4, 1e-2],
      [1e6, 1],
      [1e9, 1e3],
    ] as const) {
      // prettier-ignore
      const f = plain((x) => Math.exp(-(((x - centre) / scale) ** 2)));
      const got = integrate(f, line(centre, scale));
      expectHeld(got, root * scale, 3);
      expect(got.error).toBeLessThan(2e-14 * got.value);
    }
  });

  it('gives distances from the ends of the whole domain, true to the node where x is not', () => {
    const breaks = [1000.25];
    const seen: [number, number, number][] = [];
    const got = integrate((x, below, above) => (seen.push([x, below, above]), plain(() => above ** -0.5)(x, 0, 0)), {
      ...from(1000, 1001, breaks),
    });
    expect(Math.abs(got.value - 2)).toBeLessThanOrEqual(got.error);
    expect(got.error).toBeLessThan(2e-14);
    for (const [x, below, above] of seen) {
      // to a unit in the last place of x, but for the steps that try out what x does alone
      expect(Math.abs(below - (x - 1000))).toBeLessThanOrEqual(3e-13);
      expect(Math.abs(above - (1001 - x))).toBeLessThanOrEqual(3e-13);
    }
    expect(Math.min(...seen.map(([, below]) => below))).toBeLessThan(1e-15);
    expect(Math.min(...seen.map(([, , above]) => above))).toBeLessThan(1e-30);
    const open: [number, number][] = [];
    integrate((x, below, above) => (open.push([below, above]), plain(gauss)(x, 0, 0)), line());
    expect(new Set(open.flat())).toEqual(new Set([Infinity]));
  });

  it('carries the bounds of the values', () => {
    const got = integrate((x) => ({ value: Math.exp(-x), error: 1e-6 * Math.exp(-x) }), from(0, Infinity));
    expect(got.error).toBeGreaterThanOrEqual(1e-6);
    expect(got.error).toBeLessThan(1.1e-6);
    const nothing = integrate((x) => ({ value: 0, error: 1e-6 * gauss(x) }), line());
    expect(nothing.value).toBe(0);
    expect(nothing.error).toBeGreaterThan(2.5e-6);
    expect(nothing.error).toBeLessThan(3e-6);
  });

  it('an empty interval is 0, a reversed one has no value, nor has a scale that is none', () => {
    expect(integrate(exact, from(1, 1))).toEqual({ value: 0, error: 0 });
    expect(integrate(exact, from(1, 0)).value).toBeNaN();
    for (const scale of [0, NaN, Infinity, -1])
      for (const domain of [line(0, scale), { ...from(0, Infinity), scale }])
        expect(integrate(plain(gauss), domain).error).toBe(Infinity);
  });

  it.each<[string, Integrand, Domain, number]>([
    ['gaussian', plain(gauss), line(), 170],
    ['gaussian far away', plain((x) => gauss((x - 1000) * 1000)), line(1000, 1e-3), 170],
    ['lorentzian', plain((x) => 1 / (1 + x * x)), line(), 220],
    ['exponential', plain((x) => Math.exp(-x)), from(0, Infinity), 140],
    ['beta(2, 5)', plain((_, below, above) => below * above ** 4), from(0, 1), 90],
    ['constant', plain(() => 1), from(0, 1), 120],
    ['exact zero', () => exact(0), line(), 160],
    ['zero that is not sure', (x): Bounded => ({ value: 0, error: 1e-16 * gauss(x) }), line(), 100],
    ['divergent', plain((x) => x / (1 + x * x)), line(), 40],
    ['kink', plain((x) => Math.abs(x - 0.3)), from(0, 1), 3500],
  ])('needs few evaluations: %s', (_, f, domain, most) => {
    let count = 0;
    integrate((...at) => (count++, f(...at)), domain);
    expect(count).toBeLessThanOrEqual(most);
  });
});
