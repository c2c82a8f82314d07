/**
 * Equations of the page with the numbers of a demo in them. The build has read them from the LaTeX that the reader sees
 * (formula/read.ts); here they are worked out as they stand there, with a bound, and weighed as the checker weighs them.
 * The checker itself stays with the build: reader, notations and laws weigh ten times as much as a demo.
 */
import { weigh, type Weighing } from '../../../lib/check/weigh.ts';
import { type Bounded, add, bounded, divide, exact, exp, log, multiply, negate, power, sqrt, subtract } from '../../../lib/number/bounded.ts'; // prettier-ignore
import { type Given, type Parameters } from './parameter.ts';

/** A whole number, the name of a number that the demo has, or an operation with what it is done to. */
export type Plan = number | string | { readonly do: string; readonly to: readonly Plan[] };

/** Expressions with a relation sign between each and the next. */
export interface Statement {
  readonly sides: readonly Plan[];
  readonly signs: readonly string[];
}

/** What a demo has numbers for in a state; null or not there for what does not exist in it. */
export type Numbers = Readonly<Record<string, Bounded | null | undefined>>;

/** |pi - the double next to it| = 1.22…e-16. */
const PI = bounded(Math.PI, 1.3e-16);

/** What each operation of a printed equation does to numbers. */
export const operations: Readonly<Record<string, (...parts: Bounded[]) => Bounded>> = {
  add,
  subtract,
  multiply,
  divide,
  negate,
  power,
  exp,
  log,
  sqrt,
  pi: () => PI,
  e: () => exp(exact(1)),
};

/** The value of an expression, null if one of its numbers does not exist. */
export function worth(plan: Plan, numbers: Numbers): Bounded | null {
  if (typeof plan === 'number') return exact(plan);
  if (typeof plan === 'string') return numbers[plan] ?? null;
  const values = plan.to.map((part) => worth(part, numbers));
  return values.includes(null) ? null : operations[plan.do]!(...(values as Bounded[]));
}

export interface Weighed {
  readonly sides: readonly Bounded[];
  /** The worst of what is said of its relations. */
  readonly says: Weighing;
}

/** Null where the equation says nothing of this state. */
export function weighed({ sides, signs }: Statement, numbers: Numbers): Weighed | null {
  const values = sides.map((side) => worth(side, numbers));
  if (values.includes(null)) return null;
  const known = values as Bounded[];
  const said = signs.map((sign, i) => weigh(sign, known[i]!, known[i + 1]!, false).says);
  const says = (['false', 'nothing', 'wide'] as const).find((word) => said.includes(word)) ?? 'true';
  return { sides: known, says };
}

/** The numbers of a state that equations may name: of its sliders, beside the picture, and those that only equations need. */
export function numbersOf(parameters: Parameters, values: Given, ...more: Numbers[]): Numbers {
  const shown = Object.entries(parameters).flatMap(([key, p]) =>
    p.kind === 'slider' && (!p.when || p.when(values)) ? [[key, exact(values[key] as number)] as const] : [],
  );
  return Object.assign(Object.fromEntries(shown), ...more) as Numbers;
}
