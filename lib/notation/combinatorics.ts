/** `n!`, `\binom{n}{k}`, `{n \choose k}`. */
import { add, compare, divide, exact, log, subtract, sum, type Bounded } from '../number/bounded.ts';
import { binomial, factorial, logBinomial, logGamma } from '../meaning/special.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import { isNumber, kindOf } from '../meaning/value.ts';
import { type Infix, power } from '../tex/parser.ts';
import type { Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';

/** After `\log(n)` and `2^n` a ! might be of the last part or of the whole. */
const isOpen = (t: Tree): boolean => t.op === 'power' || (t.op === 'apply' && t.text !== '\\sqrt');

const factorialSign: Infix = {
  power: power.postfix,
  parse: (p, left, token) => {
    const bracketed = ['(', '[', '{'].includes(p.tokenAt(left.span.start)?.text ?? '');
    if (left.op === 'factorial' && !bracketed)
      throw p.error('a double factorial is not read', token, 'write the product');
    if (isOpen(left) && !bracketed)
      throw p.error('this ! may be of the last part or of the whole', token, 'put brackets around what it is of');
    return p.node('factorial', [left], '', left.span.start);
  },
};

/** TeX takes the whole group in braces apart. */
const choose: Infix = {
  power: power.any + 1,
  parse: (p, left, token) => {
    const below = p.expression(power.any + 1);
    if (!p.is('}') || p.tokenAt(left.span.start, -1)?.text !== '{')
      throw p.error('\\choose takes apart all that stands in its braces', token, 'write \\binom{n}{k}');
    return p.node('binomial', [left, below], '\\choose', left.span.start);
  },
};

/** `\binom{n}{k_1, \dots, k_m}` = n! / (k_1! … k_m!); no value where those do not add up to n. */
function multinomial(t: Tree, scope: Scope): Code {
  const [above, below] = t.args as [Tree, Tree];
  const [n, parts] = [scope.number(above), scope.compile({ ...below, op: 'set' })];
  const written = scope.shared.print(t);
  const counts = (env: Env): readonly Bounded[] => {
    const v = parts(env);
    if ('kind' in v && v.kind === 'list' && v.items.every(isNumber)) return v.items;
    throw new Refusal(`“${written}” should have numbers below, it has ${kindOf(v)}`, below.span);
  };
  const logOf = (env: Env): Bounded => {
    const [all, list] = [n(env), counts(env)];
    if (compare(all, sum(list)) !== 'overlap') return exact(NaN);
    return subtract(logFactorial(all), sum(list.map(logFactorial)));
  };
  const code: Code = (env) => {
    const [all, list] = [n(env), counts(env)];
    if (compare(all, sum(list)) !== 'overlap') return exact(NaN);
    return list.reduce((rest, k) => divide(rest, factorial(k)), factorial(all));
  };
  return Object.assign(code, { log: logOf });
}

const logFactorial = (n: Bounded): Bounded => logGamma(add(n, exact(1)));

export const combinatorics: Notation = {
  name: { en: 'factorials and binomial coefficients', zh: '阶乘与二项式系数' },
  meaning: {
    en: 'The exclamation mark binds to the factor before it.',
    zh: '感叹号作用于它前面的一个因子。',
  },
  prefix: {
    '\\binom': (p, token) => {
      const above = p.group('\\binom');
      return p.node('binomial', [above, p.group('\\binom')], '', token.start);
    },
  },
  infix: { '!': factorialSign, '\\choose': choose },
  ops: {
    factorial: {
      binds: power.postfix,
      print: (t, print) => `${print(t.args[0]!, isOpen(t.args[0]!) ? 101 : power.postfix + 1)}!`,
      compile: (t, scope) => {
        const inner = scope.number(t.args[0]!);
        const code: Code = (env) => factorial(inner(env));
        code.log = (env) => logGamma(add(inner(env), exact(1)));
        return code;
      },
    },
    binomial: {
      binds: 100,
      print: (t, print) => {
        const [above, below] = t.args.map((arg) => print(arg));
        return t.text ? `{${above} \\choose ${below}}` : `\\binom{${above}}{${below}}`;
      },
      compile: (t, scope) => {
        if (t.args[1]!.op === 'list') return multinomial(t, scope);
        const [n, k] = t.args.map((arg) => scope.number(arg));
        const code: Code = (env) => binomial(n!(env), k!(env));
        code.log = (env) => logBinomial(n!(env), k!(env)) ?? log(code(env) as Bounded);
        return code;
      },
    },
  },
  examples: [
    { tex: '\\frac{n!}{k! (n - k)!}', tree: '(divide (factorial n) (multiply (factorial k) (factorial (subtract n k))))' },
    { tex: '\\binom{n}{k} p^k', tree: '(multiply (binomial n k) (power p k))' },
    { tex: '\\binom{n}{a, b}', tree: '(binomial n (list a b))' },
    { tex: '2 {n \\choose k + 1}', tree: '(multiply 2 (binomial "\\\\choose" n (add k 1)))' },
    { tex: '\\log n! + 1', tree: '(add (apply "\\\\log" (factorial n)) 1)' },
  ],
}; // prettier-ignore
