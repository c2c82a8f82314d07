/**
 * Mutants: what a slip of the pen would have made of a relation. Each rule looks at one node of a tree and says what
 * might stand there instead; the attack (attack.ts) then asks whether the checker would have noticed.
 */
import { print } from '../notation/index.ts';
import type { Role } from '../meaning/scope.ts';
import { type Tree, sameTree, tree, walk } from '../tex/tree.ts';
import type { Claim } from './claim.ts';
import { withoutFreeFactors, type Roles } from './free-factor.ts';
import { namesOf } from './proportion.ts';

export interface Mutant {
  /** The rule that made it. */
  readonly rule: string;
  readonly claim: Claim;
}

interface Rule {
  readonly name: string;
  /** What may stand in place of a node. */
  readonly at: (t: Tree, roles: Roles) => readonly Tree[];
}

const as = (t: Tree, op: string, args: readonly Tree[], text = ''): Tree => tree(op, args, text, t.span);
const numeral = (t: Tree, n: number): Tree => as(t, 'number', [], String(n));
const lawRoles: readonly (Role | undefined)[] = ['law', 'joint', 'family', 'joint family'];

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
const turned: Readonly<Record<string, string>> = { '\\le': '\\ge', '\\ge': '\\le', '<': '>', '>': '<' };
/** What may stand for a sign within an event or a statement. */
const confused: Readonly<Record<string, string>> = { ...turned, '=': '\\ne', '\\ne': '=' };

const functions: ReadonlySet<string> = new Set(['apply', 'absolute', 'special', 'factorial', 'floor', 'ceil', 'norm']);
const slopes: ReadonlySet<string> = new Set(['derivative', 'gradient', 'hessian']);
/** What a derivative may be taken by. */
const movable: ReadonlySet<Role | undefined> = new Set<Role | undefined>(['value', 'parameter', 'outcome', 'matrix']);

/** Places where a number is a name and not a quantity. */
const isName = (t: Tree): boolean => t.op === 'index';

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

/** Every tree that one rule makes at one node. */
function* variants(t: Tree, roles: Roles): Generator<readonly [string, Tree]> {
  for (const rule of rules) for (const made of rule.at(t, roles)) yield [rule.name, made];
  for (let i = 0; i < t.args.length; i++) {
    if (isName(t) && i > 0) continue;
    for (const [rule, made] of variants(t.args[i]!, roles))
      yield [rule, { ...t, args: t.args.map((arg, k) => (k === i ? made : arg)) }];
  }
}

/** The names of laws in a tree, in the order in which they come. */
const lawsIn = (t: Tree, roles: Roles): string[] => [
  ...new Set([...walk(t)].filter((s) => s.op === 'symbol' && lawRoles.includes(roles(s.text))).map((s) => s.text)),
];

const renamed = (t: Tree, names: ReadonlyMap<string, string>): Tree =>
  t.op === 'symbol' && names.has(t.text)
    ? { ...t, text: names.get(t.text)! }
    : { ...t, args: t.args.map((arg) => renamed(arg, names)) };

const exchange = (a: string, b: string): ReadonlyMap<string, string> => new Map([[a, b], [b, a]]); // prettier-ignore

/** Two laws exchanged on a side; another law under an expectation. */
function* lawVariants(t: Tree, both: Tree, roles: Roles): Generator<readonly [string, Tree]> {
  const own = lawsIn(t, roles);
  for (let i = 0; i < own.length; i++)
    for (let k = i + 1; k < own.length; k++) yield ['laws', renamed(t, exchange(own[i]!, own[k]!))];
  const all = lawsIn(both, roles);
  for (const node of walk(t)) {
    if (node.op !== 'expectation') continue;
    const [binder, ...rest] = node.args as [Tree, Tree];
    for (const name of lawsIn(binder, roles))
      for (const other of all)
        if (other !== name) {
          const changed = { ...node, args: [renamed(binder, new Map([[name, other]])), ...rest] };
          yield ['law of an expectation', replace(t, node, changed)];
        }
  }
}

const replace = (t: Tree, from: Tree, to: Tree): Tree =>
  t === from ? to : { ...t, args: t.args.map((arg) => replace(arg, from, to)) };

/** Signs that might stand there instead. */
function signs(claim: Claim): readonly (readonly [string, string])[] {
  const { text } = claim.sign;
  if (turned[text]) return [['inequality', turned[text]]];
  if (text === '=' || text === '\\equiv') return [['strict', '<'], ['strict', '>']]; // prettier-ignore
  if (text === '\\in' || text === '\\notin') return [['member', text === '\\in' ? '\\notin' : '\\in']];
  return text === '\\ne' ? [['equality', '=']] : [];
}

/** What becomes of a limit and of a range, which stand beside the trees of a relation. */
function* besides(claim: Claim): Generator<Mutant> {
  const { right, sign, forall } = claim;
  if (sign.text === '\\xrightarrow' || sign.text === '\\to') {
    yield { rule: 'limit', claim: { ...claim, right: as(right, 'multiply', [numeral(right, 2), right]) } };
    yield { rule: 'limit', claim: { ...claim, right: as(right, 'add', [right, numeral(right, 1)]) } };
  }
  for (const range of forall)
    if (range.op === 'chain' && range.args[1]!.text !== '\\in')
      yield { rule: 'range', claim: { ...claim, forall: forall.filter((r) => r !== range) } };
}

/** A proportionality with its names below the sign, which a change of the left side must not change. */
const named = (claim: Claim): Claim =>
  claim.sign.text !== '\\propto' || claim.sign.args.length > 0
    ? claim
    : { ...claim, sign: { ...claim.sign, args: [as(claim.sign, 'list', namesOf(claim))] } };

/** Numbers made of matrices: what stands around them commutes with them. */
const scalars: ReadonlySet<string> = new Set(['trace', 'determinant', 'absolute', 'norm', 'index', 'call']);
const hasMatrix = (t: Tree, roles: Roles): boolean =>
  t.op === 'matrix' ||
  (t.op === 'symbol' && roles(t.text) === 'matrix') ||
  (!scalars.has(t.op) && t.args.some((arg) => hasMatrix(arg, roles)));

/** Factors that are matrices keep their order: they become parts of a node that does not commute. */
export function arranged(t: Tree, roles: Roles): Tree {
  if (t.op !== 'multiply') {
    const args = t.args.map((arg) => arranged(arg, roles));
    const [inner] = args;
    if (t.op !== 'trace' || inner?.op !== 'product of matrices') return { ...t, args };
    const turns = inner.args.map((_, i) => ({ ...inner, args: [...inner.args.slice(i), ...inner.args.slice(0, i)] }));
    return { ...t, args: [turns.reduce((a, b) => (canonical(b) < canonical(a) ? b : a))] };
  }
  const factors = flatten(t, 'multiply').map((factor) => arranged(factor, roles));
  const [kept, free] = [true, false].map((is) => factors.filter((factor) => hasMatrix(factor, roles) === is));
  if (kept!.length < 2) return { ...t, args: t.args.map((arg) => arranged(arg, roles)) };
  return free!.reduceRight((right, left) => as(t, 'multiply', [left, right]), as(t, 'product of matrices', kept!));
}

/** Arguments whose order does not matter. */
const symmetric = new Set(['JSD', 'D_{JS}', 'JS', 'D_{JSD}', 'TV', 'D_{TV}', 'd_{TV}', 'H^2', 'I', 'MI', 'Cov', 'cov']);

/** |a - b| and even powers of a - b do not say which is taken from which. */
const unsigned = (t: Tree): boolean =>
  t.op === 'absolute' || (t.op === 'power' && t.args[1]!.op === 'number' && Number(t.args[1]!.text) % 2 === 0);

/** A tree with what commutes in a fixed order, so that rearrangements are seen to be the same. */
export function canonical(t: Tree): string {
  const parts = t.args.map(canonical);
  const head = t.op === 'call' && symmetric.has(t.args[0]!.text);
  const equality = t.op === 'chain' && t.args.length === 3 && ['=', '\\ne'].includes(t.args[1]!.text);
  if (equality) return `(chain ${[parts[0], parts[2]].sort().join(t.args[1]!.text)})`;
  if (/^arg/.test(t.op) && t.args.length === 2) return `(${t.op} ${parts[0]} ${canonical(unscaled(t.args[1]!))})`;
  if (t.op === 'add' || t.op === 'multiply') return `(${t.op} ${flatten(t, t.op).map(canonical).sort().join(' ')})`;
  if (head) {
    const [only, ...more] = t.args.slice(1);
    const items = only?.op === 'list' && more.length === 0 ? only.args.map(canonical) : parts.slice(1);
    return `(call ${parts[0]} ${items.sort().join(' ')})`;
  }
  if (unsigned(t) && t.args[0]!.op === 'subtract')
    return `(${t.op} ${t.args[0]!.args.map(canonical).sort().join(' - ')} ${parts.slice(1).join(' ')})`;
  if ((t.op === 'max' || t.op === 'min') && t.args.length === 1)
    return `(${t.op} ${t.args[0]!.args.map(canonical).sort().join(' ')})`;
  return `(${t.op} ${t.op === 'multiply' ? '' : t.text} ${parts.join(' ')})`;
}
const flatten = (t: Tree, op: string): Tree[] => (t.op === op ? t.args.flatMap((arg) => flatten(arg, op)) : [t]);

const key = (c: Claim): string => `${canonical(c.left)} ${c.sign.text} ${canonical(c.right)}`;

/** Equal up to the order of two sides, where the sign allows it. */
const keys = (c: Claim): readonly string[] =>
  c.sign.text in turned
    ? [key(c), key({ ...c, left: c.right, right: c.left, sign: { ...c.sign, text: turned[c.sign.text]! } })]
    : [key(c), key({ ...c, left: c.right, right: c.left })];

/** A positive constant factor moves no maximiser. */
function unscaled(t: Tree): Tree {
  const constant = (s: Tree): boolean =>
    (s.op === 'number' && Number(s.text) > 0) ||
    (s.op === 'symbol' && s.text === 'n') ||
    (s.op === 'divide' && s.args.every(constant));
  if (t.op === 'multiply' && constant(t.args[0]!)) return unscaled(t.args[1]!);
  if (t.op === 'divide' && constant(t.args[1]!)) return unscaled(t.args[0]!);
  return t;
}

/** A positive constant factor of one side that is compared with 0 says nothing. */
const isZero = (t: Tree): boolean => t.op === 'number' && Number(t.text) === 0;
const bare = (t: Tree): Tree => {
  const positive = (s: Tree): boolean =>
    (s.op === 'number' && Number(s.text) > 0) || (s.op === 'divide' && s.args.every(positive));
  if (t.op === 'multiply' && positive(t.args[0]!)) return bare(t.args[1]!);
  if (t.op === 'divide' && positive(t.args[1]!)) return bare(t.args[0]!);
  return t;
};
/** X = X and X <= X are true whatever X is. */
const trivial = (c: Claim): boolean =>
  ['=', '\\le', '\\ge'].includes(c.sign.text) && canonical(c.left) === canonical(c.right);

const scaled = (c: Claim): Claim =>
  isZero(c.right) ? { ...c, left: bare(c.left) } : isZero(c.left) ? { ...c, right: bare(c.right) } : c;

/**
 * Mutants of a claim, each once, and how many more say provably the same or nothing: rearrangements, X = X, positive factors of a side
 * compared with 0, and exchanges of two names of which the same is given (`alike`).
 */
export function mutantsOf(
  original: Claim,
  roles: Roles,
  alike: (a: string, b: string) => boolean,
): { mutants: Mutant[]; equivalent: number } {
  const claim = named(original);
  const both = tree('list', [claim.left, claim.right], '', claim.sign.span);
  const made: Mutant[] = [];
  const existential = claim.exists.length > 0 || claim.sign.text === '\\ne';
  for (const side of ['left', 'right'] as const) {
    const t = claim[side];
    const found = existential ? [] : [...variants(t, roles)];
    const calls = existential ? [...variants(t, roles)].filter(([rule]) => rule === 'arguments') : [];
    for (const [rule, changed] of [...found, ...calls, ...lawVariants(t, both, roles)])
      made.push({ rule, claim: { ...claim, [side]: changed } });
  }
  if (claim.exists.length === 0)
    for (const [rule, text] of signs(claim)) made.push({ rule, claim: { ...claim, sign: { ...claim.sign, text } } });
  if (!existential) made.push(...besides(claim));

  const laws = lawsIn(both, roles);
  const names = new Set(claim.sign.text === '\\propto' ? namesOf(claim).map((t) => t.text) : []);
  const alone = (t: Tree): Tree => (names.size > 0 ? withoutFreeFactors(t, names, roles) : t);
  const plain = (c: Claim): Claim => scaled({ ...c, left: alone(arranged(c.left, roles)), right: alone(arranged(c.right, roles)) }); // prettier-ignore
  const same = new Set(keys(plain(claim)));
  for (let i = 0; i < laws.length; i++)
    for (let k = i + 1; k < laws.length; k++) {
      if (!alike(laws[i]!, laws[k]!)) continue;
      const names = exchange(laws[i]!, laws[k]!);
      const turnedClaim = { ...claim, left: renamed(claim.left, names), right: renamed(claim.right, names) };
      for (const name of keys(plain(turnedClaim))) same.add(name);
    }
  // what exists by a difference must not exist without one
  if (existential && ['\\ne', '<', '>'].includes(claim.sign.text)) {
    made.push({ rule: 'same sides', claim: { ...claim, right: claim.left } });
    made.push({ rule: 'same sides', claim: { ...claim, left: claim.right } });
  }
  const seen = new Set<string>();
  let equivalent = 0;
  const mutants = made.filter((m) => {
    if (m.rule === 'range') return true;
    const written = `${print(m.claim.left)} ${m.claim.sign.text} ${print(m.claim.right)}`;
    if (seen.has(written) || (sameTree(m.claim.left, claim.left) && sameTree(m.claim.right, claim.right) && m.claim.sign.text === claim.sign.text)) return false; // prettier-ignore
    seen.add(written);
    const arrangedClaim = plain(m.claim);
    if (!same.has(key(arrangedClaim)) && !trivial(arrangedClaim)) return true;
    equivalent++;
    return false;
  });
  return { mutants, equivalent };
}
