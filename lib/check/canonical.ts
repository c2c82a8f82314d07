/**
 * Relations that say provably the same: a tree with what commutes in a fixed order, so that a mutant that only
 * rearranges is told from one that says something else.
 */
import { type Tree, tree } from '../tex/tree.ts';
import { turned } from '../meaning/region.ts';
import type { Claim } from './claim.ts';
import type { Roles } from './free-factor.ts';

/** Numbers made of matrices: what stands around them commutes with them. */
const scalars: ReadonlySet<string> = new Set(['trace', 'determinant', 'absolute', 'norm', 'index', 'call']);
export const hasMatrix = (t: Tree, roles: Roles): boolean =>
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
  return free!.reduceRight(
    (right, left) => tree('multiply', [left, right], '', t.span),
    tree('product of matrices', kept!, '', t.span),
  );
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

export const key = (c: Claim): string => `${canonical(c.left)} ${c.sign.text} ${canonical(c.right)}`;

/** Equal up to the order of two sides, where the sign allows it. */
export const keys = (c: Claim): readonly string[] =>
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
export const trivial = (c: Claim): boolean =>
  ['=', '\\le', '\\ge'].includes(c.sign.text) && canonical(c.left) === canonical(c.right);

export const scaled = (c: Claim): Claim =>
  isZero(c.right) ? { ...c, left: bare(c.left) } : isZero(c.left) ? { ...c, right: bare(c.right) } : c;
