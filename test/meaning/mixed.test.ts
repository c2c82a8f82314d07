/** Sums and multiples of laws: a mixture where the shares add up to 1, a pointwise sum where they do not. */
import { describe, expect, test } from 'vitest';
import { cauchy } from '../../lib/distribution/cauchy.ts';
import { kl } from '../../lib/distribution/divergence.ts';
import { isMixture } from '../../lib/distribution/mixture.ts';
import { normal } from '../../lib/distribution/normal.ts';
import { combineLaws } from '../../lib/meaning/mixed.ts';
import type { DensityLaw } from '../../lib/distribution/density.ts';
import type { Law, Value } from '../../lib/meaning/value.ts';
import { add, divide, exact, multiply, subtract } from '../../lib/number/bounded.ts';
import { expectHeld } from '../number/truth.ts';

const operations = { add, subtract, multiply, divide };
const make = (op: keyof typeof operations, a: Value, b: Value): Law => combineLaws(op, a, b, operations[op])!;
const half = exact(0.5);
const [left, right] = [normal(-40, 1), normal(40, 1)];

/** The middle of two laws, however it is written. */
const middles: [string, (p: Law, q: Law) => Law][] = [
  ['½ (P + Q)', (p, q) => make('multiply', half, make('add', p, q))],
  ['(P + Q) / 2', (p, q) => make('divide', make('add', p, q), exact(2))],
  ['½ P + Q ½', (p, q) => make('add', make('multiply', half, p), make('multiply', q, half))],
];

describe.each(middles)('%s', (_, middle) => {
  test('is a mixture of both', () => {
    const law = middle(left, right) as DensityLaw;
    expect(isMixture(law) && law.components).toEqual([left, right]);
  });

  test('has a logarithm where its density underflows, and peaks that are seen', () => {
    const law = middle(left, right) as DensityLaw;
    expect(law.density(0).value).toBe(0);
    const { value, error } = law.logDensity(0);
    expect(Math.abs(value - left.logDensity(0).value)).toBeLessThanOrEqual(error + left.logDensity(0).error);
    const fromPeak = kl(left, law);
    expectHeld(fromPeak, Math.LN2);
    expect(fromPeak.error).toBeLessThan(1e-6);
  });

  test('of finite laws has the mean of their probabilities', () => {
    const of = (...p: number[]): Law => ({ kind: 'finite', name: 'finite', outcomes: p.map((_, i) => i), probabilities: p.map(exact) }); // prettier-ignore
    expect(middle(of(1, 0), of(0.5, 0.5))).toMatchObject({ outcomes: [0, 1], probabilities: [{ value: 0.75 }, { value: 0.25 }] }); // prettier-ignore
  });
});

test('a mixture of mixtures knows all its parts', () => {
  const inner = middles[0]![1](left, right);
  const outer = middles[2]![1](inner, normal(0, 1)) as DensityLaw;
  expect(isMixture(outer) && outer.shares.map((s) => s.value)).toEqual([0.25, 0.25, 0.5]);
});

test('the tails of the parts decide whether a divergence is finite', () => {
  expect(kl(cauchy(0, 1), middles[0]![1](left, right)).value).toBe(Infinity);
});

test('shares that do not add up to 1, or are negative, make no mixture', () => {
  for (const law of [
    make('add', left, right),
    make('multiply', half, left),
    make('subtract', make('multiply', exact(2), left), right),
  ])
    // prettier-ignore
    expect(isMixture(law)).toBe(false);
});
