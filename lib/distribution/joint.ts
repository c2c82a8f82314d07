import { type Bounded, exact } from '../number/bounded.ts';
import { type FiniteLaw, normalised } from './finite.ts';

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

/** Places of names among the axes; RangeError for a name that is not one, or comes twice. */
function axesOf(joint: JointLaw, names: readonly string[]): number[] {
  const axes = names.map((name) => {
    const axis = joint.names.indexOf(name);
    if (axis < 0) throw new RangeError(`no variable ${name} in the joint law of ${joint.names.join(', ')}`);
    return axis;
  });
  if (new Set(axes).size !== axes.length) throw new RangeError(`names must be distinct, got ${names.join(', ')}`);
  return axes;
}

/** Calls f with each cell's index and the positions of its values on the axes (one array, reused). */
function eachCell(joint: JointLaw, f: (cell: number, place: readonly number[]) => void): void {
  const place = joint.sizes.map(() => 0);
  for (let cell = 0; cell < joint.weights.length; cell++) {
    f(cell, place);
    for (let axis = place.length - 1; axis >= 0; axis--) {
      place[axis] = place[axis]! + 1;
      if (place[axis]! < joint.sizes[axis]!) break;
      place[axis] = 0;
    }
  }
}

/**
 * Law of some of the variables, in the order asked for: finite for one name, joint for several. Weights are added
 * as integers, so that every marginal probability is correctly rounded.
 */
export function marginal(joint: JointLaw, names: readonly string[]): JointLaw | FiniteLaw {
  const axes = axesOf(joint, names);
  if (axes.length === 0) throw new RangeError('a marginal needs at least one name');
  const sizes = axes.map((axis) => joint.sizes[axis]!);
  const weights: number[] = new Array(sizes.reduce((a, b) => a * b, 1)).fill(0);
  eachCell(joint, (cell, place) => {
    let target = 0;
    axes.forEach((axis, i) => (target = target * sizes[i]! + place[axis]!));
    weights[target] = weights[target]! + joint.weights[cell]!;
  });
  const outcomes = axes.map((axis) => joint.outcomes[axis]!);
  if (axes.length > 1) return jointFromWeights(names, sizes, weights, outcomes);
  return { kind: 'finite', name: names[0]!, outcomes: outcomes[0]!, probabilities: normalised(weights), weights };
}

/** Total weight of the cells in which every variable of `event` has its value. */
function weightOf(joint: JointLaw, event: Readonly<Record<string, number>>): number {
  const names = Object.keys(event);
  const axes = axesOf(joint, names);
  let total = 0;
  eachCell(joint, (cell, place) => {
    if (axes.every((axis, i) => joint.outcomes[axis]![place[axis]!] === event[names[i]!]))
      total += joint.weights[cell]!;
  });
  return total;
}

/** a/b of integers 0 <= a <= b, as exact as the probabilities themselves. */
const quotient = (a: number, b: number): Bounded => normalised([a, b - a])[0]!;

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
  const whole = weightOf(joint, condition);
  if (whole === 0) return exact(NaN);
  const clash = Object.keys(target).some((name) => name in condition && condition[name] !== target[name]);
  return clash ? exact(0) : quotient(weightOf(joint, { ...condition, ...target }), whole);
}

/** Law of one variable given values of others. Throws RangeError where the condition has probability 0. */
export function conditionalLaw(joint: JointLaw, name: string, condition: Readonly<Record<string, number>>): FiniteLaw {
  const axis = axesOf(joint, [name])[0]!;
  const outcomes = joint.outcomes[axis]!;
  if (weightOf(joint, condition) === 0) throw new RangeError(`the condition on ${name} has probability 0`);
  return {
    kind: 'finite',
    name,
    outcomes,
    probabilities: outcomes.map((x) => probabilityOf(joint, { [name]: x }, condition)),
  };
}
