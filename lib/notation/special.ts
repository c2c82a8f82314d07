/**
 * `\Gamma(x)`, `\mathrm{B}(a, b)`, `\psi(x)`, `\psi'(x)`, `\operatorname{erf}(x)`, `\Phi(x)`, `\operatorname{sign}(x)`: one line
 * each, unless the givens declare the name. Without a bracket they are names.
 */
import { exp, type Bounded } from '../number/bounded.ts';
import { erf, erfc } from '../number/special.ts';
import { beta, digamma, digammaInverse, erfInverse, gamma, logBeta, logGamma, lowerGamma, normalCdf, normalQuantile, sign, trigamma, upperGamma } from '../meaning/special.ts'; // prettier-ignore
import { logMultivariateGamma, multivariateDigamma } from '../meaning/multivariate-gamma.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import { type Parser, type Prefix, power } from '../tex/parser.ts';
import type { Token } from '../tex/token.ts';
import type { Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';
import { words } from './set.ts';
import { readSymbol } from './symbol.ts';

interface Special {
  readonly of: (...args: Bounded[]) => Bounded;
  /** Its logarithm, where that is no logarithm of a number that overflows. */
  readonly log?: (...args: Bounded[]) => Bounded;
  /** The same name with another number of arguments. */
  readonly other?: Special;
  /** With another number of arguments the name is one that a bracket follows. */
  readonly strict?: true;
}

const table: Readonly<Record<string, Special>> = {
  '\\Gamma': { of: gamma, log: logGamma, other: { of: upperGamma } },
  '\\gamma': { of: lowerGamma, strict: true },
  '\\mathrm{B}': { of: beta, log: logBeta },
  '\\psi': { of: digamma },
  "\\psi'": { of: trigamma },
  '\\psi^{(1)}': { of: trigamma },
  '\\psi^{-1}': { of: digammaInverse },
  '\\Phi': { of: normalCdf },
  '\\Phi^{-1}': { of: normalQuantile },
  '\\operatorname{erf}^{-1}': { of: erfInverse },
  '\\operatorname{erf}': { of: erf },
  '\\operatorname{erfc}': { of: erfc },
  '\\operatorname{sign}': { of: sign },
  '\\operatorname{sgn}': { of: sign },
};

const counts: Readonly<Record<string, string>> = { 1: 'one argument', 2: 'two arguments' };

/** The function of the name that takes so many arguments. */
function withArguments(name: string, count: number): Special | undefined {
  const { other, ...first } = table[name]!;
  return [first, other].find((f) => f?.of.length === count);
}

/** The arguments in the bracket that follows; null where the name is but a factor. */
function readArguments(p: Parser, name: string): Tree[] | null {
  const open = p.take();
  const items: Tree[] = [];
  p.free(() => {
    do items.push(p.expression(power.list));
    while (p.accept(','));
  });
  p.close(open.text === '(' ? ')' : ']', open);
  const { of, other, strict } = table[name]!;
  if (withArguments(name, items.length)) return items;
  if (strict) return null;
  const due = [of, other?.of].flatMap((f) => (f ? [counts[f.length]!] : [])).join(' or ');
  throw p.error(`${name} takes ${due}, it has ${items.length}`, open);
}

function read(p: Parser, name: string, start: number): Tree | null {
  const items = p.is('(', '[') ? readArguments(p, name) : null;
  return items && p.node('special', items, name, start);
}

/** Primes are part of \psi'; of other names they are derivatives. */
function readPrimed(p: Parser, base: string, start: number): Tree | null {
  let primes = '';
  while (p.is("'")) primes += p.take().text;
  const own = table[`${base}${primes}`];
  const inner = read(p, own ? `${base}${primes}` : base, start);
  return inner && !own ? p.node('prime', [inner], primes, start) : inner;
}

/** `^{(1)}` after \psi, `^{-1}` after what has an inverse here. */
function readRaised(p: Parser, base: string): string | null {
  for (const raised of ['(1)', '-1']) {
    const signs = ['^', '{', ...(raised === '-1' ? ['-', '1'] : ['(', '1', ')']), '}'];
    const name = `${base}^{${raised}}`;
    if (!table[name] || !signs.every((text, i) => p.peek(i).text === text) || !['(', '['].includes(p.peek(signs.length).text)) continue;
    signs.forEach(() => p.take());
    return name;
  }
  return null;
} // prettier-ignore

const greek: Prefix = (p, token) => named(p, token, token.text) ?? readSymbol(p, token.text, token.start);

/** `\Gamma_p(x)`: of p × p matrices, p standing below it. */
function readOfMatrices(p: Parser, name: string, start: number): Tree | null {
  if (!OF_MATRICES[`${name}_`] || !p.accept('_')) return null;
  const size = p.group('_');
  // \psi_1 is the trigamma function to some, to others not
  if (!p.is('(', '[') || (name === '\\psi' && size.op === 'number')) return null;
  return p.node('special', [size, ...readArguments(p, name)!], `${name}_`, start);
}

function named(p: Parser, token: Token, name: string): Tree | null {
  if (p.names.declared(token.text)) return null;
  return p.attempt(() => {
    if (p.is('_')) return readOfMatrices(p, name, token.start);
    const order = readRaised(p, name);
    return order ? read(p, order, token.start) : readPrimed(p, name, token.start);
  });
}

/** Roman words; the same letter in italics is a name. */
const roman = (name: string): Prefix => (p, token) => {
  if (token.kind === 'letter') return readSymbol(p, token.text, token.start);
  return named(p, token, name) ?? words.prefix!['word']!(p, token);
}; // prettier-ignore

const OF_MATRICES: Readonly<Record<string, (p: number, x: Bounded) => Bounded>> = {
  '\\Gamma_': logMultivariateGamma,
  '\\psi_': multivariateDigamma,
};

function compileOfMatrices(t: Tree, scope: Scope): Code {
  const f = OF_MATRICES[t.text]!;
  const [size, argument] = t.args as [Tree, Tree];
  const [p, x] = [scope.number(size), scope.number(argument)];
  const of = (env: Env): Bounded => {
    const { value, error } = p(env);
    if (error === 0 && Number.isInteger(value) && value >= 1 && value <= 64) return f(value, x(env));
    throw new Refusal(`“${scope.shared.print(t)}” is of matrices of ${value} rows: a whole number from 1 to 64 is due`, size.span);
  };
  return t.text === '\\Gamma_' ? Object.assign((env: Env) => exp(of(env)), { log: of }) : of;
} // prettier-ignore

function compile(t: Tree, scope: Scope): Code {
  if (OF_MATRICES[t.text]) return compileOfMatrices(t, scope);
  const found = withArguments(t.text, t.args.length);
  if (!found) throw new Refusal(`“${t.text}” has ${t.args.length} arguments, which is not understood`, t.span);
  const { of, log } = found;
  const args = t.args.map((arg) => scope.number(arg));
  const code: Code = (env) => of(...args.map((arg) => arg(env)));
  if (log) code.log = (env) => log(...args.map((arg) => arg(env)));
  return code;
}

export const special: Notation = {
  name: { en: 'special functions', zh: '特殊函数' },
  meaning: {
    en: 'Gamma, beta, digamma and their kin, the error function and the normal distribution function. Each name is one only where a bracket follows.',
    zh: '伽马、贝塔、双伽马等函数，误差函数与标准正态分布函数。只有后随括号时才表示这些函数。',
  },
  signs: ['\\Gamma', '\\psi', '\\Phi'],
  prefix: {
    '\\Gamma': greek,
    '\\gamma': greek,
    '\\psi': greek,
    '\\Phi': greek,
    B: roman('\\mathrm{B}'),
    ...Object.fromEntries(['erf', 'erfc', 'sign', 'sgn'].map((name) => [name, roman(`\\operatorname{${name}}`)])),
  },
  ops: {
    special: {
      binds: 95,
      print: (t, print) => {
        const [size, ...rest] = (OF_MATRICES[t.text] ? t.args : [null, ...t.args]) as [Tree | null, ...Tree[]];
        return `${t.text}${size ? `{${print(size)}}` : ''}\\left(${rest.map((arg) => print(arg, power.list + 1)).join(', ')}\\right)`;
      },
      compile,
    },
  },
  examples: [
    { tex: '\\Gamma(n + 1)', tree: '(special "\\\\Gamma" (add n 1))' },
    { tex: '\\mathrm{B}(a, b)', tree: '(special "\\\\mathrm{B}" a b)' },
    { tex: '\\log \\Gamma(x) c', tree: '(multiply (apply "\\\\log" (special "\\\\Gamma" x)) c)' },
    { tex: "\\psi(x) + \\psi'(x)", tree: '(add (special "\\\\psi" x) (special "\\\\psi\'" x))' },
    { tex: '\\Phi^{-1}(p)', tree: '(special "\\\\Phi^{-1}" p)' },
    { tex: '\\gamma(a, x) + \\Gamma(a, x)', tree: '(add (special "\\\\gamma" a x) (special "\\\\Gamma" a x))' },
    { tex: '\\psi^{(1)}(x)', tree: '(special "\\\\psi^{(1)}" x)' },
    { tex: '\\Gamma_p(x) \\psi_p(x)', tree: '(multiply (special "\\\\Gamma_" p x) (special "\\\\psi_" p x))' },
    { tex: "\\Gamma'(x)", tree: '(prime "\'" (special "\\\\Gamma" x))' },
    { tex: '\\Phi(-x) \\operatorname{erf}(x)', tree: '(multiply (special "\\\\Phi" (negate x)) (special "\\\\operatorname{erf}" x))' },
    { tex: '\\operatorname{sign}(x) \\psi', tree: '(multiply (special "\\\\operatorname{sign}" x) \\psi)' },
  ],
}; // prettier-ignore
