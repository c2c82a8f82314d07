import logpdf from '@stdlib/stats-base-dists-normal-logpdf';
import jstat from 'jstat';
import { test } from 'vitest';
import { logLikelihood } from '../lib/distribution/likelihood.ts';
import { normal } from '../lib/distribution/normal.ts';
import { fromDecimal, fromNumber, minus, over, plus, rational, times } from '../test/number/rational.ts';
import { logarithm } from '../test/number/real.ts';
import { compare, total } from './compare.ts';
import { MILLION, normals, powerSum } from './samples.ts';

const [mu, sigma] = [3.01, 1.99];
const sample = normals(MILLION, 3, 2);
const plain = Array.from(sample);
const HALF_LOG_2PI = fromDecimal('0.91893853320467274178032973640561763986139747363778');
const s = fromNumber(sigma);
const truth = minus(
  over(powerSum(sample, mu, 2n), times(rational(-2n), times(s, s))),
  times(rational(BigInt(MILLION)), plus(logarithm(s), HALF_LOG_2PI)),
);

const law = normal(mu, sigma);
const byParameters = logpdf.factory(mu, sigma);
// simple-statistics has no normal density
test('log-likelihood of 10^6 normals', async ({ bench }) => {
  await compare(bench, 'log-likelihood of 10^6 normals', truth, [
    { name: 'ours', run: () => logLikelihood(law, sample) },
    { name: 'ours, plain array', run: () => logLikelihood(law, plain) },
    {
      name: 'a loop by hand',
      run: () => {
        const c = Math.log(sigma) + Math.log(2 * Math.PI) / 2;
        let t = 0;
        for (let i = 0; i < sample.length; i++) {
          const z = (sample[i]! - mu) / sigma;
          t -= 0.5 * z * z + c;
        }
        return t;
      },
    },
    { name: '@stdlib logpdf.factory', run: () => total(sample, byParameters) },
    { name: '@stdlib logpdf', run: () => total(sample, (x) => logpdf(x, mu, sigma)) },
    { name: 'jstat log pdf', run: () => total(sample, (x) => Math.log(jstat.normal.pdf(x, mu, sigma))) },
  ]);
});
