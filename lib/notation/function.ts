/** Functions of one number: they take one factor, `\log a b` is `(\log a) b`. */
import {
  abs,
  divide,
  exact,
  exp,
  log,
  multiply,
  negate,
  power as raise,
  sqrt,
  type Bounded,
} from '../number/bounded.ts';
import { arccos, arcsin, arctan, cos, cosh, sin, sinh, tan, tanh } from '../meaning/trigonometry.ts';
import { logOf } from '../meaning/logarithm.ts';
import { determinant, isSquare } from '../meaning/matrix.ts';
import { Refusal } from '../meaning/refusal.ts';
import { relations } from '../meaning/relate.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import type { Token } from '../tex/token.ts';
import { isMatrix, isNumber, kindOf } from '../meaning/value.ts';
import type { Parser, Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { itemsOf, type Tree } from '../tex/tree.ts';
import { readEnds } from './ends.ts';
import type { Notation } from './notation.ts';

const functions: Record<string, (a: Bounded) => Bounded> = {
  '\\log': log,
  '\\exp': exp,
  '\\sqrt': sqrt,
  '\\sin': sin,
  '\\cos': cos,
  '\\tan': tan,
  '\\arctan': arctan,
  '\\arcsin': arcsin,
  '\\arccos': arccos,
  '\\sinh': sinh,
  '\\cosh': cosh,
  '\\tanh': tanh,
};

const named = (name: string): Prefix => (p, token) => {
  if (name !== '\\log' && p.is('_')) throw p.error(`${name} has no base`, p.peek(), 'remove the subscript');
  const base = p.accept('_') ? [p.group('_')] : [];
  const raised = p.is('^') ? readRaised(p, name) : null;
  const next = p.peek();
  if (!p.startsOperand() || ['+', '-'].includes(next.text)) throw p.error(`${name} needs an argument`, next.kind === 'end' ? token : next, `write ${name} x`);
  const open = p.accept('(', '[');
  let argument: Tree;
  if (open) {
    argument = p.free(() => p.expression(power.any));
    p.close(open.text === '(' ? ')' : ']', open);
  } else argument = next.kind === 'number' ? coefficient(p) : p.expression(power.factor);
  const value = p.node('apply', [argument, ...base], name, token.start);
  return raised ? p.node('power', [value, raised], '', token.start) : value;
}; // prettier-ignore

/** `\sin^2 x` is the square of \sin x; what \log^k and \sin^{-1} mean is not told by how they are written. */
function readRaised(p: Parser, name: string): Tree {
  p.take();
  const at = p.peek();
  const exponent = p.group('^');
  if (exponent.op === 'number' && Number(exponent.text) >= 2) return exponent;
  throw p.error(
    `a power of ${name} should be a whole number from 2`,
    at,
    `write (${name} x)^k, or the inverse by its name`,
  );
}

/** `\log 2 \pi \sigma^2`: a numeral draws in the names that follow it, up to a call, a bracket or a sign. */
function coefficient(p: Parser): Tree {
  let left = p.expression(power.factor);
  for (;;) {
    const factor = p.attempt(() => {
      if (p.peek().kind !== 'letter' && !/^\\[A-Za-z]+$/.test(p.peek().text)) return null;
      if (!p.startsOperand() || p.stopped()) return null;
      const read = p.expression(power.factor);
      const base = read.op === 'power' ? read.args[0]! : read;
      return base.op === 'symbol' || base.op === 'index' ? read : null;
    });
    if (!factor) return left;
    left = p.node('multiply', [left, factor], '', left.span.start);
  }
}

/** Logarithms of what overflows or underflows itself. */
const inLog: Record<string, (code: Code) => (env: Env) => Bounded> = {
  '\\exp': (inner) => (env) => {
    const v = inner(env);
    return isNumber(v) ? v : exact(NaN);
  },
  '\\sqrt': (inner) => {
    const logarithm = logOf(inner);
    return (env) => multiply(exact(0.5), logarithm(env));
  },
};

/** `\sqrt[3]{x}`: what stands in the bracket. */
function readOrder(p: Parser): Tree {
  const open = p.take();
  const order = p.free(() => p.expression(power.any));
  p.close(']', open);
  return order;
}

/** The n-th root; of a number below 0 for an odd n. */
function compileRoot(argument: Tree, order: Tree, scope: Scope): Code {
  const [value, n] = [scope.number(argument), scope.number(order)];
  return (env) => {
    const [x, of] = [value(env), n(env)];
    const odd = of.error === 0 && Math.abs(of.value % 2) === 1;
    const root = (y: Bounded): Bounded => (y.value === 0 && y.error === 0 ? y : raise(y, divide(exact(1), of)));
    return odd && x.value < 0 ? negate(root(negate(x))) : root(x);
  };
}

function compile(t: Tree, scope: Scope): Code {
  const [argument, base] = t.args as [Tree, Tree?];
  if (t.text === '\\sqrt' && base) return compileRoot(argument, base, scope);
  const inner = scope.compile(argument);
  const value = scope.number(argument);
  const f = functions[t.text]!;
  if (t.text !== '\\log')
    return Object.assign((env: Env) => f(value(env)), inLog[t.text] ? { log: inLog[t.text]!(inner) } : {});
  // two factors below 0 have no logarithms, their product has one
  const logarithm = (env: Env): Bounded => {
    const known = inner.log?.(env);
    return known && !Number.isNaN(known.value) ? known : log(value(env));
  };
  if (!base) return logarithm;
  const b = scope.number(base);
  return (env) => divide(logarithm(env), log(b(env)));
}

export const functionOf: Notation = {
  name: { en: 'functions of a number', zh: '数的函数' },
  meaning: {
    en: 'A logarithm, exponential or root. Without brackets it takes the product that follows as far as plain factors go. A logarithm without a base is natural.',
    zh: '对数、指数、根式等。不写括号时，作用于紧随其后的若干简单因子之积。未写底数的对数是自然对数。',
  },
  prefix: {
    '\\log': named('\\log'),
    '\\ln': named('\\log'),
    log: named('\\log'),
    ln: named('\\log'),
    '\\exp': named('\\exp'),
    '\\sin': named('\\sin'),
    '\\cos': named('\\cos'),
    '\\tan': named('\\tan'),
    ...Object.fromEntries(
      ['arctan', 'arcsin', 'arccos', 'sinh', 'cosh', 'tanh'].map((f) => [`\\${f}`, named(`\\${f}`)]),
    ),
    exp: named('\\exp'),
    '\\sqrt': (p, token) => {
      const order = p.is('[') ? [readOrder(p)] : [];
      return p.node('apply', [p.group('\\sqrt'), ...order], '\\sqrt', token.start);
    },
  },
  ops: {
    apply: {
      binds: 95,
      print: (t, print) => {
        if (t.text === '\\sqrt') return `\\sqrt${t.args[1] ? `[${print(t.args[1])}]` : ''}{${print(t.args[0]!)}}`;
        return `${t.text}${t.args[1] ? `_{${print(t.args[1])}}` : ''}\\left(${print(t.args[0]!)}\\right)`;
      },
      compile,
    },
  },
  examples: [
    { tex: '\\log p q', tree: '(multiply (apply "\\\\log" p) q)' },
    {
      tex: '\\log 2\\pi x \\sqrt{y}',
      tree: '(multiply (apply "\\\\log" (multiply (multiply 2 \\pi) x)) (apply "\\\\sqrt" y))',
    },
    { tex: '\\cos(x - \\mu) \\sin x', tree: '(multiply (apply "\\\\cos" (subtract x \\mu)) (apply "\\\\sin" x))' },
    { tex: '\\sin^2 x', tree: '(power (apply "\\\\sin" x) 2)' },
    { tex: '\\sqrt[3]{x}', tree: '(apply "\\\\sqrt" x 3)' },
    { tex: '\\tanh \\frac x 2', tree: '(apply "\\\\tanh" (divide x 2))' },
    { tex: '\\log_2 x', tree: '(apply "\\\\log" x 2)' },
    { tex: '\\sqrt{a + b}', tree: '(apply "\\\\sqrt" (add a b))' },
  ],
};

const bars = (end: string, open: string): Prefix => {
  const closes = (q: Parser) => q.is(end) || (end === '|' && Boolean(q.peek().joined));
  return (p, token) => readBars(p, token, end, open, closes);
};

function readBars(p: Parser, token: Token, end: string, open: string, closes: (q: Parser) => boolean): Tree {
  const inner = p.free(() => p.until(closes, power.any), end === open);
  if (end === '|') p.part();
  if (!p.is(end)) {
    const head = open === '|' ? p.headAround(token) : null;
    if (head === null) throw p.error(`expected ${end} to close the ${open}`, p.peek(), 'absolute bars come in pairs');
    throw p.error(`nothing given says that “${head}” takes arguments, which this bar would part`, token, `say in a given what “${head}” is; absolute bars come in pairs`); // prettier-ignore
  }
  p.take();
  return p.node('absolute', [inner], '', token.start);
}

export const absolute: Notation = {
  name: { en: 'absolute value, determinant', zh: '绝对值与行列式' },
  meaning: {
    en: 'Between two bars: the absolute value of a number, the determinant of a matrix.',
    zh: '两条竖线之间：对数是绝对值，对矩阵是行列式。',
  },
  prefix: { '|': bars('|', '|'), '\\lvert': bars('\\rvert', '\\lvert') },
  ops: {
    absolute: {
      binds: 100,
      print: (t, print) => `\\left|${print(t.args[0]!)}\\right|`,
      compile: (t, scope) => {
        const inner = scope.compile(t.args[0]!);
        return (env) => {
          const v = inner(env);
          if (isNumber(v)) return abs(v);
          if (isMatrix(v) && isSquare(v)) return determinant(v.rows);
          const hint = isMatrix(v) ? ': write \\|x\\| for the norm' : '';
          throw new Refusal(
            `“${scope.shared.print(t.args[0]!)}” is ${kindOf(v)}, not a number or a square matrix${hint}`,
            t.args[0]!.span,
          );
        };
      },
    },
  },
  examples: [
    { tex: '|X - \\mu|', tree: '(absolute (subtract X \\mu))' },
    { tex: '\\log |A||B|', tree: '(multiply (apply "\\\\log" (absolute A)) (absolute B))' },
  ],
};

/** What a reader would take for more or less than stands in it, were its braces not drawn. */
const sums = ['add', 'subtract', 'negate', 'plus'];
const bigOperators = ['sum', 'product', 'integral', 'limit', 'argmax', 'argmin', 'max', 'min', 'sup', 'inf'];
const runsOn = (t: Tree): boolean =>
  bigOperators.includes(t.op) || (['multiply', 'negate', 'plus', ...sums].includes(t.op) && runsOn(t.args.at(-1)!));
/** A bracket that is drawn begins before what stands in it. */
const drawn = (t: Tree, first: Token): boolean =>
  ['(', '['].includes(first.text) &&
  first.start === t.span.start &&
  t.args.every((arg) => arg.span.start > first.start);

/** Braces group, but are not drawn: `a {b + c}` looks like a b + c. */
function demandAlike(p: Parser, inner: Tree, [before, open, first]: readonly [Token, Token, Token]): void {
  if (drawn(inner, first)) return;
  const loose = [...sums, 'chain', 'list', 'iff', 'implies'].includes(inner.op);
  const begins = before === open || ['(', '[', '{', '\\{', ',', ';', '+', '&', '|', '‖', '\\\\', '\\choose'].includes(before.text) || before.text in relations; // prettier-ignore
  const goesOn = p.is('^', '_', '/', '\\cdot', '\\times', '*', '!') || (p.startsOperand() && !p.is('+', '-', '|', '‖'));
  if ((loose && !begins) || ((loose || runsOn(inner)) && goesOn))
    throw p.error('braces are not drawn, so what they hold runs on', open, 'write \\left( … \\right)');
}

export const group: Notation = {
  name: { en: 'brackets', zh: '括号' },
  meaning: {
    en: 'What stands inside is taken together. Before a bracket, a name that is given as a law or a function is a call; any other name is a factor.',
    zh: '括号内的部分作为一个整体。括号前的名称若已被规定为分布或函数，则是调用；否则是因子。',
  },
  prefix: Object.fromEntries(
    [
      ['(', ')'],
      ['[', ']'],
      ['{', '}'],
    ].map(([open, close]): [string, Prefix] => [
      open!,
      (p, token) => {
        const around = [p.peek(-2) ?? token, token, p.peek()] as const;
        const inner = p.free(() => p.expression(power.any));
        p.close(close!, token);
        if (itemsOf(inner).some((item) => item.op === 'placeholder')) throw p.error('a · in brackets stands for the argument of a law, and none is called here', inner.span, 'say in the givens what is called'); // prettier-ignore
        if (open === '{') demandAlike(p, inner, around);
        const between = open === '[' ? readEnds(p, inner, token.start) : null;
        if (between) return between;
        return { ...inner, span: p.span(token.start) };
      },
    ]),
  ),
  ops: {},
  examples: [{ tex: '(a + b) c', tree: '(multiply (add a b) c)' }],
};
