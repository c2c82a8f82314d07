import { test } from 'vitest';
import { klOfProbabilities } from '../lib/distribution/kl-of-probabilities.ts';
import { stream } from '../lib/number/stream.ts';
import { type Rational, fromNumber, over, plus, rational, times } from '../test/number/rational.ts';
import { logarithm } from '../test/number/real.ts';
import { compare } from './compare.ts';

/** At most this many different pairs, over and over, so that the truth of a long list is known too. */
const DISTINCT = 1000;
const { uniform } = stream(1);

function laws(k: number, near: number | null): { p: number[]; q: number[]; truth: Rational } {
  const draw = (): number => -Math.log(1 - uniform());
  const w = Array.from({ length: Math.min(k, DISTINCT) }, draw);
  const v = w.map((x) => (near === null ? draw() : x * (1 + near * (uniform() - 0.5))));
  const share = (list: readonly number[]): number[] => {
    const total = list.reduce((s, x) => s + x, 0) * (k / list.length);
    return Array.from({ length: k }, (_, i) => list[i % list.length]! / total);
  };
  const [p, q] = [share(w), share(v)];
  let truth = rational(0n);
  for (let i = 0; i < w.length; i++) {
    const a = fromNumber(p[i]!);
    truth = plus(truth, times(a, logarithm(over(a, fromNumber(q[i]!)))));
  }
  return { p, q, truth: times(truth, rational(BigInt(k / w.length))) };
}

// Neither @stdlib nor jstat nor simple-statistics has a divergence of two lists.
test.for([
  [10, null],
  [1000, null],
  [1_000_000, null],
  [10, 1e-3],
  [1000, 1e-3],
  [1_000_000, 1e-3],
] as const)('of %i outcomes, %s apart', async ([k, near], { bench }) => {
  const { p, q, truth } = laws(k, near);
  const [a, b] = [Float64Array.from(p), Float64Array.from(q)];
  const name = `divergence of two laws on ${k} outcomes${near === null ? '' : `, ${near} apart`}`;
  await compare(
    bench,
    name,
    truth,
    [
      { name: 'ours', run: () => klOfProbabilities(a, b) },
      { name: 'ours, plain arrays', run: () => klOfProbabilities(p, q) },
      {
        name: 'a loop by hand',
        run: () => {
          let s = 0;
          for (let i = 0; i < a.length; i++) if (a[i]! > 0) s += a[i]! * Math.log(a[i]! / b[i]!);
          return s;
        },
      },
      {
        name: 'a loop by hand, plain arrays',
        run: () => {
          let s = 0;
          for (let i = 0; i < p.length; i++) if (p[i]! > 0) s += p[i]! * Math.log(p[i]! / q[i]!);
          return s;
        },
      },
    ],
    Math.max(1, 10_000 / k),
  );
});
