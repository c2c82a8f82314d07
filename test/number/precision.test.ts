/** Integrals that may stop early: their bounds are true all the same, and they stop. */
import { describe, expect, it } from 'vitest';
import { type Bounded } from '../../lib/number/bounded.ts';
import { ROUGH } from '../../lib/check/look.ts';
import { leeway, withLeeway } from '../../lib/number/precision.ts';
import { type Integrand, integrate } from '../../lib/number/quadrature.ts';
import { stream } from '../../lib/number/stream.ts';
import { integrals } from './quadrature.integrals.ts';
import reference from './quadrature.reference.json' with { type: 'json' };
import { encloses, fromDecimal } from './rational.ts';

const truths = reference.values as Record<string, string>;

const roughly = <T>(work: () => T): T => withLeeway(ROUGH, work);
const sharply = <T>(work: () => T): T => withLeeway(0, work);

function counted(f: Integrand): { f: Integrand; count: () => number } {
  let n = 0;
  return { f: (...at) => (n++, f(...at)), count: () => n };
}

describe('leeway', () => {
  it('is none unless it is asked for, and as it was before once the work is done or has failed', () => {
    expect(leeway()).toBe(0);
    expect(roughly(() => [leeway() > 0, sharply(leeway), leeway() > 0])).toEqual([true, 0, true]);
    expect(() =>
      roughly(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(leeway()).toBe(0);
  });
});

describe('integrals known to 40 digits, roughly', () => {
  it.each(integrals.map((i) => [i.name, i] as const))('%s: honest', (name, { f, domain }) => {
    const got = roughly(() => integrate(f, domain));
    const honest = encloses(got, fromDecimal(truths[name]!));
    expect({ got, truth: truths[name], honest }).toEqual({ got, truth: truths[name], honest: true });
  });

  it('take fewer evaluations', () => {
    const evaluations = (run: (work: () => Bounded) => Bounded): number => {
      let all = 0;
      for (const { f, domain } of integrals) {
        const own = counted(f);
        run(() => integrate(own.f, domain));
        all += own.count();
      }
      return all;
    };
    expect(evaluations(roughly)).toBeLessThan(0.8 * evaluations(sharply));
  });
});

it('kinks are not taken for smooth, be they strong or weak: never a wrong bound', () => {
  const { uniform } = stream(7);
  for (let i = 0; i < 400; i++) {
    const c = uniform();
    const size = 10 ** (-5 * uniform());
    const k = i % 2 === 0 ? 1 : 3;
    const truth = 1 + (size * (c ** (k + 1) + (1 - c) ** (k + 1))) / (k + 1);
    const f: Integrand = (x) => ({ value: 1 + size * Math.abs(x - c) ** k, error: 2 ** -51 });
    const got = roughly(() => integrate(f, { lower: 0, upper: 1, centre: 0.5, scale: 1 }));
    const honest = Math.abs(got.value - truth) <= got.error;
    expect({ c, size, k, got, truth, honest }).toEqual({ c, size, k, got, truth, honest: true });
  }
});
