/** Log-densities and entropies of the laws with a density against 50 digits of mpmath, from the middle to the far tails. */
import { describe, expect, it } from 'vitest';
import { type DensityLaw, entropy } from '../../lib/distribution/index.ts';
import { U } from '../../lib/number/bounded.ts';
import { atMost, encloses, fromDecimal, fromNumber, minus, size } from '../number/rational.ts';
import file from '../reference/laws.json' with { type: 'json' };
import { laws } from './registry.ts';

interface Entry {
  readonly law: string;
  readonly parameters: Record<string, number>;
  readonly entropy: string;
  readonly points: readonly { readonly x: number; readonly logDensity: string }[];
}

const makers = new Map(laws.map(({ name, make }) => [name, make]));
const entries = (file.laws as unknown as Entry[]).flatMap((e) => {
  const law = makers.get(e.law)?.(...Object.values(e.parameters));
  return law?.kind === 'density' ? [[`${e.law} ${JSON.stringify(e.parameters)}`, law, e] as const] : [];
});

/**
 * The sizes that a log-density is the sum of: itself, its constants (log scale), the logarithm of x, and for a wide
 * law the rounding of x in the law's own coordinate. "Full accuracy" is some units of these.
 */
function parts(law: DensityLaw, x: number, value: number): number {
  const own = Math.abs(value) + Math.abs(Math.log(law.scale)) + 20;
  // log p = constant - log x - deviance, where the last two may be equal but for a constant
  if (law.name === 'gamma' || law.name === 'beta') return own + Math.abs(Math.log(Math.min(x, 1)));
  if (law.name !== 'lognormal') return own;
  const { mu, sigma } = law.parameters as { mu: number; sigma: number };
  const l = Math.log(x);
  return own + (Math.abs((l - mu) / sigma) / sigma) * Math.abs(l) + Math.abs(l);
}

describe.each(entries)('%s', (_, law, e) => {
  it('log-density at every place', () => {
    for (const { x, logDensity } of e.points) {
      const got = law.logDensity(x);
      if (logDensity.endsWith('Infinity')) {
        expect([x, got]).toEqual([x, { value: Number(logDensity), error: 0 }]);
        continue;
      }
      const truth = fromDecimal(logDensity);
      const place = { x, ...got, logDensity };
      expect({ ...place, honest: encloses(got, truth) }).toEqual({ ...place, honest: true });
      const allowed = fromNumber(24 * U * parts(law, x, got.value));
      const near = atMost(size(minus(truth, fromNumber(got.value))), allowed);
      expect({ ...place, near }).toEqual({ ...place, near: true });
      expect({ ...place, sharp: got.error <= 64 * U * parts(law, x, got.value) }).toEqual({ ...place, sharp: true });
    }
  });
  it('entropy', () => {
    const got = entropy(law);
    const truth = fromDecimal(e.entropy);
    expect(encloses(got, truth)).toBe(true);
    const near = atMost(
      size(minus(truth, fromNumber(got.value))),
      fromNumber(4 * U * (Math.abs(got.value) + Math.abs(Math.log(law.scale)) + 1)),
    );
    expect({ got, truth: e.entropy, near }).toEqual({ got, truth: e.entropy, near: true });
  });
});

it('every law with a density and a maker is there', () => {
  const named = laws.filter((l) => l.make && l.examples[0]!().kind === 'density').map((l) => l.name);
  expect(new Set(entries.map(([, law]) => law.name))).toEqual(new Set(named));
});
