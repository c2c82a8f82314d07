import mean from '@stdlib/stats-strided-mean';
import variance from '@stdlib/stats-strided-variance';
import jstat from 'jstat';
import { mean as simpleMean, standardDeviation } from 'simple-statistics';
import { describe, test } from 'vitest';
import { fitNormal } from '../lib/distribution/normal.ts';
import { root } from '../test/number/real.ts';
import { compare } from './compare.ts';
import { MILLION, exactMoments, normals } from './samples.ts';

const ours = (list: Float64Array | readonly number[]) => Object.values(fitNormal(list).estimates);

describe.each([
  [3, 2],
  [1e6, 1e-3],
])('mean and standard deviation of 10^6 normals', (mu, sigma) => {
  const sample = normals(MILLION, mu, sigma);
  const plain = Array.from(sample);
  const exact = exactMoments(sample);
  test(`about ${mu}, ${sigma} wide`, async ({ bench }) => {
    await compare(
      bench,
      `mean and sd of 10^6 normals about ${mu}, ${sigma} wide`,
      [exact.mean, root(exact.variance)],
      [
        { name: 'ours', run: () => ours(sample) },
        { name: 'ours, plain array', run: () => ours(plain) },
        {
          name: 'two loops by hand',
          run: () => {
            let s = 0;
            for (let i = 0; i < sample.length; i++) s += sample[i]!;
            const m = s / sample.length;
            let v = 0;
            for (let i = 0; i < sample.length; i++) v += (sample[i]! - m) ** 2;
            return [m, Math.sqrt(v / sample.length)];
          },
        },
        {
          name: '@stdlib strided mean, variance',
          run: () => [mean(sample.length, sample, 1), Math.sqrt(variance(sample.length, 0, sample, 1))],
        },
        { name: 'jstat mean, stdev', run: () => [jstat.mean(sample), jstat.stdev(sample)] },
        { name: 'simple-statistics', run: () => [simpleMean(plain), standardDeviation(plain)] },
      ],
    );
  });
});
