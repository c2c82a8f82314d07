import gammaln from '@stdlib/math-base-special-gammaln';
import logpdf from '@stdlib/stats-base-dists-gamma-logpdf';
import jstat from 'jstat';
import { test } from 'vitest';
import { gamma } from '../lib/distribution/gamma.ts';
import { logLikelihood } from '../lib/distribution/likelihood.ts';
import { fromDecimal, fromNumber, minus, plus, rational, times } from '../test/number/rational.ts';
import { logarithm } from '../test/number/real.ts';
import { compare, total } from './compare.ts';
import { MILLION, gammas, logSum, powerSum } from './samples.ts';

const [shape, rate] = [2.5, 1.7];
const sample = gammas(MILLION, shape, rate);
const plain = Array.from(sample);
const LOG_GAMMA = fromDecimal('0.28468287047291915963249466968270192432013769555989'); // log Gamma(2.5), mpmath
const [a, b] = [fromNumber(shape), fromNumber(rate)];
const truth = minus(
  plus(
    times(rational(BigInt(MILLION)), minus(times(a, logarithm(b)), LOG_GAMMA)),
    times(minus(a, rational(1n)), logSum(sample)),
  ),
  times(b, powerSum(sample, 0, 1n)),
);

const law = gamma(shape, rate);
const byParameters = logpdf.factory(shape, rate);

// simple-statistics has no gamma law
test('log-likelihood of 10^6 gamma variables', async ({ bench }) => {
  await compare(bench, 'log-likelihood of 10^6 gamma variables', truth, [
    { name: 'ours', run: () => logLikelihood(law, sample) },
    { name: 'ours, plain array', run: () => logLikelihood(law, plain) },
    {
      name: 'a loop by hand',
      run: () => {
        const c = shape * Math.log(rate) - gammaln(shape);
        let t = 0;
        for (let i = 0; i < sample.length; i++) t += c + (shape - 1) * Math.log(sample[i]!) - rate * sample[i]!;
        return t;
      },
    },
    { name: '@stdlib logpdf.factory', run: () => total(sample, byParameters) },
    { name: '@stdlib logpdf', run: () => total(sample, (x) => logpdf(x, shape, rate)) },
    { name: 'jstat log pdf', run: () => total(sample, (x) => Math.log(jstat.gamma.pdf(x, shape, 1 / rate))) },
  ]);
});
