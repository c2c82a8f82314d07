/**
 * `\Gamma(x)`, `\mathrm{B}(a, b)`, `\psi(x)`, `\psi'(x)`, `\operatorname{erf}(x)`, `\Phi(x)`, `\operatorname{sign}(x)`: one line
 * each, unless the givens declare the name. Without a bracket they are names.
 */
import type { Bounded } from '../number/bounded.ts';
import { erf, erfc } from '../number/special.ts';
import { beta, digamma, gamma, logBeta, logGamma, normalCdf, sign, trigamma } from '../meaning/special.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import { type Parser, type Prefix, power } from '../tex/parser.ts';
import type { Token } from '../tex/lexer.ts';
import type { Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';
import { words } from './set.ts';
import { readSymbol } from './symbol.ts';

interface Special {
  readonly of: (...args: Bounded[]) => Bounded;
  /** Its logarithm, where that is no logarithm of a number that overflows. */
  readonly log?: (...args: Bounded[]) => Bounded;
}

const table: Readonly<Record<string, Special>> = {
  '\\Gamma': { of: gamma, log: logGamma },
  '\\mathrm{B}': { of: beta, log: logBeta },
  '\\psi': { of: digamma },
  "\\psi'": { of: trigamma },
  '\\psi^{(1)}': { of: trigamma },
  '\\Phi': { of: normalCdf },
  '\\operatorname{erf}': { of: erf },
  '\\operatorname{erfc}': { of: erfc },
  '\\operatorname{sign}': { of: sign },
  '\\operatorname{sgn}': { of: sign },
};

const counts: Readonly<Record<string, string>> = { 1: 'one argument', 2: 'two arguments' };

/** The arguments in the bracket that follows. */
function readArguments(p: Parser, name: string): Tree[] {
  const open = p.take();
  const items: Tree[] = [];
  p.free(() => {
    do items.push(p.expression(power.list));
    while (p.accept(','));
  });
  p.close(open.text === '(' ? ')' : ']', open);
  const due = table[name]!.of.length;
  if (items.length !== due) throw p.error(`${name} takes ${counts[due]}, it has ${items.length}`, open);
  return items;
}

const read = (p: Parser, name: string, start: number): Tree | null =>
  p.is('(', '[') ? p.node('special', readArguments(p, name), name, start) : null;

/** Primes are part of \psi'; of other names they are derivatives. */
function readPrimed(p: Parser, base: string, start: number): Tree | null {
  let primes = '';
  while (p.is("'")) primes += p.take().text;
  const own = table[`${base}${primes}`];
  const inner = read(p, own ? `${base}${primes}` : base, start);
  return inner && !own ? p.node('prime', [inner], primes, start) : inner;
}

/** `^{(1)}` after \psi. */
function readOrder(p: Parser, base: string): string | null {
  const signs = ['^', '{', '(', '1', ')', '}'];
  if (!signs.every((text, i) => p.peek(i).text === text)) return null;
  signs.forEach(() => p.take());
  return `${base}^{(1)}`;
}

const greek: Prefix = (p, token) => named(p, token, token.text) ?? readSymbol(p, token.text, token.start);

function named(p: Parser, token: Token, name: string): Tree | null {
  if (p.names.declared(token.text)) return null;
  return p.attempt(() => {
    const order = name === '\\psi' ? readOrder(p, name) : null;
    return order ? read(p, order, token.start) : readPrimed(p, name, token.start);
  });
}

/** Roman words; the same letter in italics is a name. */
const roman = (name: string): Prefix => (p, token) => {
  if (token.kind === 'letter') return readSymbol(p, token.text, token.start);
  return named(p, token, name) ?? words.prefix!['word']!(p, token);
}; // prettier-ignore

function compile(t: Tree, scope: Scope): Code {
  const { of, log } = table[t.text]!;
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
    '\\psi': greek,
    '\\Phi': greek,
    B: roman('\\mathrm{B}'),
    ...Object.fromEntries(['erf', 'erfc', 'sign', 'sgn'].map((name) => [name, roman(`\\operatorname{${name}}`)])),
  },
  ops: {
    special: {
      binds: 95,
      print: (t, print) => `${t.text}\\left(${t.args.map((arg) => print(arg, power.list + 1)).join(', ')}\\right)`,
      compile,
    },
  },
  examples: [
    { tex: '\\Gamma(n + 1)', tree: '(special "\\\\Gamma" (add n 1))' },
    { tex: '\\mathrm{B}(a, b)', tree: '(special "\\\\mathrm{B}" a b)' },
    { tex: '\\log \\Gamma(x) c', tree: '(multiply (apply "\\\\log" (special "\\\\Gamma" x)) c)' },
    { tex: "\\psi(x) + \\psi'(x)", tree: '(add (special "\\\\psi" x) (special "\\\\psi\'" x))' },
    { tex: '\\psi^{(1)}(x)', tree: '(special "\\\\psi^{(1)}" x)' },
    { tex: "\\Gamma'(x)", tree: '(prime "\'" (special "\\\\Gamma" x))' },
    { tex: '\\Phi(-x) \\operatorname{erf}(x)', tree: '(multiply (special "\\\\Phi" (negate x)) (special "\\\\operatorname{erf}" x))' },
    { tex: '\\operatorname{sign}(x) \\psi', tree: '(multiply (special "\\\\operatorname{sign}" x) \\psi)' },
  ],
}; // prettier-ignore
