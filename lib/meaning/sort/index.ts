/** The sorts that a given may name: one line each. */
import { alphabetSort, copies, functionSort, listing, outcome, sample } from './draw.ts';
import { disjointEvents, events, independentEvents, partitionSort } from './event.ts';
import {
  bernoulliSort,
  exponentialSort,
  family,
  jointFamilySort,
  normalFamilySort,
  parameter,
  poissonSort,
} from './family.ts';
import { joint, jointDensity } from './joint.ts';
import { countedPmf, densitySort, normalSort, pmf, positivePmf } from './law.ts';
import { matrixSort, vectorSort } from './matrix.ts';
import {
  choice,
  integer,
  integerIn,
  nonnegative,
  nonnegativeInteger,
  nonzero,
  positive,
  positiveInteger,
  probabilityNumber,
  real,
  realAbove,
  realIn,
  size,
} from './number.ts';
import { namedSorts } from './named.ts';
import { independent, random } from './random.ts';
import { randomMatrix, randomVector } from './random-vector.ts';
import { concaveFunction, convexFunction, decreasingFunction, increasingFunction, smoothFunction } from './smooth.ts';
import type { Sort } from './sort.ts';
import { variables } from './variable.ts';

/** A name whose first `=` is its definition. */
export const defined: Sort = {
  name: 'defined',
  pattern: /^defined$/,
  declare: () => {},
  sentence: { en: '$ defined below', zh: '$ 由下文定义' },
  examples: ['M : defined'],
};

export const sorts: readonly Sort[] = [
  real,
  realIn,
  realAbove,
  nonzero,
  positive,
  nonnegative,
  probabilityNumber,
  integer,
  positiveInteger,
  nonnegativeInteger,
  integerIn,
  choice,
  vectorSort,
  matrixSort,
  size,
  pmf,
  positivePmf,
  countedPmf,
  densitySort,
  normalSort,
  ...namedSorts,
  joint,
  jointDensity,
  outcome,
  listing,
  alphabetSort,
  sample,
  copies,
  random,
  independent,
  randomVector,
  randomMatrix,
  variables,
  events,
  independentEvents,
  disjointEvents,
  partitionSort,
  functionSort,
  smoothFunction,
  convexFunction,
  concaveFunction,
  increasingFunction,
  decreasingFunction,
  family,
  jointFamilySort,
  bernoulliSort,
  poissonSort,
  normalFamilySort,
  exponentialSort,
  parameter,
  defined,
];
