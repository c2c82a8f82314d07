import { type Bounded, exact } from '../number/bounded.ts';
import { type FiniteLaw, normalised, share } from './finite.ts';

/**
 * A law of several named finite variables. `probabilities` is flat in row-major order, last axis fastest;
 * `outcomes[i]` lists the values of axis i, `sizes[i]` their number. `weights` are the integers that it came from.
 */
export interface JointLaw {
  readonly kind: 'joint';
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  readonly outcomes: readonly (readonly number[])[];
  readonly probabilities: readonly Bounded[];
  readonly weights: readonly number[];
}

/** The joint law with probabilities weights / (sum of weights), non-negative integers, one for each cell. */
export function jointFromWeights(
  names: readonly string[],
  sizes: readonly number[],
  weights: readonly number[],
  outcomes: readonly (readonly number[])[] = sizes.map((n) => Array.from({ length: n }, (_, i) => i)),
): JointLaw {
  if (names.length === 0 || new Set(names).size !== names.length)
    throw new RangeError(`names must be distinct and at least one, got [${names.join(', ')}]`);
  if (sizes.length !== names.length) throw new RangeError(`sizes must be as many as names, got ${sizes.length}`);
  const cells = sizes.reduce((a, b) => a * b, 1);
  if (weights.length !== cells) throw new RangeError(`weights must be ${cells} numbers, got ${weights.length}`);
  if (outcomes.length !== sizes.length || outcomes.some((axis, i) => axis.length !== sizes[i]))
    throw new RangeError('outcomes must have the sizes of the axes');
  return { kind: 'joint', names, sizes, outcomes, probabilities: normalised(weights), weights };
}

function axisOf(joint: JointLaw, name: string): number {
  const axis = joint.names.indexOf(name);
  if (axis < 0) throw new RangeError(`no variable ${name} in the joint law of ${joint.names.join(', ')}`);
  return axis;
}

/** Places of names among the axes; RangeError for a name that is not one, or comes twice. */
function axesOf(joint: JointLaw, names: readonly string[]): number[] {
  const axes = names.map((name) => axisOf(joint, name));
  if (new Set(axes).size !== axes.length) throw new RangeError(`names must be distinct, got ${names.join(', ')}`);
  return axes;
}

/** Where each axis is held: the position of its value, or one of these. */
const FREE = -1;
const NOWHERE = -2;

const free = (joint: JointLaw): number[] => joint.sizes.map(() => FREE);

/** Total weight of the cells at the places, summed over the axes that are free; from `axis` on, in the block `cell`. */
function weightAt(joint: JointLaw, places: readonly number[], axis = 0, cell = 0): number {
  const place = places[axis]!;
  const size = joint.sizes[axis]!;
  if (place === NOWHERE) return 0;
  const from = cell * size + Math.max(place, 0);
  const to = place === FREE ? from + size : from + 1;
  let total = 0;
  if (axis + 1 === places.length) for (let i = from; i < to; i++) total += joint.weights[i]!;
  else for (let i = from; i < to; i++) total += weightAt(joint, places, axis + 1, i);
  return total;
}

/** Holds each variable of the event at its value; false where one is held at another value already. */
function hold(joint: JointLaw, places: number[], event: Readonly<Record<string, number>>): boolean {
  let possible = true;
  for (const name in event) {
    const axis = axisOf(joint, name);
    const place = joint.outcomes[axis]!.indexOf(event[name]!);
    if (places[axis] !== FREE && places[axis] !== place) possible = false;
    places[axis] = place < 0 ? NOWHERE : place;
  }
  return possible;
}

/**
 * Law of some of the variables, in the order asked for: finite for one name, joint for several. Weights are added
 * as integers, so that every marginal probability is correctly rounded.
 */
export function marginal(joint: JointLaw, names: readonly string[]): JointLaw | FiniteLaw {
  if (names.length === 0) throw new RangeError('a marginal needs at least one name');
  if (names.length > 1) return conditionalJoint(joint, names, {});
  const name = names[0]!;
  const axis = axisOf(joint, name);
  const outcomes = joint.outcomes[axis]!;
  const places = free(joint);
  const weights = outcomes.map((_, i) => {
    places[axis] = i;
    return weightAt(joint, places);
  });
  // of a law that has no values, a condition having probability 0, the marginal has none either
  const probabilities = weights.some((w) => w > 0) ? normalised(weights) : weights.map(() => exact(NaN));
  return { kind: 'finite', name, outcomes, probabilities, weights };
}

/**
 * P(target | condition), each a value for some variables, others summed out; an empty condition gives the
 * probability of the target. No value (NaN) where the condition has probability 0. A variable in both, with
 * two values, gives 0.
 */
export function probabilityOf(
  joint: JointLaw,
  target: Readonly<Record<string, number>>,
  condition: Readonly<Record<string, number>> = {},
): Bounded {
  const places = free(joint);
  hold(joint, places, condition);
  const whole = weightAt(joint, places);
  if (whole === 0) return exact(NaN);
  return hold(joint, places, target) ? share(weightAt(joint, places), whole) : exact(0);
}

/** Law of one variable given values of others. Throws RangeError where the condition has probability 0. */
export function conditionalLaw(joint: JointLaw, name: string, condition: Readonly<Record<string, number>>): FiniteLaw {
  const axis = axisOf(joint, name);
  const outcomes = joint.outcomes[axis]!;
  const places = free(joint);
  hold(joint, places, condition);
  const whole = weightAt(joint, places);
  if (whole === 0) throw new RangeError(`the condition on ${name} has probability 0`);
  const held = places[axis]!;
  const probabilities = outcomes.map((_, i) => {
    if (held !== FREE) return exact(i === held ? 1 : 0);
    places[axis] = i;
    return share(weightAt(joint, places), whole);
  });
  return { kind: 'finite', name, outcomes, probabilities };
}

/** The joint law of some variables given values of others: no values (NaN) where the condition has probability 0. */
export function conditionalJoint(
  joint: JointLaw,
  names: readonly string[],
  condition: Readonly<Record<string, number>>,
): JointLaw {
  const axes = axesOf(joint, names);
  const places = free(joint);
  hold(joint, places, condition);
  const sizes = axes.map((axis) => joint.sizes[axis]!);
  const outcomes = axes.map((axis) => joint.outcomes[axis]!);
  const weights: number[] = [];
  const each = (i: number): void => {
    if (i === axes.length) return void weights.push(weightAt(joint, places));
    const axis = axes[i]!;
    const held = places[axis]!;
    for (let place = 0; place < sizes[i]!; place++) {
      places[axis] = held === FREE || held === place ? place : NOWHERE;
      each(i + 1);
    }
    places[axis] = held;
  };
  each(0);
  if (weights.some((w) => w > 0)) return jointFromWeights(names, sizes, weights, outcomes);
  const probabilities = weights.map(() => exact(NaN));
  return { kind: 'joint', names, sizes, outcomes, probabilities, weights };
}
