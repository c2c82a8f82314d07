/** Definitions: `\text{ELBO} := …` names a thing, `\mathcal{L}(\theta \mid X) := …` a function of its arguments. */
import { isSquareOfName, sameTree, squareRootOf, type Tree } from '../tex/tree.ts';
import { inverted } from './inverse.ts';
import { substituteAll } from './substitute.ts';

export interface Definition {
  readonly pattern: Tree;
  readonly body: Tree;
  /** Where it was made, for messages. */
  readonly where: string;
}

/**
 * What the definition of a square says of its root: `s^2 := …` makes s what is not below 0 and has that square. Null for
 * other definitions.
 */
export function rootOf({ pattern, body, ...where }: Definition): Definition | null {
  const [base, exponent] = pattern.op === 'power' ? pattern.args : [];
  if (!base || !['symbol', 'index'].includes(base.op) || exponent!.op !== 'number' || exponent!.text !== '2') return null;
  return { pattern: base, body: { op: 'apply', args: [body], text: '\\sqrt', span: body.span }, ...where };
} // prettier-ignore

/** The latest definition of `t`, if it is a defined symbol or a call of a defined function, and what it stands for. */
export function definitionOf(
  t: Tree,
  definitions: readonly Definition[],
): { body: Tree; definition: Definition } | null {
  // what is written as it was defined means that, though p(y) was defined after p(x)
  const exact = definitions.findLast(({ pattern }) => sameTree(t, pattern));
  if (exact) return { body: exact.body, definition: exact };
  let found: { body: Tree; definition: Definition } | null = null;
  for (let i = definitions.length - 1; i >= 0; i--) {
    const body = match(t, definitions[i]!);
    if (!body || (found && sameTree(found.definition.pattern, definitions[i]!.pattern))) continue;
    // p(x) and p(y) are two functions: p(z) is neither
    if (found) return null;
    found = { body, definition: definitions[i]! };
  }
  return found ?? inverseOf(t, definitions);
}

/** `g^{-1}(y)` where g(x) := … says what g is. */
function inverseOf(t: Tree, definitions: readonly Definition[]): { body: Tree; definition: Definition } | null {
  const [head, list, ...more] = t.op === 'call' ? t.args : [];
  if (head?.op !== 'inverse' || more.length > 0 || list!.args.length !== 1) return null;
  const isOf = ({ pattern: { op, args } }: Definition): boolean =>
    op === 'call' && args.length === 2 && args[1]!.args.length === 1 && args[1]!.args[0]!.op === 'symbol' && sameTree(args[0]!, head.args[0]!);
  const definition = definitions.findLast(isOf);
  const body = definition && inverted(definition.body, definition.pattern.args[1]!.args[0]!, list!.args[0]!);
  return body ? { body, definition } : null;
} // prettier-ignore

/** The letters below a name that number what it is one of: what is defined of y_i is defined of y_j too. */
const lettersOf = (t: Tree): readonly Tree[] =>
  (t.op === 'multiply' && !t.text) || t.op === 'list' ? t.args.flatMap(lettersOf) : [t];

/** `12` below a name with two indices is 1 and 2. */
const indicesOf = (t: Tree, count: number): readonly Tree[] =>
  count > 1 && t.op === 'number' && new RegExp(`^[0-9]{${count}}$`).test(t.text) ? [...t.text].map((text) => ({ ...t, text })) : lettersOf(t); // prettier-ignore

function atIndex(t: Tree, pattern: Tree, body: Tree): Tree | null {
  // a name that was given is read in one piece
  const [, name, letter] = /^(.+)_([i-ln])$/.exec(pattern.op === 'symbol' ? pattern.text : '') ?? [];
  const base = pattern.op === 'index' ? pattern.args[0]! : { ...pattern, text: name ?? '' };
  const formal = pattern.op === 'index' ? lettersOf(pattern.args[1]!) : [{ ...pattern, text: letter ?? '' }];
  const actual = indicesOf(t.args[1]!, formal.length);
  const isLetter = (f: Tree): boolean => f.op === 'symbol' && /^[i-ln]$/.test(f.text);
  const isAll = (f: Tree, i: number): boolean => f.text === '\\bullet' && actual[i]?.text === '\\bullet';
  const isFamily = formal.some(isLetter) && formal.every((f, i) => (isLetter(f) ? actual[i]?.text !== '\\bullet' : isAll(f, i)));
  if (!isFamily || t.text !== '' || formal.length !== actual.length || !sameTree(t.args[0]!, base)) return null;
  return substituteAll(body, formal.map((f, i) => [f, actual[i]!] as const).filter(([f, a]) => !sameTree(f, a)));
} // prettier-ignore

/** What is put in for an argument; for \sigma^2 also what \sigma alone is then. */
function replaced(formal: Tree, actual: Tree): (readonly [from: Tree, to: Tree])[] {
  if (!isSquareOfName(formal)) return [[formal, actual]];
  const base = formal.args[0]!;
  return [
    [formal, actual],
    [base, squareRootOf(actual)],
  ];
}

function match(t: Tree, { pattern, body }: Definition): Tree | null {
  if (sameTree(t, pattern)) return body;
  if (t.op === 'index' && pattern.op !== 'call') return atIndex(t, pattern, body);
  if (t.op !== 'call' || pattern.op !== 'call' || t.text !== pattern.text || !sameTree(t.args[0]!, pattern.args[0]!))
    return null;
  if (t.text === '‖') return null;
  const formal = pattern.args.slice(1).flatMap((list) => list.args);
  const actual = t.args.slice(1).flatMap((list) => list.args);
  const isFormal = (f: Tree): boolean => f.op === 'symbol' || f.op === 'dots' || f.op === 'index' || isSquareOfName(f);
  if (formal.length !== actual.length || !formal.every(isFormal)) return null;
  const changed = formal.flatMap((f, i) => (sameTree(f, actual[i]!) ? [] : replaced(f, actual[i]!)));
  return substituteAll(body, changed);
}
