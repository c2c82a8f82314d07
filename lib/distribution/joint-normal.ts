import { add, divide, exact, log, multiply, square, subtract, sum, type Bounded } from '../number/bounded.ts';
import { HALF_LOG_TAU } from '../number/kernels.ts';
import type { DensityLaw } from './density.ts';
import { uncertainNormal } from './uncertain-normal.ts';

/** Values of some of the variables, by name. */
export type Point = Readonly<Record<string, number>>;

/** log density in nats at values of some variables, given values of others, each in their order. */
export type LogDensity = (values: readonly number[], given: readonly number[]) => Bounded;

/** A joint density of several reals, read by argument name. */
export interface JointDensity {
  readonly kind: 'joint density';
  readonly names: readonly string[];
  readonly describe: string;
  /** The law of one variable, given values of others. Throws RangeError for a name that is none, or is given. */
  of(name: string, given?: Point): DensityLaw;
  /** The law of some of the variables, given values of others. */
  among(names: readonly string[], given?: Point): JointDensity;
  /** log density in nats of these variables given those, as a function of both lists of values. */
  logDensity(names: readonly string[], given: readonly string[]): LogDensity;
}

/** Means, and covariances as the rows of a matrix, in the order of the names. */
interface Moments {
  readonly names: readonly string[];
  readonly means: readonly Bounded[];
  readonly covariances: readonly (readonly Bounded[])[];
}

/** What is left where one of the variables has a value (Bishop 2006, eqs. 2.81 and 2.82, for one variable at a time). */
function held({ names, means, covariances }: Moments, at: number, value: number): Moments {
  const others = names.flatMap((_, i) => (i === at ? [] : [i]));
  const variance = covariances[at]![at]!;
  const off = subtract(exact(value), means[at]!);
  const gain = others.map((i) => divide(covariances[i]![at]!, variance));
  return {
    names: others.map((i) => names[i]!),
    means: others.map((i, k) => add(means[i]!, multiply(gain[k]!, off))),
    covariances: others.map((i, k) =>
      others.map((j) => subtract(covariances[i]![j]!, multiply(gain[k]!, covariances[j]![at]!))),
    ),
  };
}

function placeOf({ names }: Moments, name: string): number {
  const place = names.indexOf(name);
  if (place < 0) throw new RangeError(`joint normal: ${name} is none of ${names.join(', ') || 'what is left'}`);
  return place;
}

/** The law of one variable as a line in others: worked out once, however often it is asked for. */
interface Line {
  readonly slopes: readonly Bounded[];
  readonly offset: Bounded;
  readonly variance: Bounded;
}

function lineIn(moments: Moments, name: string, given: readonly string[]): Line {
  const at = (values: readonly number[]): Moments =>
    given.reduce((m, other, i) => held(m, placeOf(m, other), values[i]!), moments);
  const middle = at(given.map(() => 0));
  const i = placeOf(middle, name);
  const offset = middle.means[i]!;
  const slopes = given.map((_, k) => subtract(at(given.map((__, j) => (j === k ? 1 : 0))).means[i]!, offset));
  return { slopes, offset, variance: middle.covariances[i]![i]! };
}

const HALF = exact(0.5);

/** The joint normal law of these moments; the variances must be positive. */
export function jointNormal(moments: Moments, describe: string): JointDensity {
  const { names } = moments;
  const lines = new Map<string, Line & { readonly logScale: Bounded }>();
  const line = (name: string, given: readonly string[]) => {
    const key = [name, ...given].join('|');
    let known = lines.get(key);
    if (!known) {
      const made = lineIn(moments, name, given);
      known = { ...made, logScale: add(HALF_LOG_TAU, multiply(HALF, log(made.variance))) };
      lines.set(key, known);
    }
    return known;
  };
  const meanOf = ({ slopes, offset }: Line, given: readonly string[], values: Point): Bounded =>
    slopes.reduce((mean, slope, i) => add(mean, multiply(slope, exact(values[given[i]!]!))), offset);
  return {
    kind: 'joint density',
    names,
    describe,
    of: (name, values = {}) => {
      const given = Object.keys(values);
      const own = line(name, given);
      return uncertainNormal(meanOf(own, given, values), own.variance);
    },
    among: (wanted, values = {}) => {
      const m = Object.entries(values).reduce((m, [name, value]) => held(m, placeOf(m, name), value), moments);
      const places = wanted.map((name) => placeOf(m, name));
      if (new Set(places).size < places.length) throw new RangeError(`joint normal: names must be distinct, got ${wanted.join(', ')}`); // prettier-ignore
      return jointNormal(
        {
          names: wanted,
          means: places.map((i) => m.means[i]!),
          covariances: places.map((i) => places.map((j) => m.covariances[i]![j]!)),
        },
        describe,
      );
    },
    logDensity: (wanted, given) => {
      const known = [...given];
      // one variable after the other, each given those before it: first those that the others are lines in
      const order = names.filter((name) => wanted.includes(name) && !given.includes(name)).reverse();
      if (order.length < wanted.length) throw new RangeError(`joint normal: ${wanted.join(', ')} given ${given.join(', ')} is no law of ${names.join(', ')}`); // prettier-ignore
      const steps = order.map((name) => {
        const own = line(name, known);
        known.push(name);
        return { own, place: wanted.indexOf(name), twice: multiply(exact(2), own.variance) };
      });
      return (values, conditions) => {
        const before = [...conditions];
        let total = exact(0);
        for (const { own, place, twice } of steps) {
          const x = values[place]!;
          let off = subtract(exact(x), own.offset);
          for (let i = 0; i < own.slopes.length; i++) off = subtract(off, multiply(own.slopes[i]!, exact(before[i]!)));
          total = subtract(total, add(divide(square(off), twice), own.logScale));
          before.push(x);
        }
        return total;
      };
    },
  };
}

/** One variable of a chain: a line in those after it, and noise around that. */
export interface Link {
  readonly name: string;
  /** Of the variables after it, in their order. */
  readonly slopes: readonly number[];
  readonly shift: number;
  /** Standard deviation, > 0. */
  readonly noise: number;
}

/** The joint density of variables of which each is normal around a line in those after it (Bishop 2006, section 8.1.4). */
export function linearNormal(links: readonly Link[]): JointDensity {
  const n = links.length;
  const means: Bounded[] = links.map(() => exact(0));
  const rows: Bounded[][] = links.map(() => links.map(() => exact(0)));
  for (let i = n - 1; i >= 0; i--) {
    const { name, slopes, shift, noise } = links[i]!;
    if (!(noise > 0)) throw new RangeError(`linear normal: the noise of ${name} must be in (0, inf), got ${noise}`);
    if (slopes.length !== n - 1 - i)
      throw new RangeError(`linear normal: ${name} needs ${n - 1 - i} slopes, got ${slopes.length}`);
    const along = (of: (k: number) => Bounded): Bounded[] => slopes.map((s, k) => multiply(exact(s), of(i + 1 + k)));
    means[i] = sum([exact(shift), ...along((k) => means[k]!)]);
    for (let j = i + 1; j < n; j++) rows[i]![j] = rows[j]![i] = sum(along((k) => rows[k]![j]!));
    rows[i]![i] = sum([square(exact(noise)), ...along((k) => rows[i]![k]!)]);
  }
  const line = ({ name, slopes, shift, noise }: Link, i: number): string => {
    const terms = slopes.flatMap((s, k) => (s === 0 ? [] : [`${s} ${links[i + 1 + k]!.name}`]));
    return `${name} normal(${[...terms, ...(shift === 0 && terms.length ? [] : [String(shift)])].join(' + ')}, sd ${noise})`;
  };
  const describe = links.map(line).reverse().join(', ');
  return jointNormal({ names: links.map((l) => l.name), means, covariances: rows }, describe);
}
