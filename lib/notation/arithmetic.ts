/** Sums, differences, products, quotients, powers: what juxtaposition and the four signs mean. */
import { add, divide, exact, exp, integerPower, multiply, negate, power as raise, subtract, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import { complementOf, eventIn, hasEvents, isEventTree } from '../meaning/event-set.ts';
import { INFINITY, MINUS_INFINITY, relations } from '../meaning/relate.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import { isMatrix, isNumber, kindOf, type Value } from '../meaning/value.ts';
import { combineLaws } from '../meaning/mixed.ts';
import { logOf } from '../meaning/logarithm.ts';
import { combineMatrices, isSquare, map, matrixPower } from '../meaning/matrix.ts';
import { Misshapen, Refusal } from '../meaning/refusal.ts';
import { power, type Infix, type Prefix } from '../tex/parser.ts';
import type { Tree } from '../tex/tree.ts';
import type { Notation, Print } from './notation.ts';
import { columnsOf, compileTransposed, transposition } from './transpose.ts';

const binary =
  (op: string, binds: number): Infix['parse'] =>
  (p, left, token) =>
    p.node(
      op,
      [left, p.expression(binds)],
      token.text === '+' || token.text === '-' ? '' : token.text,
      left.span.start,
    );

type Operation = (a: Bounded, b: Bounded) => Bounded;

/** Numbers combine by `operation`, laws pointwise (so that M = (P + Q)/2 is a law), matrices as such. */
function pair(t: Tree, l: Code, r: Code, operation: Operation, scope: Scope): Code {
  return (env: Env): Value => {
    const a = l(env);
    const b = r(env);
    if (isNumber(a) && isNumber(b)) return operation(a, b);
    const made = combineLaws(t.op, a, b, operation) ?? combineMatrices(t.op, t.text, a, b);
    if (made) return made;
    throw new (isMatrix(a) || isMatrix(b) ? Misshapen : Refusal)(
      `${kindOf(a)} and ${kindOf(b)} cannot be combined in “${scope.shared.print(t)}”`,
      t.span,
    );
  };
}

const sides = (t: Tree, scope: Scope): [Code, Code] => [scope.compile(t.args[0]!), scope.compile(t.args[1]!)];

const signed = (operation: Operation, sign: string) => ({
  binds: power.sum,
  print: (t: Tree, print: Print) => `${print(t.args[0]!, power.sum)} ${sign} ${print(t.args[1]!, power.sum + 6)}`,
  compile: (t: Tree, scope: Scope) => pair(t, ...sides(t, scope), operation, scope),
});

const minus: Prefix = (p, token) => p.node('negate', [p.expression(power.sum)], '', token.start);

/** A sign before its number begins an expression: after \log or \cdot an operand is missing. */
const plus: Prefix = (p, token) => {
  const before = p.peek(-2);
  const begins = before === undefined || before === token || '([{|,;&'.includes(before.text) || before.text in relations || /^\\[{\\]$|^\\(left|to$|sim$|iff$|implies$|in$)|vert$/i.test(before.text); // prettier-ignore
  if (!begins) throw p.error(`expected an operand, found +`, token, 'write what stands before the +, or brackets');
  return p.node('plus', [p.expression(power.sum)], '', token.start);
};

export const sumOfTerms: Notation = {
  name: { en: 'sums and differences', zh: '加法与减法' },
  meaning: {
    en: 'Terms are added from left to right. A sign before the first term belongs to the whole product that follows.',
    zh: '各项从左到右相加。首项之前的符号作用于其后的整个乘积。',
  },
  prefix: { '-': minus, '+': plus },
  infix: {
    '+': { power: power.sum, parse: binary('add', power.sum) },
    '-': { power: power.sum, parse: binary('subtract', power.sum) },
  },
  ops: {
    add: signed(add, '+'),
    subtract: signed(subtract, '-'),
    negate: {
      binds: power.sum + 5,
      print: (t, print) => `-${print(t.args[0]!, power.sum + 5)}`,
      compile: (t, scope) => {
        const inner = scope.compile(t.args[0]!);
        return (env) => {
          const v = inner(env);
          if (isNumber(v)) return v === INFINITY ? MINUS_INFINITY : negate(v);
          if (isMatrix(v)) return map(v, negate);
          throw new Refusal(
            `“${scope.shared.print(t.args[0]!)}” is ${kindOf(v)} where a number is due`,
            t.args[0]!.span,
          );
        };
      },
    },
    plus: {
      binds: power.sum + 5,
      print: (t, print) => `+${print(t.args[0]!, power.sum + 5)}`,
      compile: (t, scope) => scope.compile(t.args[0]!),
    },
  },
  examples: [
    { tex: 'a + b - c', tree: '(subtract (add a b) c)' },
    { tex: 'a = +\\infty', tree: '(chain a (relation "=") (plus \\infty))' },
    { tex: '-a b + c', tree: '(add (negate (multiply a b)) c)' },
  ],
};

const times: Infix = { power: power.product, parse: binary('multiply', power.product) };

function logarithm(l: Code, r: Code, operation: Operation): Pick<Code, 'log'> {
  if (!l.log && !r.log) return {};
  const [a, b] = [logOf(l), logOf(r)];
  return { log: (env) => operation(a(env), b(env)) };
}

const factors = (operation: Operation, inLog: Operation) => (t: Tree, scope: Scope): Code => {
  const [l, r] = sides(t, scope);
  return Object.assign(pair(t, l, r, operation, scope), logarithm(l, r, inLog));
}; // prettier-ignore

export const product: Notation = {
  name: { en: 'products and quotients', zh: '乘法与除法' },
  meaning: {
    en: 'Factors side by side are multiplied; a fraction is a factor.',
    zh: '并列的因子相乘；分式是一个因子。',
  },
  prefix: {
    '\\frac': (p, token) => {
      const top = p.group('\\frac');
      return p.node('divide', [top, p.group('\\frac')], '', token.start);
    },
  },
  infix: {
    '\\cdot': times,
    '\\times': times,
    '*': times,
    '/': { power: power.product, parse: binary('divide', power.product) },
  },
  ops: {
    multiply: {
      binds: power.product,
      print: (t, print) => {
        const [left, plain] = [print(t.args[0]!, power.product), print(t.args[1]!, power.product + 1)];
        if (t.text) return `${left} ${t.text} ${plain}`;
        // two numerals would run together
        const right = /[\d.]$/.test(left) && /^[\d.]/.test(plain) ? `\\left(${plain}\\right)` : plain;
        // a bracket after a name may be read as its argument, braces may not
        const last = t.args[0]!.op === 'multiply' ? t.args[0]!.args[1]! : t.args[0]!;
        const named = ['symbol', 'index', 'word'].includes(last.op) && right.startsWith('\\left(');
        return `${left} ${named ? `{${right}}` : right}`;
      },
      compile: factors(multiply, add),
    },
    divide: {
      binds: power.product,
      print: (t, print) =>
        t.text === '/'
          ? `${print(t.args[0]!, power.product)} / ${print(t.args[1]!, power.product + 1)}`
          : // a quotient of what begins with the name d is no derivative
            `\\frac{${print(t.args[0]!)}}{${print(t.args[1]!).replace(/^d(?= [A-Za-z\\(])/, '{d}')}}`,
      compile: factors(divide, subtract),
    },
  },
  examples: [
    { tex: '2 a \\cdot b', tree: '(multiply "\\\\cdot" (multiply 2 a) b)' },
    { tex: '\\frac12(a + b)', tree: '(multiply (divide 1 2) (add a b))' },
  ],
};

/** Has the name a superscript of its own, such as `\theta^*`? */
const raised = (t: Tree): boolean =>
  t.op === 'index' ? t.text === '()' || raised(t.args[0]!) : t.op === 'symbol' && /\^(\*|\\dagger)$/.test(t.text);

/** `A^c` of an event. */
const isComplement = (t: Tree, scope: Scope): boolean =>
  ['c', 'C', '\\complement'].includes(t.args[1]!.text) &&
  t.args[1]!.args.length === 0 &&
  hasEvents(scope) &&
  isEventTree(t.args[0]!, scope);

export const powers: Notation = {
  name: { en: 'powers', zh: '幂' },
  meaning: {
    en: 'A raised number is an exponent. A raised star or prime on a name is a label of it, and no power.',
    zh: '上标是指数。名称右上角的星号或撇号属于名称，不是幂。',
  },
  infix: {
    '^': {
      power: power.postfix,
      parse: (p, left, token) => {
        // a bracketed power begins before its base
        if (left.op === 'power' && left.span.start === left.args[0]!.span.start)
          throw p.error('a second superscript', token, 'put both into one pair of braces');
        return p.node('power', [left, p.group('^')], '', left.span.start);
      },
    },
  },
  ops: {
    power: {
      binds: power.postfix,
      print: (t, print) => {
        const base = t.args[0]!;
        const text = print(base, power.postfix + 1);
        return `${raised(base) ? `\\left(${text}\\right)` : text}^{${print(t.args[1]!)}}`;
      },
      compile: (t, scope) => {
        const base = t.args[0]!;
        const mark = transposition(t.args[1]!, scope);
        if (mark) return compileTransposed(t, mark, scope);
        if (isComplement(t, scope)) {
          const event = eventIn(base, scope);
          return (env) => complementOf(event(env));
        }
        const exponent = scope.number(t.args[1]!);
        if (base.op === 'symbol' && base.text === 'e' && !scope.lookup('e'))
          return Object.assign((env: Env) => exp(exponent(env)), { log: exponent });
        const inner = scope.compile(base);
        const log = logOf(inner);
        const code: Code = (env) => {
          const b = inner(env);
          const e = exponent(env);
          if (!isNumber(b)) {
            if ('kind' in b && b.kind === 'reals')
              return { kind: 'reals', dimension: e.value, ...columnsOf(t.args[1]!) };
            if (isMatrix(b) && isSquare(b) && e.error === 0 && Number.isInteger(e.value) && Math.abs(e.value) <= 16)
              return matrixPower(b, e.value);
            throw new (isMatrix(b) ? Misshapen : Refusal)(
              `“${scope.shared.print(base)}” is ${kindOf(b)}; only numbers have powers, and square matrices whole ones`,
              base.span,
            );
          }
          const whole = e.error === 0 && Number.isSafeInteger(e.value) && Math.abs(e.value) <= 64;
          return whole && e.value >= 0
            ? integerPower(b, e.value)
            : whole
              ? divide(exact(1), integerPower(b, -e.value))
              : raise(b, e);
        };
        return Object.assign(code, { log: (env: Env) => multiply(exponent(env), log(env)) });
      },
    },
  },
  examples: [
    { tex: '\\sigma^2', tree: '(power \\sigma 2)' },
    { tex: '(a + b)^n', tree: '(power (add a b) n)' },
  ],
};
