/**
 * The tree of a formula: one uniform node, so that printing, mutation and comparison need no knowledge of
 * the notation that made it. `op` names the notation, `args` are its parts, `text` is the rest (a name, a
 * numeral, a variant of writing) and `span` is the place in the LaTeX source, in UTF-16 offsets.
 * A union type with one shape per notation was rejected: every walk over trees would have to list them all.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Tree {
  readonly op: string;
  readonly args: readonly Tree[];
  readonly text: string;
  readonly span: Span;
}

export const tree = (op: string, args: readonly Tree[], text: string, span: Span): Tree => ({ op, args, text, span });

/** Equality of meaning: same notation, same text, same parts; places do not matter. */
export function sameTree(a: Tree, b: Tree): boolean {
  return (
    a.op === b.op &&
    a.text === b.text &&
    a.args.length === b.args.length &&
    a.args.every((arg, i) => sameTree(arg, b.args[i]!))
  );
}

/** What an index stands at, `x` of `x_i`, or the tree by itself. */
export const baseOf = (t: Tree): Tree => (t.op === 'index' ? t.args[0]! : t);

/** Do brackets stand around it? Then it begins before its first part. */
export const isBracketed = ({ args, span }: Tree): boolean => args.length > 0 && span.start < args[0]!.span.start;

/** The items of a list that no brackets hold together, or the tree by itself. */
export const itemsOf = (t: Tree): readonly Tree[] => (t.op === 'list' && !isBracketed(t) ? t.args : [t]);

/** The tree as an s-expression, for tests and messages about structure. */
export function sexpr(t: Tree): string {
  const inner = [t.op, ...(t.text ? [JSON.stringify(t.text)] : []), ...t.args.map(sexpr)];
  return t.args.length === 0 && (t.op === 'symbol' || t.op === 'number') ? t.text : `(${inner.join(' ')})`;
}

export function* walk(t: Tree): Generator<Tree> {
  yield t;
  for (const arg of t.args) yield* walk(arg);
}

/** `\sigma^2` of a name. */
export const isSquareOfName = ({ op, args }: Tree): boolean =>
  op === 'power' && args[0]!.op === 'symbol' && args[1]!.op === 'number' && args[1]!.text === '2';

export const squareRootOf = (t: Tree): Tree => tree('apply', [t], '\\sqrt', t.span);

/** The factors of a product without brackets around them, in their order. */
export function factorsOf(t: Tree): readonly Tree[] {
  const [left, right] = t.args;
  return t.op === 'multiply' && t.span.start === left!.span.start ? [...factorsOf(left!), right!] : [t];
}
