import { describe, expect, it } from 'vitest';
import {
  type Law,
  crossEntropy,
  entropy,
  expectation,
  jensenShannon,
  kl,
  mean,
  sumOver,
  totalVariation,
  variance,
} from '../../lib/distribution/index.ts';
import { laws, withMembers } from './registry.ts';
import {
  type Bounded,
  add,
  bounded,
  compare,
  exact,
  log,
  multiply,
  negate,
  square,
  subtract,
} from '../../lib/number/bounded.ts';

/** Two computations of one number: their intervals meet, and neither is empty of information. */
function agree(a: Bounded, b: Bounded, tight = 1e-10): void {
  const size = Math.max(Math.abs(a.value), Math.abs(b.value), 1);
  expect({ a, b, order: compare(a, b) }).toEqual({ a, b, order: 'overlap' });
  expect(a.error + b.error).toBeLessThanOrEqual(tight * size);
}

const shown = (law: Law) =>
  `${law.name} ${JSON.stringify(law.parameters ?? (law.kind === 'finite' ? law.outcomes : {}))}`;

for (const { name, examples, refused } of laws) {
  describe(name, () => {
    for (const make of examples) {
      const law = make();
      describe(shown(law), () => {
        // A peak at 1000 of width 1e-3 is known to the rounding of x, 1e-10 of its width.
        const far = law.kind === 'density' ? Math.abs(law.centre / law.scale) : 0;
        const tight = 1e-11 + far * 1e-14;
        it('has total mass 1', () =>
          agree(
            expectation(law, () => exact(1)),
            exact(1),
            tight,
          ));
        it('has the stated mean and variance', () => {
          const m = mean(law);
          if (Number.isNaN(m.value)) return expect(expectation(law, exact).error).toBe(Infinity);
          const first = expectation(law, exact);
          expect(compare(first, m)).toBe('overlap');
          const second = expectation(law, (x) => square(subtract(exact(x), m)));
          const spread = law.kind === 'density' ? law.scale ** 2 : 1;
          expect(first.error + m.error).toBeLessThan(tight * Math.max(Math.sqrt(spread), Math.abs(m.value)));
          const v = variance(law);
          // infinite: no finite number with a bound may come out of the quadrature
          if (v.value === Infinity) return expect([second.value, second.error]).toContain(Infinity);
          expect(compare(second, v)).toBe('overlap');
          expect(second.error + v.error).toBeLessThan(tight * 10 * Math.max(spread, v.value));
        });
        it('has the stated entropy', () => {
          const h = entropy(law);
          const terms =
            law.kind === 'density'
              ? negate(expectation(law, law.logDensity))
              : negate(
                  sumOver(
                    law,
                    law.probabilities.map((w) => (w.value > w.error ? multiply(w, log(w)) : bounded(0, 1e-200))),
                  ),
                );
          expect({ h, terms, order: compare(h, terms) }).toEqual({ h, terms, order: 'overlap' });
          expect(h.error + terms.error).toBeLessThan(tight * 100 * Math.max(1, Math.abs(h.value)));
        });
        it('logDensity is the log of density', () => {
          if (law.kind !== 'density') return;
          for (const z of [-30, -3, -0.5, 0, 0.1, 1, 7, 100]) {
            const x = law.centre + law.scale * z;
            const p = law.density(x);
            if (p.value > 1e-290) agree(log(p), law.logDensity(x), 1e-12 * (1 + far));
          }
          expect(law.density(law.support[0] - 1).value).toBe(0);
        });
        it('has divergence 0 from itself', () => {
          const d = kl(law, law);
          expect(d.value).toBeGreaterThanOrEqual(0);
          expect(d.value).toBeLessThanOrEqual(d.error);
          expect(d.error).toBeLessThan(tight * 10);
        });
      });
    }
    it.each(refused.map(([call, text]) => [text, call] as const))('%s', (text, call) => {
      expect(call).toThrow(new RangeError(text));
    });
  });
}

/** A law without its name, so that no closed form is found. */
const nameless = (law: Law): Law =>
  law.kind === 'finite' ? withMembers(law, { name: '', entropy: undefined }) : { ...law, name: '', entropy: null };

describe('closed forms equal quadrature', () => {
  const all = laws.flatMap(({ examples }) => examples.map((make) => make()));
  const near = (p: Law, q: Law) =>
    p.kind !== 'density' ||
    q.kind !== 'density' ||
    (p.scale / q.scale < 100 && q.scale / p.scale < 100 && p.scale > 1e-3);
  for (const p of all)
    for (const q of all) {
      if (p === q || !p.klTo || p.name !== q.name || p.kind !== q.kind || !near(p, q)) continue;
      it(`${shown(p)} from ${shown(q)}`, () => {
        const closed = kl(p, q);
        expect(closed.value).toBeGreaterThanOrEqual(0);
        const other = kl(nameless(p), nameless(q));
        // Probabilities of q that underflow leave the sum without a bound.
        if (q.name === 'binomial' && other.error === Infinity) return;
        if (closed.value === Infinity) return expect(other).toEqual(closed);
        expect({ closed, other, order: compare(closed, other) }).toEqual({ closed, other, order: 'overlap' });
        expect(closed.error).toBeLessThan(1e-13 * Math.max(closed.value, 1e-12) + 1e-16);
        if (other.error < Infinity) {
          const h = entropy(p);
          expect(compare(crossEntropy(p, q), add(h, closed))).toBe('overlap');
        }
      });
    }
});

describe('distances between laws', () => {
  const all = laws.flatMap(({ examples }) => examples.slice(0, 2).map((make) => make()));
  const pairs = all.flatMap((p) => all.filter((q) => q.kind === p.kind).map((q) => [p, q] as const));
  it.each(pairs.map(([p, q]) => [shown(p), shown(q), p, q] as const))('%s and %s', (_, __, p, q) => {
    const d = kl(p, q);
    const j = jensenShannon(p, q);
    const t = totalVariation(p, q);
    const swapped = jensenShannon(q, p);
    expect(d.value).toBeGreaterThanOrEqual(0);
    expect(j.error).toBeLessThan(1e-3);
    expect(compare(j, swapped)).toBe('overlap');
    expect(compare(j, log(exact(2)))).not.toBe('greater');
    expect(compare(t, exact(1))).not.toBe('greater');
    // Pinsker: KL >= 2 TV^2; Lin: JSD <= TV log 2.
    expect(compare(d, multiply(exact(2), square(t)))).not.toBe('less');
    expect(compare(j, multiply(t, log(exact(2))))).not.toBe('greater');
  });
});
