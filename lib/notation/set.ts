/** `\{x_1, \dots, x_n\}` and `\{x_i\}_{i=1}^n`: the sample as a whole. Words such as `\text{ELBO}` are names. */
import { exact, type Bounded } from '../number/bounded.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import { type ListValue, type Value } from '../meaning/value.ts';
import type { Parser, Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { tree, type Tree } from '../tex/tree.ts';
import { demandWhole } from '../meaning/whole.ts';
import { readCall } from './call.ts';
import { readArray } from './cases.ts';
import { isBetween, joins } from './condition.ts';
import { averages } from './functional.ts';
import type { Notation } from './notation.ts';
import { printRange, readRange } from './range.ts';
import { readRule } from './rule-set.ts';
import { lettersOfIndices } from './name.ts';
import { squared } from './symbol.ts';

const read: Prefix = (p, token) => {
  if (token.fixed && p.is('\\begin{array}')) return readArray(p, token.start);
  const rule = readRule(p, token);
  if (rule) return rule;
  const inner = p.free(() => p.expression(power.any));
  p.close('\\}', token);
  if (p.is('_')) return p.node('collection', [readRange(p, '\\{…\\}'), inner], '', token.start);
  return p.node('set', inner.op === 'list' ? inner.args : [inner], '', token.start);
};

function compileSet(t: Tree, scope: Scope): Code {
  const dots = t.args.findIndex((a) => a.op === 'dots');
  if (dots >= 0) {
    const first = t.args[0]!;
    const sample = first.op === 'index' ? scope.lookup(`${first.args[0]!.text}_\\cdot`) : undefined;
    if (!sample) return wholeNumbers(t, dots, scope);
    demandWhole(t.args, sample, scope);
    return (env) => env[sample.slot]!;
  }
  const items = t.args.map((arg) => scope.compile(arg));
  return (env) => ({ kind: 'list', braces: true, items: items.map((item) => item(env)) });
}

/** `\{a, a + 1, \dots, b - 1, b\}`: the whole numbers between its ends, of which the others that are written must be the next ones. */
function wholeNumbers(t: Tree, dots: number, scope: Scope): Code {
  const [first, last] = [t.args[0]!, t.args.at(-1)!];
  const shape = 'the dots stand for members that nothing given names';
  if (dots === 0 || t.args.filter((a) => a.op === 'dots').length > 1) throw new Refusal(shape, t.args[dots]!.span);
  const endless = dots === t.args.length - 1;
  const [low, high] = [scope.number(first), endless ? () => exact(Infinity) : scope.number(last)];
  const next = t.args.slice(1, dots).map((arg) => scope.number(arg));
  const before = t.args.slice(dots + 1, -1).map((arg) => scope.number(arg));
  const refuse = (): never => {
    throw new Refusal(`“${scope.shared.print(t)}” should run through whole numbers, each by 1 more than the one before`, t.span);
  };
  const is = (v: Bounded, n: number): boolean => v.error === 0 && v.value === n;
  return (env) => {
    const [a, b] = [low(env), high(env)];
    if (a.error + b.error !== 0 || !Number.isInteger(a.value) || !(Number.isInteger(b.value) || endless)) return refuse();
    if (!next.every((code, i) => is(code(env), a.value + 1 + i))) return refuse();
    if (!before.every((code, i) => is(code(env), b.value - (before.length - i)))) return refuse();
    if (endless && next.length === 0) return refuse();
    return { kind: 'interval', low: a, high: b, closed: [true, !endless], whole: true };
  };
} // prettier-ignore

function compileCollection(t: Tree, scope: Scope): Code {
  const [range, body] = t.args as [Tree, Tree];
  if (range.op !== 'range') throw new Refusal('the collection should have bounds', range.span);
  const slot = scope.slot();
  const value = scope.bind(range.args[0]!.text, slot).compile(body);
  const [lower, upper] = [scope.number(range.args[1]!), scope.number(range.args[2]!)];
  return (env: Env): ListValue => {
    const items: Value[] = [];
    for (let i = lower(env).value; i <= upper(env).value; i++) {
      env[slot] = exact(i);
      items.push(value(env));
    }
    return { kind: 'list', items };
  };
}

export const set: Notation = {
  name: { en: 'sets and samples', zh: '集合与样本' },
  meaning: {
    en: 'Braces around a list make a set, or the sample of which it names the draws.',
    zh: '花括号括起一个列表，表示集合，或以其抽样来表示整个样本。',
  },
  prefix: { '\\{': read },
  ops: {
    set: { binds: 100, print: (t, print) => `\\{${t.args.map((a) => print(a, power.list + 1)).join(', ')}\\}`, compile: compileSet },
    collection: { binds: 90, print: (t, print) => `\\{${print(t.args[1]!)}\\}${printRange(t.args[0]!, print)}`, compile: compileCollection },
  },
  examples: [
    { tex: '\\{x_1, \\dots, x_n\\}', tree: '(set (index x 1) (dots) (index x n))' },
    { tex: '\\{x_i\\}_{i=1}^n', tree: '(collection (range i 1 n) (index x i))' },
  ],
}; // prettier-ignore

/** Words that are read as operators unless they are texts. */
const operators = /^(arg(max|min)|log|ln|exp|max|min)$/;

// a text at the end of a row is its reason, in braces it is a name
const word: Prefix = (p, token) => {
  if (token.kind === 'text' && (isBetween(token) || token.text in joins) && !p.names.declared(token.text))
    throw p.error(
      `the words “${token.text}” stand where a value is due`,
      token,
      'write the statement on each side of them',
    );
  let text = token.text;
  let at = p.node('word', [], text, token.start);
  // \mathrm{KL}_x and the like: a label below a word is part of its name
  if (p.is('_')) {
    p.take();
    const below = (p.names.listed?.(text) ? lettersOfIndices(p) : null) ?? p.group('_');
    at = tree('index', [at, below], '', p.span(token.start));
    text = '';
  }
  const head = squared(p, at);
  return p.is('(', '[') ? lawAfter(p, readCall(p, head)) : head;
};

/** `\mathrm{E}\left[ x \right]_{p}` is \mathrm{E}_{p}[x]. */
function lawAfter(p: Parser, call: Tree): Tree {
  const head = call.args[0]!;
  if (head.op !== 'word' || !averages.has(head.text) || !p.accept('_')) return call;
  const below = tree('index', [head, p.group('_')], '', head.span);
  return p.node('call', [below, ...call.args.slice(1)], call.text, call.span.start);
}

export const words: Notation = {
  name: { en: 'words', zh: '单词' },
  meaning: {
    en: 'Upright text is one name, such as that of a quantity; its meaning comes from the givens.',
    zh: '正体文字是一个名称，例如某个量的名称，含义由已知条件规定。',
  },
  prefix: { word, text: word },
  ops: {
    word: {
      binds: 100,
      print: (t) =>
        /^[A-Za-z]{2,}$/.test(t.text) && !operators.test(t.text) ? `\\mathrm{${t.text}}` : `{\\text{${t.text}}}`,
      compile: (t, scope) => {
        const declared = scope.lookup(t.text);
        if (declared) return (env) => env[declared.slot]!;
        throw new Refusal(`nothing given says what “${t.text}” is`, t.span);
      },
    },
  },
  examples: [{ tex: '\\text{ELBO} + 1', tree: '(add (word "ELBO") 1)' }],
};
