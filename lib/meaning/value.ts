/** What an expression can be worth in a world. Numbers are `Bounded` and carry no `kind`. */
import type { Bounded, Outside } from '../number/bounded.ts';
import type { DensityLaw } from '../distribution/density.ts';
import type { Family, JointFamily } from '../distribution/family.ts';
import type { FiniteLaw } from '../distribution/finite.ts';
import type { JointLaw } from '../distribution/joint.ts';
import type { JointDensity } from '../distribution/joint-normal.ts';

export type Law = FiniteLaw | DensityLaw;

/** A set known up to rounding: every member is in `possible`, everything in `certain` is a member. */
export interface SetValue {
  readonly kind: 'set';
  readonly certain: readonly number[];
  readonly possible: readonly number[];
}
export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** Written in braces: neither their order nor how often one stands there counts. */
  readonly braces?: true;
}
/** A matrix by its rows; a vector is a column, a row vector has one row. */
export interface MatrixValue {
  readonly kind: 'matrix';
  readonly rows: readonly (readonly Bounded[])[];
}
/** A law of vectors or matrices (lib/meaning/vector-law.ts, matrix-law.ts). */
export interface VectorLaw {
  readonly kind: 'vector law';
  readonly name: 'normal' | 'Dirichlet' | 'matrix normal' | 'Wishart' | 't' | 'finite';
  /** How many entries a place has. */
  readonly dimension: number;
  /** Of the shape of a place: a column for vectors; NaN where there is none. */
  readonly mean: MatrixValue;
  /** Of the entries, column below column; NaN where there is none. */
  readonly covariance: MatrixValue;
  /** F with covariance = F F^T. */
  readonly factor: () => MatrixValue;
  /** The numbers by which it is told from other laws of its name. */
  readonly told: readonly Bounded[];
  /** Where it has finitely many places: all of them, with their probabilities. */
  readonly atoms?: readonly (readonly [MatrixValue, Bounded])[];
  /** In nats; of the Dirichlet law with respect to all coordinates but the last, of the Wishart law to those on and below the diagonal. */
  readonly logDensity: (x: MatrixValue) => Bounded;
  readonly entropy: Bounded;
  /** To another law of the same name and dimension. */
  readonly klTo: (q: VectorLaw) => Bounded;
  /** A place inside the support, for each raw number. */
  readonly place: (raw: number) => MatrixValue;
}
/** `null` is "cannot be told within the bound". */
export interface TruthValue {
  readonly kind: 'truth';
  readonly truth: boolean | null;
}
export interface RealsValue {
  readonly kind: 'reals';
  readonly dimension: number;
  /** Of matrices; a vector has one. */
  readonly columns?: number;
}
/** Numbers between two ends; `null` where not everyone counts the end (is 0 in \mathbb{N}?). */
export interface IntervalValue {
  readonly kind: 'interval';
  readonly low: Bounded;
  readonly high: Bounded;
  readonly closed: readonly [boolean | null, boolean | null];
  /** Of whole numbers only. */
  readonly whole: boolean;
}
/** An event: points of a finite sample space as bits, and the whole weight of each point. */
export interface EventValue {
  readonly kind: 'event';
  readonly members: number;
  readonly weights: readonly number[];
}
export interface FunctionValue {
  readonly kind: 'function';
  readonly at: (x: number) => Bounded;
  /** At a place known to a bound, for functions on the whole line. */
  readonly of?: (x: Bounded) => Bounded;
  /** 1 where it rises on the whole line, from -infinity to infinity; -1 where it falls. */
  readonly rises?: 1 | -1;
  /** Its derivative, where that is known by rule. */
  readonly slope?: () => FunctionValue & { readonly of: (x: Bounded) => Bounded };
  readonly describe: string;
}
export type Value =
  | Bounded
  | FiniteLaw
  | DensityLaw
  | JointLaw
  | JointDensity
  | VectorLaw
  | Family
  | JointFamily
  | SetValue
  | ListValue
  | MatrixValue
  | TruthValue
  | RealsValue
  | IntervalValue
  | EventValue
  | FunctionValue;

// a look at the property is several times as quick as `in` where values of all kinds come by
export const isNumber = (v: Value): v is Bounded => (v as { kind?: string }).kind === undefined;
export const isLaw = (v: Value): v is Law => 'kind' in v && (v.kind === 'finite' || v.kind === 'density');
export const isMatrix = (v: Value): v is MatrixValue => 'kind' in v && v.kind === 'matrix';
export const truth = (t: boolean | null): TruthValue => ({ kind: 'truth', truth: t });

/** What a value is, in words, for messages. */
export function kindOf(v: Value): string {
  if (isNumber(v)) return 'a number';
  if (isMatrix(v)) {
    const [height, width] = [v.rows.length, v.rows[0]!.length];
    if (width === 1) return `a vector of ${height}`;
    return height === 1 ? `a row of ${width}` : `a ${height} × ${width} matrix`;
  }
  const words = {
    finite: 'a finite law',
    density: 'a density',
    joint: 'a joint law',
    'joint density': 'a joint density',
    'vector law': 'a law of vectors',
    family: 'a parametric family',
    'joint family': 'a family of joint laws',
  };
  const rest = {
    set: 'a set',
    list: 'a list',
    truth: 'a statement',
    reals: 'a set of reals',
    interval: 'a set of numbers',
    event: 'an event',
    function: 'a function',
  };
  return { ...words, ...rest }[v.kind];
}

const short = (x: number): string => {
  if (Number.isInteger(x) || !Number.isFinite(x)) return String(x);
  const fraction = asFraction(x);
  return fraction ?? String(Number(x.toPrecision(6)));
};

/** Worlds are built from small integers; showing 1/3 says more than 0.333333. */
function asFraction(x: number): string | null {
  for (let d = 2; d <= 60; d++) {
    const n = Math.round(x * d);
    if (n / d === x) return `${n}/${d}`;
  }
  return null;
}

const named = (name: string, parameters: Readonly<Record<string, number>>): string =>
  `${name}(${Object.entries(parameters).map(([k, x]) => `${k} = ${short(x)}`).join(', ')})`; // prettier-ignore

/** The values of the variables, where they are not just numbered. */
const axes = (outcomes: readonly (readonly number[])[]): string =>
  outcomes.every((axis) => axis.every((x, i) => x === i))
    ? ''
    : ` on ${outcomes.map((axis) => `{${axis.map(short).join(', ')}}`).join(' × ')}`;

/** What there is none of, in words. */
const WORDS: Readonly<Record<Outside['of'], string>> = {
  log: 'the logarithm of',
  sqrt: 'the square root of',
  power: 'a fractional power of',
  arcsin: 'the arcsine of',
  arccos: 'the arccosine of',
};
export const showOutside = ({ of, at }: Outside): string => `${WORDS[of]} ${short(at)}`;

/** A value as a reader would write it. */
export function show(v: Value): string {
  if (isNumber(v)) return short(v.value);
  switch (v.kind) {
    case 'finite':
      if (v.parameters && (v.tail || v.outcomes.length > 8)) return named(v.name, v.parameters);
      return `(${v.probabilities.map((p) => short(p.value)).join(', ')}) on {${v.outcomes.map(short).join(', ')}}`;
    case 'density':
      return named(v.name, v.parameters);
    case 'joint':
      return `joint law of ${v.names.join(', ')} with probabilities (${v.probabilities.map((p) => short(p.value)).join(', ')})${axes(v.outcomes)}`;
    case 'joint density':
      return v.describe;
    case 'vector law':
      return `${v.name} law of dimension ${v.dimension}, mean ${show(v.mean)}, covariance ${show(v.covariance)}`;
    case 'family':
      return v.name === 'categorical'
        ? v.grid.map((theta) => `${short(theta)} ↦ ${show(v.at(theta))}`).join('; ')
        : `${v.name}, parameter in {${v.grid.map(short).join(', ')}}`;
    case 'joint family':
      return v.grid.map((theta) => `${short(theta)} ↦ ${show(v.at(theta))}`).join('; ');
    case 'set':
      return `{${v.possible.map(short).join(', ')}}${v.certain.length < v.possible.length ? ' or fewer' : ''}`;
    case 'list':
      return `(${v.items.map(show).join(', ')})`;
    case 'matrix':
      return `(${v.rows.map((row) => (row.length === 1 ? short(row[0]!.value) : `(${row.map((x) => short(x.value)).join(', ')})`)).join(', ')})`; // prettier-ignore
    case 'truth':
      return v.truth === null ? 'undecided' : String(v.truth);
    case 'reals':
      if (v.columns) return `R^(${v.dimension} × ${v.columns})`;
      return v.dimension === 1 ? 'the reals' : `R^${v.dimension}`;
    case 'interval':
      return `${v.whole ? 'the integers in ' : ''}${v.closed[0] === false ? '(' : '['}${show(v.low)}, ${show(v.high)}${v.closed[1] === false ? ')' : ']'}`;
    case 'event': {
      const points = v.weights.flatMap((w, i) => (v.members & (1 << i) ? [`${i} of weight ${w}`] : []));
      return `{${points.join(', ')}}`;
    }
    case 'function':
      return v.describe;
  }
}
