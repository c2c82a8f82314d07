/**
 * How derivatives read. An operator such as `\frac{d}{dx}` takes a product and stops at + or -, as a product rule is
 * written; where a function or a bracket comes first it might take that alone, and is refused. `\partial_x` and
 * `\nabla_x` take one factor, as \log does.
 */
import { MOST } from '../meaning/differentiate.ts';
import { type Parser, power } from '../tex/parser.ts';
import { transposes } from '../tex/signs.ts';
import { tree, type Tree } from '../tex/tree.ts';
import { readPlace } from './evaluation.ts';

const SIGNS = ['d', '\\mathrm{d}', '\\partial'];

/** Is this fraction a derivative: a differential begins it above, and one of the same kind before a name below? */
export function signOf(p: Parser): string | null {
  const braced = p.peek().text === '{' ? 1 : 0;
  const top = p.peek(braced);
  if (!isSign(top)) return null;
  let next = 1;
  for (let depth = braced; depth > 0; next++) {
    const { text, kind } = p.peek(next);
    if (kind === 'end') return null;
    if (text === '{') depth++;
    if (text === '}') depth--;
  }
  const [open, below, name] = [p.peek(next), p.peek(next + 1), p.peek(next + 2)];
  const named = name.kind === 'letter' || (name.kind === 'command' && /^\\[A-Za-z]+$/.test(name.text)) || name.text === '('; // prettier-ignore
  if (open.text !== '{' || !isSign(below) || !named) return null;
  const sign = top.text === '\\partial' ? '\\partial' : 'd';
  if ((below.text === '\\partial') !== (sign === '\\partial')) return null;
  if (p.names.declared('d') && [top.text, below.text].includes('d'))
    throw p.error('d is given as a name, so that this may be a quotient or a derivative', top, 'write \\mathrm{d} for the derivative'); // prettier-ignore
  return sign;
}

const isSign = (t: ReturnType<Parser['peek']>): boolean => t.kind !== 'text' && SIGNS.includes(t.text);

/** A whole number above a differential; 1 where none stands. */
export function readOrder(p: Parser, what: string): number {
  if (!p.accept('^')) return 1;
  const at = p.peek();
  const order = p.group('^');
  const n = order.op === 'number' ? Number(order.text) : NaN;
  if (n >= 1 && n <= MOST && Number.isInteger(n)) return n;
  throw p.error(`the order of ${what} should be a number from 1 to ${MOST}`, at);
}

export function readFraction(p: Parser, sign: string, start: number): Tree {
  const open = p.accept('{');
  p.take();
  const order = readOrder(p, 'a derivative');
  const body = open && !p.is('}') ? p.free(() => p.expression(power.any)) : null;
  if (open) p.close('}', open);
  const below = p.take();
  const items = p.free(() => readBelow(p, sign));
  p.close('}', below);
  const by = variables(items, order);
  if (!by) throw p.error(`the order ${order} above is not that below`, below, 'write \\frac{d^2 f}{d x^2}');
  const names = tree('by', by, '', p.span(below.start));
  if (body) return p.node('derivative', [names, body], `${sign}/`, start);
  const place = readPlace(p);
  const inner = p.node('derivative', [names, readOperand(p, start)], sign, start);
  return place ? p.node('at', [inner, place], '', start) : inner;
}

/** `d x^2 \, d y`: each variable with the number above it. */
function readBelow(p: Parser, sign: string): [Tree, number][] {
  const items: [Tree, number][] = [];
  do {
    const { text } = p.peek();
    if ((text === '\\partial') !== (sign === '\\partial')) throw p.error(`${text} stands below ${sign}`, p.peek(), 'write one of the two'); // prettier-ignore
    p.take();
    const variable = p.expression(power.postfix);
    // TeX takes a prime for a superscript, and another one only right after it
    if (p.is('^') && variable.text.endsWith("'") && p.peek().start > variable.span.end)
      throw p.error('a second superscript', p.peek(), 'put both into one pair of braces');
    items.push([variable, transposed(p) ? 1 : readOrder(p, `“${variable.text}”`)]);
  } while (SIGNS.some((sign) => p.is(sign)));
  return items;
}

/** `\partial \beta^\mathrm{T}`: the second derivatives by \beta do not tell it from \beta. */
const transposed = (p: Parser): boolean =>
  p.attempt(() => {
    if (!p.accept('^')) return null;
    const mark = p.group('^');
    return transposes.includes(mark.text) || null;
  }) ?? false;

/** Each variable as often as it is differentiated by; \sigma^2 is one where the order above says so. */
function variables(items: readonly [Tree, number][], order: number): Tree[] | null {
  const all = items.flatMap(([v, n]) => Array.from({ length: n }, () => v));
  if (all.length === order) return all;
  if (items.length !== order || items.some(([, n]) => n > 2)) return null;
  return items.map(([v, n]) => (n === 1 ? v : tree('power', [v, tree('number', [], '2', v.span)], '', v.span)));
}

const isProduct = (t: Tree): boolean =>
  (t.op === 'multiply' || (t.op === 'divide' && t.text === '/')) && t.args[0]!.span.start === t.span.start;
const first = (t: Tree): Tree => (isProduct(t) ? first(t.args[0]!) : t);

/** What an operator stands before. */
function readOperand(p: Parser, start: number): Tree {
  const next = p.peek();
  if (!p.startsOperand())
    throw p.error('this derivative has nothing to differentiate', { start, end: next.start }, 'write the function after it'); // prettier-ignore
  const body = p.expression(power.sum + 5);
  const opened = ['(', '[', '{'].includes(next.text);
  if (isProduct(body) && (opened || ['apply', 'special'].includes(first(body).op)))
    throw p.error('this derivative may take the first factor or the whole product', { start, end: next.start }, 'put brackets around what is differentiated, or around the derivative'); // prettier-ignore
  return body;
}

/** `\partial_x f`, `\nabla_x f`: one factor, as after \log; names draw in the product that they begin, as in x^\top A x. */
export function readFactor(p: Parser, name: string): Tree {
  if (!p.startsOperand()) throw p.error(`${name} has nothing to differentiate`, p.peek(), `write ${name}_x f(x)`);
  const opened = ['(', '[', '{'].includes(p.peek().text);
  const drawn = opened ? null : p.attempt(() => {
    const body = p.expression(power.sum + 5);
    return isProduct(body) && isName(first(body)) ? body : null;
  }); // prettier-ignore
  const body = drawn ?? p.expression(power.factor);
  if (body.op === 'placeholder')
    throw p.error(`${name} \\cdot is not read`, body.span, 'write the partial derivatives');
  return body;
}

const isConstant = (t: Tree): boolean => t.op === 'number' || (t.op === 'divide' && t.args.every(isConstant));
const isName = (t: Tree): boolean =>
  t.op === 'symbol' || t.op === 'index' || isConstant(t) || (t.op === 'power' && isName(t.args[0]!));

/** `x`, `x, y` and `x y` below a sign. */
export function variablesBelow(t: Tree): readonly Tree[] {
  if (t.op === 'list') return t.args;
  return t.op === 'multiply' && !t.text ? t.args.flatMap(variablesBelow) : [t];
}
