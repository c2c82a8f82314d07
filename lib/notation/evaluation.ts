/** `\left. f \right|_{x = a}` and `f \big|_{x = a}`: what stands before the bar, with the name at the value below it. */
import { sameShape } from '../meaning/matrix.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import { isMatrix, isNumber, kindOf, type Value } from '../meaning/value.ts';
import { type Infix, type Parser, type Prefix, power } from '../tex/parser.ts';
import { isSquareOfName, squareRootOf, type Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';

const isBar = (p: Parser): boolean => p.is('|', '\\rvert') && p.peek(1).text === '_' && !p.peek().fixed;

/** The place below a bar, if one follows. */
export function readPlace(p: Parser): Tree | null {
  if (!isBar(p)) return null;
  p.take();
  return below(p);
}

function below(p: Parser): Tree {
  p.expect('_', 'after the bar', 'write \\right|_{x = a}');
  const at = p.peek();
  const place = p.group('_');
  if (p.is('^')) throw p.error('an evaluation between two places is not read', p.peek(), 'write the difference of two values'); // prettier-ignore
  const items = place.op === 'list' ? place.args : [place];
  const chains = items.filter((item) => item.op === 'chain');
  if (chains.length ? chains.length < items.length || !chains.every(isPlace) : items.length > 1)
    throw p.error('below the bar should stand which name has which value', at, 'write |_{x = a}');
  return place;
}

/** `x = a`, and `\sigma^2 = a`, which says what \sigma is. */
const isPlace = (t: Tree): boolean =>
  t.args.length === 3 && t.args[1]!.text === '=' && (t.args[0]!.op === 'symbol' || isSquareOfName(t.args[0]!));

const bar: Infix = {
  power: power.sum + 5,
  when: isBar,
  parse: (p, left, token) => {
    if (left.op === 'placeholder')
      throw p.error('a place behind \\cdot has no meaning', token, 'write p(\\cdot \\mid x)');
    return p.node('at', [left, below(p)], '', left.span.start);
  },
};

const left: Prefix = (p, token) => {
  const body = p.free(() => p.expression(power.any));
  if (!p.is('\\rvert') || !p.peek().fixed)
    throw p.error('expected \\right| to close the \\left.', p.peek(), 'write \\left. f \\right|_{x = a}');
  p.take();
  return p.node('at', [body, below(p)], '', token.start);
};

/** Which name is set, and to what: a bare value is for the variable of the derivative that it follows. */
function settings(t: Tree, scope: Scope): [string, Tree][] {
  const [body, place] = t.args as [Tree, Tree];
  const items = place.op === 'list' ? place.args : [place];
  if (items[0]!.op === 'chain')
    return items.map((item) => {
      const [name, , value] = item.args as [Tree, Tree, Tree];
      if (isPlace(item)) return isSquareOfName(name) ? [name.args[0]!.text, squareRootOf(value)] : [name.text, value];
      throw new Refusal(`“${scope.shared.print(item)}” does not say which value a name has`, item.span);
    });
  const by = ['derivative', 'gradient', 'hessian'].includes(body.op) ? body.args[0]!.args : [];
  const names = new Set(by.map((v) => scope.shared.print(v)));
  if (names.size === 1 && by[0]!.op === 'symbol') return [[by[0]!.text, place]];
  throw new Refusal(`“${scope.shared.print(t)}” does not say which name has the value below the bar`, place.span);
}

/** A vector or matrix of a size by name is a number where that is 1. */
const isAlike = (v: Value, held: Value): boolean =>
  isMatrix(v) && isMatrix(held) ? sameShape(v, held) : isNumber(v) && isNumber(held);

function compile(t: Tree, scope: Scope): Code {
  let inner = scope;
  const places = settings(t, scope).map(([name, value]) => {
    const declared = scope.lookup(name);
    const slot = declared?.slot ?? scope.slot();
    inner = declared ? inner.moving(name) : inner.bind(name, slot);
    const role = declared?.role ?? 'value';
    if (!['value', 'parameter', 'outcome', 'matrix'].includes(role))
      throw new Refusal(`“${name}” is not a number, so it cannot be set to “${scope.shared.print(value)}”`, value.span);
    return { name, value, slot, code: scope.compile(value), role };
  });
  const body = inner.compile(t.args[0]!);
  const valued = (env: Env) =>
    places.map(({ name, value, slot, code, role }) => {
      const v = code(env);
      if (role === 'matrix' ? isAlike(v, env[slot]!) : isNumber(v) || (isMatrix(v) && !scope.lookup(name))) return [slot, v] as const; // prettier-ignore
      throw new Refusal(`“${name}” cannot be “${scope.shared.print(value)}”, which is ${kindOf(v)}`, value.span);
    });
  return (env) => {
    const values = valued(env);
    const held = values.map(([slot]) => env[slot]!);
    for (const [slot, v] of values) env[slot] = v;
    try {
      return body(env);
    } finally {
      values.forEach(([slot], i) => (env[slot] = held[i]!));
    }
  };
}

export const evaluation: Notation = {
  name: { en: 'values at a place', zh: '在一点处的值' },
  meaning: {
    en: 'What stands before the bar, taken at the place that stands below it.',
    zh: '竖线之前的式子，在竖线下方所写之处取值。',
  },
  prefix: { '\\left.': left },
  infix: { '|': bar, '\\rvert': bar },
  ops: {
    at: {
      binds: 100,
      print: (t, print) => `\\left.${print(t.args[0]!)}\\right|_{${print(t.args[1]!)}}`,
      compile,
    },
  },
  examples: [
    {
      tex: '\\left.\\frac{d f}{d x}\\right|_{x = a}',
      tree: '(at (derivative "d/" (by x) f) (chain x (relation "=") a))',
    },
    {
      tex: 'a + \\frac{d}{d x} x^2 \\Big|_{x = 0}',
      tree: '(add a (at (derivative "d" (by x) (power x 2)) (chain x (relation "=") 0)))',
    },
    {
      tex: '2 x y \\bigr\\rvert_{x = 1, y = 2}',
      tree: '(at (multiply (multiply 2 x) y) (list (chain x (relation "=") 1) (chain y (relation "=") 2)))',
    },
    {
      tex: '\\frac{d}{d x}\\bigg|_{x = 0} f(x)',
      tree: '(at (derivative "d" (by x) (call f (list x))) (chain x (relation "=") 0))',
    },
  ],
};
