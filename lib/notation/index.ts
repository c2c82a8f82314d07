/** The notations that are understood: one line each. */
import type { Compile } from '../meaning/scope.ts';
import type { Grammar, Infix, Prefix } from '../tex/parser.ts';
import type { Tree } from '../tex/tree.ts';
import { powers, product, sumOfTerms } from './arithmetic.ts';
import { braces } from './brace.ts';
import { call } from './call.ts';
import { cases } from './cases.ts';
import { combinatorics } from './combinatorics.ts';
import { decoration } from './decoration.ts';
import { derivatives } from './derivative.ts';
import { ends } from './ends.ts';
import { evaluation } from './evaluation.ts';
import { eventSets } from './event-set.ts';
import { expectation } from './expectation.ts';
import { extrema } from './extremum.ts';
import { absolute, functionOf, group } from './function.ts';
import { gradients } from './gradient.ts';
import { integral } from './integral.ts';
import { intervals } from './interval.ts';
import { kronecker } from './kronecker.ts';
import { limit } from './limit.ts';
import { named } from './named.ts';
import { matrices } from './matrix.ts';
import type { Notation, Op } from './notation.ts';
import { numeral } from './number.ts';
import { placeholder } from './placeholder.ts';
import { primes } from './prime.ts';
import { quantifiers } from './quantifier.ts';
import { relation } from './relation.ts';
import { set, words } from './set.ts';
import { rounding } from './rounding.ts';
import { ruleSets } from './rule-set.ts';
import { special } from './special.ts';
import { summation } from './summation.ts';
import { symbol } from './symbol.ts';
import { under } from './under.ts';

export const notations: readonly Notation[] = [
  numeral,
  symbol,
  words,
  group,
  sumOfTerms,
  product,
  powers,
  functionOf,
  absolute,
  call,
  named,
  expectation,
  summation,
  integral,
  limit,
  extrema,
  matrices,
  kronecker,
  special,
  combinatorics,
  rounding,
  derivatives,
  primes,
  gradients,
  evaluation,
  ends,
  set,
  ruleSets,
  eventSets,
  intervals,
  cases,
  braces,
  decoration,
  under,
  placeholder,
  quantifiers,
  relation,
];

export const grammar: Grammar = {
  prefix: new Map(notations.flatMap((n): [string, Prefix][] => Object.entries(n.prefix ?? {}))),
  infix: new Map(notations.flatMap((n): [string, Infix][] => Object.entries(n.infix ?? {}))),
  signs: new Set(notations.flatMap((n) => n.signs ?? [])),
};

const ops = new Map(notations.flatMap((n): [string, Op][] => Object.entries(n.ops)));

export const meanings: ReadonlyMap<string, Compile> = new Map(
  [...ops].flatMap(([name, op]): [string, Compile][] => (op.compile ? [[name, op.compile]] : [])),
);

/** LaTeX of a tree; reading it again gives the same tree. */
export function print(t: Tree, power = 0): string {
  const op = ops.get(t.op);
  if (!op) throw new Error(`no notation prints the op ${t.op}`);
  const text = op.print(t, print);
  return op.binds < power ? `\\left(${text}\\right)` : text;
}
