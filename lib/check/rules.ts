/**
 * The rules of mutants, slips of the pen: what might stand in place of one node of a tree by a single mistake.
 * mutant.ts makes whole relations of them.
 */
import type { Role } from '../meaning/scope.ts';
import { type Tree, tree, walk } from '../tex/tree.ts';
import { turned } from '../meaning/region.ts';
import { hasMatrix } from './canonical.ts';
import type { Roles } from './free-factor.ts';

export interface Rule {
  readonly name: string;
  /** What may stand in place of a node. */
  readonly at: (t: Tree, roles: Roles) => readonly Tree[];
}

/** A node in the place of another. */
export const as = (t: Tree, op: string, args: readonly Tree[], text = ''): Tree => tree(op, args, text, t.span);
export const numeral = (t: Tree, n: number): Tree => as(t, 'number', [], String(n));
export const lawRoles: readonly (Role | undefined)[] = ['law', 'joint', 'family', 'joint family'];

const opposite: Readonly<Record<string, string>> = {
  max: 'min',
  min: 'max',
  argmax: 'argmin',
  argmin: 'argmax',
  sup: 'inf',
  inf: 'sup',
  floor: 'ceil',
  ceil: 'floor',
};
/** What may stand for a sign within an event or a statement. */
const confused: Readonly<Record<string, string>> = { ...turned, '=': '\\ne', '\\ne': '=' };

const functions: ReadonlySet<string> = new Set(['apply', 'absolute', 'special', 'factorial', 'floor', 'ceil', 'norm']);
const slopes: ReadonlySet<string> = new Set(['derivative', 'gradient', 'hessian']);
/** What a derivative may be taken by. */
const movable: ReadonlySet<Role | undefined> = new Set<Role | undefined>(['value', 'parameter', 'outcome', 'matrix']);

/** Places where a number is a name and not a quantity. */
export const isName = (t: Tree): boolean => t.op === 'index';

export const rules: readonly Rule[] = [
  {
    name: 'sign',
    at: (t) => {
      if (t.op === 'negate') return [t.args[0]!];
      if (t.op === 'add') return [as(t, 'subtract', t.args)];
      return t.op === 'subtract' ? [as(t, 'add', t.args)] : [];
    },
  },
  {
    name: 'term',
    at: (t) => (t.op === 'add' || t.op === 'subtract' ? [t.args[0]!] : []),
  },
  {
    name: 'first term',
    at: (t) => {
      if (t.op === 'add') return [t.args[1]!];
      return t.op === 'subtract' ? [as(t, 'negate', [t.args[1]!])] : [];
    },
  },
  {
    name: 'factor',
    at: (t) => {
      if (t.op === 'multiply') return [t.args[0]!, t.args[1]!];
      if (t.op !== 'divide') return [];
      const inverse = t.args[0]!.op === 'number' ? [] : [as(t, 'divide', [numeral(t, 1), t.args[1]!], t.text)];
      return [t.args[0]!, ...inverse];
    },
  },
  {
    name: 'function',
    at: (t) => {
      if (t.op === 'trace') return [as(t, 'determinant', t.args, '\\det')];
      if (t.op === 'determinant') return [as(t, 'trace', t.args, '\\operatorname{tr}')];
      return functions.has(t.op) ? [t.args[0]!] : [];
    },
  },
  {
    name: 'power',
    at: (t) => (t.op === 'power' ? [t.args[0]!] : []),
  },
  {
    name: 'constant',
    at: (t) => (t.op === 'number' ? [numeral(t, Number(t.text) === 0 ? 1 : 2 * Number(t.text))] : []),
  },
  {
    name: 'arguments',
    at: (t, roles) => {
      if (t.op === 'binomial') return [as(t, 'binomial', [t.args[1]!, t.args[0]!], t.text)];
      if (t.op !== 'call') return [];
      const [head, ...groups] = t.args as [Tree, ...Tree[]];
      if (groups.length === 2) return [as(t, 'call', [head, groups[1]!, groups[0]!], t.text)];
      const items = groups[0]?.args ?? [];
      // the arguments of a joint law are told apart by their names: p(y, x) is p(x, y)
      if (roles(head.text)?.startsWith('joint')) return [];
      if (groups.length !== 1 || items.length !== 2 || items.some((item) => item.op !== 'symbol')) return [];
      // H(X, Y), I(X, Y), Cov(X, Y) of random variables have no order
      if (items.every((item) => roles(item.text) === 'random')) return [];
      return [as(t, 'call', [head, as(groups[0]!, 'list', [items[1]!, items[0]!])], t.text)];
    },
  },
  {
    name: 'condition',
    at: (t) => {
      if (t.op === 'expectation' && t.args.length === 3) return [as(t, 'expectation', t.args.slice(0, 2), t.text)];
      return t.op === 'call' && t.text.endsWith('|') ? [as(t, 'call', t.args.slice(0, -1), t.text.slice(0, -1))] : [];
    },
  },
  {
    name: 'shift',
    at: (t, roles) => {
      const up = (arg: Tree): Tree => as(arg, 'add', [arg, numeral(arg, 1)]);
      if (t.op === 'special' || t.op === 'factorial')
        return [as(t, t.op, [up(t.args[0]!), ...t.args.slice(1)], t.text)];
      if (t.op !== 'call' || t.text === '‖') return [];
      const [head, first, ...rest] = t.args as [Tree, Tree, ...Tree[]];
      const [item, ...others] = first.args;
      if (!item || item.op !== 'symbol' || lawRoles.includes(roles(item.text)) || roles(item.text) === 'random')
        return [];
      const moved = as(item, 'add', [item, numeral(item, 1)]);
      return [as(t, 'call', [head, as(first, 'list', [moved, ...others]), ...rest], t.text)];
    },
  },
  {
    name: 'index',
    at: (t) => {
      const [base, index] = t.args;
      if (t.op === 'norm' && index) return [as(t, 'norm', [base!])];
      return t.op === 'index' && index?.op === 'symbol' ? [as(t, 'index', [base!, numeral(index, 1)], t.text)] : [];
    },
  },
  {
    name: 'extremum',
    at: (t) => (opposite[t.op] ? [as(t, opposite[t.op]!, t.args, t.text)] : []),
  },
  {
    name: 'event',
    at: (t) => (t.op === 'relation' && confused[t.text] ? [as(t, 'relation', t.args, confused[t.text]!)] : []),
  },
  {
    name: 'derivative',
    at: (t) => {
      if (t.op === 'prime') return [t.args[0]!];
      if (!slopes.has(t.op)) return [];
      const [by, body] = t.args as [Tree, Tree];
      return by.args.length > 1 ? [body, as(t, t.op, [{ ...by, args: by.args.slice(1) }, body], t.text)] : [body];
    },
  },
  {
    name: 'variable of a derivative',
    at: (t, roles) => {
      if (!slopes.has(t.op)) return [];
      const [by, body] = t.args as [Tree, Tree];
      const own = new Set(by.args.map((v) => v.text));
      const others = new Set([...walk(body)].filter((s) => s.op === 'symbol' && !own.has(s.text) && movable.has(roles(s.text))).map((s) => s.text)); // prettier-ignore
      return by.args.flatMap((variable, i) =>
        [...others].map((name) => {
          const changed = by.args.map((v, k) => (k === i ? as(variable, 'symbol', [], name) : v));
          return as(t, t.op, [{ ...by, args: changed }, body], t.text);
        }),
      );
    },
  },
  {
    name: 'order',
    at: (t, roles) => {
      const noncommuting = t.op === 'multiply' && !t.text && t.args.every((arg) => hasMatrix(arg, roles));
      return noncommuting ? [as(t, 'multiply', [t.args[1]!, t.args[0]!])] : [];
    },
  },
  {
    name: 'place',
    at: (t) => (t.op === 'at' ? [t.args[0]!] : []),
  },
  {
    name: 'bound variable',
    at: (t, roles) => {
      const binder = t.args[0];
      if (!binder || !['over', 'domain'].includes(binder.op) || binder.args[0]?.op !== 'symbol') return [];
      const bound = binder.args[0].text;
      const others = new Set([...walk(t)].filter((s) => s.op === 'symbol' && s.text !== bound && ['outcome', 'parameter'].includes(roles(s.text) ?? '')).map((s) => s.text)); // prettier-ignore
      return [...others].map((name) => {
        const other = as(
          binder,
          binder.op,
          [as(binder.args[0]!, 'symbol', [], name), ...binder.args.slice(1)],
          binder.text,
        );
        return as(t, t.op, [other, ...t.args.slice(1)], t.text);
      });
    },
  },
];
