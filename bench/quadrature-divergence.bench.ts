import jstat from 'jstat';
import { test } from 'vitest';
import { cauchy } from '../lib/distribution/cauchy.ts';
import { kl } from '../lib/distribution/divergence.ts';
import { laplace } from '../lib/distribution/laplace.ts';
import { normal } from '../lib/distribution/normal.ts';
import { fromDecimal } from '../test/number/rational.ts';
import { compare } from './compare.ts';

const HALF_LOG_2PI = Math.log(2 * Math.PI) / 2;
const logNormal = (mu: number, sigma: number) => (x: number) => {
  const z = (x - mu) / sigma;
  return -0.5 * z * z - Math.log(sigma) - HALF_LOG_2PI;
};
const logCauchy = (x: number): number => -Math.log(Math.PI * (1 + x * x));
const logLaplace = (x: number): number => -Math.abs(x) / 1.5 - Math.log(3);

/** Truths by mpmath with 50 digits. The others are given ends between which all but e^-800 of the mass lies. */
const cases = [
  {
    name: 'normal(1, 2) from cauchy(0, 1)',
    laws: [normal(1, 2), cauchy(0, 1)],
    truth: '0.33161984371658369209730084228781173164712105456326',
    p: logNormal(1, 2),
    q: logCauchy,
    ends: [-79, 81],
  },
  {
    name: 'normal(1, 2) from laplace(0, 1.5), which has a kink',
    laws: [normal(1, 2), laplace(0, 1.5)],
    truth: '0.18065072797364105244710403746056222484956966489938',
    p: logNormal(1, 2),
    q: logLaplace,
    ends: [-79, 81],
  },
  {
    name: 'normal(1000, 2^-10) from cauchy(0, 1)',
    laws: [normal(1000, 2 ** -10), cauchy(0, 1)],
    truth: '20.472774716207000959521311207594358720745122003436',
    p: logNormal(1000, 2 ** -10),
    q: logCauchy,
    ends: [1000 - 40 / 1024, 1000 + 40 / 1024],
  },
] as const;

// Neither @stdlib nor simple-statistics integrates.
test.for(cases)('divergence of $name', async ({ name, laws, truth, p, q, ends }, { bench }) => {
  const f = (x: number): number => {
    const l = p(x);
    return Math.exp(l) * (l - q(x));
  };
  const [a, b] = ends;
  await compare(
    bench,
    `divergence of ${name}, by quadrature`,
    fromDecimal(truth),
    [
      { name: 'ours', run: () => kl(laws[0], laws[1]) },
      ...[1000, 10_000].map((n) => ({ name: `jstat simpson, ${n} steps`, run: () => jstat.simpson(f, a, b, n) })),
      { name: 'jstat romberg, order 24', run: () => jstat.romberg(f, a, b, 24)[0]! },
    ],
    10,
  );
});
