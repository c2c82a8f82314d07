import { readFileSync } from 'node:fs';
import stdDigamma from '@stdlib/math-base-special-digamma';
import stdErf from '@stdlib/math-base-special-erf';
import stdErfc from '@stdlib/math-base-special-erfc';
import stdErfcinv from '@stdlib/math-base-special-erfcinv';
import stdGammaln from '@stdlib/math-base-special-gammaln';
import stdTrigamma from '@stdlib/math-base-special-trigamma';
import jstat from 'jstat';
import { errorFunction, gammaln as simpleGammaln, inverseErrorFunction } from 'simple-statistics';
import { test } from 'vitest';
import { type Bounded, exact } from '../lib/number/bounded.ts';
import { digamma, erf, erfc, erfcinv, logGamma, trigamma } from '../lib/number/special.ts';
import { stream } from '../lib/number/stream.ts';
import { fromNumber, plus } from '../test/number/rational.ts';
import { compare, use } from './compare.ts';

/** Rows [x, nearest double, rest]: values to 19 digits by mpmath, in places where codes go wrong. */
const reference = JSON.parse(
  readFileSync(new URL('../test/number/special.reference.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly (readonly [number, number, number])[]>>;

type Code = (x: number) => number;
const cases: readonly (readonly [string, readonly [number, number], (x: Bounded) => Bounded, Record<string, Code>])[] =
  [
    [
      'gammaln',
      [0.01, 1000],
      logGamma,
      { '@stdlib': stdGammaln, jstat: jstat.gammaln, 'simple-statistics': simpleGammaln },
    ],
    ['digamma', [0.01, 1000], digamma, { '@stdlib': stdDigamma }],
    ['trigamma', [0.01, 1000], trigamma, { '@stdlib': stdTrigamma }],
    ['erf', [-6, 6], erf, { '@stdlib': stdErf, jstat: jstat.erf, 'simple-statistics': errorFunction }],
    ['erfc', [-6, 26], erfc, { '@stdlib': stdErfc, jstat: jstat.erfc }],
    [
      'erfcinv',
      [1e-300, 2],
      erfcinv,
      { '@stdlib': stdErfcinv, jstat: jstat.erfcinv, 'simple-statistics': (x) => inverseErrorFunction(1 - x) },
    ],
  ];

/** Places spread over the range; over its powers of ten where it is positive. */
function spread([low, high]: readonly [number, number]): Float64Array {
  const { uniform } = stream(1);
  return Float64Array.from({ length: 10_000 }, () =>
    low > 0 ? Math.exp(Math.log(low) + uniform() * Math.log(high / low)) : low + uniform() * (high - low),
  );
}

// jstat has neither digamma nor trigamma; simple-statistics neither, nor erfc.
test.for(cases)('%s at 10^4 places', async ([name, range, ours, others], { bench }) => {
  const rows = reference[name]!.filter(
    // neither roots nor underflows
    ([x, y]) => x > range[0] && x < range[1] && Math.abs(x) > 1e-300 && y !== 0,
  );
  const places = spread(range);
  await compare(
    bench,
    `${name} at 10^4 places in (${range.join(', ')}), the worst of ${rows.length} errors`,
    rows.map(([, high, low]) => plus(fromNumber(high), fromNumber(low))),
    [
      {
        name: 'ours',
        run: () => rows.map(([x]) => ours(exact(x))),
        timed: () => {
          let t = 0;
          for (let i = 0; i < places.length; i++) t += ours({ value: places[i]!, error: 0 }).value;
          use(t);
        },
      },
      ...Object.entries(others).map(([name, code]) => ({
        name,
        run: () => rows.map(([x]) => code(x)),
        timed: () => {
          let t = 0;
          for (let i = 0; i < places.length; i++) t += code(places[i]!);
          use(t);
        },
      })),
    ],
  );
});
