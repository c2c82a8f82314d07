/**
 * `g^{-1}(y)` of a function that is defined by a formula in which its argument stands once, under steps that each have an
 * inverse: x = … is read off the formula, so that derivatives and densities of it are those of a formula too. A search
 * for the place where g is y was rejected: nothing would say that there is one place only.
 */
import { sameTree, tree, type Tree } from '../tex/tree.ts';

const count = (t: Tree, x: Tree): number =>
  sameTree(t, x) ? 1 : t.args.reduce((total, arg) => total + count(arg, x), 0);

/** The place at which the formula `body` in `x` has the value `y`; null where that is not read off it. */
export function inverted(body: Tree, x: Tree, y: Tree): Tree | null {
  if (sameTree(body, x)) return y;
  if (count(body, x) !== 1) return null;
  const node = (op: string, args: readonly Tree[], text = ''): Tree => tree(op, args, text, y.span);
  const [a, b] = body.args as [Tree, Tree?];
  const inFirst = count(a, x) === 1;
  const inner = inFirst ? a : b!;
  const other = inFirst ? b! : a;
  const next = (value: Tree): Tree | null => inverted(inner, x, value);
  const reciprocal = (t: Tree): Tree => node('power', [t, node('negate', [node('number', [], '1')])]);
  switch (body.op) {
    case 'plus':
      return next(y);
    case 'negate':
      return next(node('negate', [y]));
    case 'add':
      return next(node('subtract', [y, other]));
    case 'subtract':
      return next(inFirst ? node('add', [y, other]) : node('subtract', [other, y]));
    case 'multiply':
      // of matrices the sides count
      return next(node('multiply', inFirst ? [y, reciprocal(other)] : [reciprocal(other), y]));
    case 'divide':
      return next(inFirst ? node('multiply', [y, other]) : node('divide', [other, y]));
    case 'power':
      return ofPower(body, inFirst, y, next);
    case 'apply':
      if (body.text === '\\log') return next(b ? node('power', [b, y]) : node('apply', [y], '\\exp'));
      if (body.text === '\\exp') return next(node('apply', [y], '\\log'));
      return body.text === '\\sqrt' ? next(node('power', [y, b ?? node('number', [], '2')])) : null;
    case 'call': {
      // of F_X the quantile function, of a g that is defined its own inverse
      const arg = b!.args[0]!;
      const isOne = body.args.length === 2 && b!.args.length === 1;
      return isOne && !inFirst ? inverted(arg, x, node('call', [node('inverse', [a]), node('list', [y])])) : null;
    }
    default:
      return null;
  }
}

/** e^x is the exponential function; an even power is not undone, for it has the same value at two places. */
function ofPower(body: Tree, inFirst: boolean, y: Tree, next: (value: Tree) => Tree | null): Tree | null {
  const [base, exponent] = body.args as [Tree, Tree];
  const node = (op: string, args: readonly Tree[], text = ''): Tree => tree(op, args, text, y.span);
  if (!inFirst) return next(node('apply', base.op === 'symbol' && base.text === 'e' ? [y] : [y, base], '\\log'));
  const isWhole = exponent.op === 'number' && /^\d+$/.test(exponent.text);
  if (isWhole) return Number(exponent.text) % 2 === 1 ? next(node('apply', [y, exponent], '\\sqrt')) : null;
  const isReciprocal = exponent.op === 'negate' && exponent.args[0]!.text === '1';
  return isReciprocal ? next(node('divide', [node('number', [], '1'), y])) : null;
}
