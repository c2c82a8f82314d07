/** Letters with their accents, labels and indices: `\hat{\theta}_{\mathrm{MLE}}^*` is one name, `x_i` is not. */
import { exact, rounded } from '../number/bounded.ts';
import { INFINITY } from '../meaning/relate.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import { lawHeads } from '../meaning/named.ts';
import { barred, complementOf, EMPTY, eventIn, hasEvents, isEventTree, SPACE } from '../meaning/event-set.ts';
import { LIMIT } from '../meaning/limit.ts';
import type { EventValue } from '../meaning/value.ts';
import type { Parser, Prefix } from '../tex/parser.ts';
import { baseOf, walk, type Tree } from '../tex/tree.ts';
import type { Token } from '../tex/token.ts';
import { readCall } from './call.ts';
import { compileIndex } from './member.ts';
import { printIndex, readName } from './name.ts';
import type { Notation } from './notation.ts';

const accents = ['\\hat', '\\bar', '\\tilde', '\\mathcal', '\\mathbf', '\\mathbb', '\\mathfrak', '\\vec', '\\dot'];
const greek =
  'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho varrho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell infty emptyset top intercal'
    .split(' ')
    .map((name) => `\\${name}`);

/** `H^2(P, Q)`, `\chi^2(P \| Q)`: a power that is part of a functional's name. */
export function squared(p: Parser, name: Tree): Tree {
  const text = `${name.text}^2`;
  if (!p.is('^') || !p.names.callable(text) || p.names.declared(name.text)) return name;
  const found = p.attempt(() => {
    p.take();
    const open = p.accept('{');
    if (p.take().text !== '2' || (open && !p.accept('}'))) return null;
    return p.is('(', '[') ? p.node('symbol', [], text, name.span.start) : null;
  });
  return found ?? name;
}

/** A name, and the call that it heads if it may. */
export const readSymbol = (p: Parser, base: string, start: number): Tree => {
  const name = squared(p, readName(p, base, start));
  if (name.op === 'power') return name;
  const head = baseOf(name);
  const isHead =
    p.names.callable(head.text) ||
    (name.op === 'index' && p.names.callable(written(name))) ||
    takesParameters(p, name) ||
    takesEvent(p, name) ||
    isOfVariables(p, name);
  if (isHead && p.is('^') && p.names.inverted?.(name.op === 'index' ? written(name) : name.text))
    return readInverse(p, name) ?? readCall(p, name);
  return isHead ? readCall(p, name) : (readPrime(p, name, start) ?? name);
};

/** `g^{-1}(y)` of a function g is its inverse; elsewhere the power is one. */
const readInverse = (p: Parser, name: Tree): Tree | null =>
  p.attempt(() => {
    p.take();
    if (!p.accept('{') || !p.accept('-') || p.take().text !== '1' || !p.accept('}') || !p.is('(')) return null;
    return readCall(p, p.node('inverse', [name], '', name.span.start));
  });

const written = (indexed: Tree): string =>
  printIndex(indexed, (t) => (t.op === 'list' ? t.args.map((arg) => arg.text).join(', ') : t.text || t.op));

/**
 * `F(x; u, v)`, `t(x; \nu)`: the letter of a law with its parameters after a semicolon, or behind \\sim, can be no factor;
 * behind \\sim not even where the letter is given as a number.
 */
function takesParameters(p: Parser, name: Tree): boolean {
  if (name.op !== 'symbol' || !/^[A-Za-z]$/.test(name.text) || !lawHeads.includes(name.text) || !p.is('(')) return false;
  if (p.tokenAt(name.span.start, -1)?.text === '\\sim') return true;
  return !p.names.declared(name.text) && holds(p, [';']);
} // prettier-ignore

/** `p(X = x \mid Y = y)`, where nothing given says what p is: a factor holds no relation. */
const takesEvent = (p: Parser, name: Tree): boolean =>
  name.op === 'symbol' && name.text === 'p' && !p.names.declared('p') && p.is('(') && holds(p, ['=', '<', '>', '\\le', '\\ge', '\\in']); // prettier-ignore

/** `M_{aX+b}(t)` where there is an M_X. */
const isOfVariables = (p: Parser, name: Tree): boolean =>
  name.op === 'index' && name.text === '' && name.args[1]!.op !== 'symbol' && [...walk(name.args[1]!)].some((t) => t.op === 'symbol' && p.names.callable(`${name.args[0]!.text}_${t.text}`)); // prettier-ignore

/** Does one of the signs stand in the brackets that open here, and not in others within? */
function holds(p: Parser, signs: readonly string[]): boolean {
  let depth = 0;
  for (let ahead = 0; ; ahead++) {
    const { kind, text } = p.peek(ahead);
    if (kind === 'end') return false;
    if (['(', '[', '\\{', '{'].includes(text)) depth++;
    if ([')', ']', '\\}', '}'].includes(text) && --depth === 0) return false;
    if (signs.includes(text) && depth === 1) return true;
  }
} // prettier-ignore

/** `f'(x)` and `M_X'(t)` where f is called and f' is no name of its own. */
function readPrime(p: Parser, name: Tree, start: number): Tree | null {
  const times =
    name.op === 'index' && name.text === '()' && p.is('(') && !p.names.declared(written(name)) ? name : null;
  if (times) {
    const own = times.args[0]!;
    if (!p.names.inverted?.(own.op === 'index' ? written(own) : own.text)) return null;
    return p.node('prime', [readCall(p, own), times.args[1]!], '', start);
  }
  const [head, ...below] = name.op === 'index' ? name.args : [name];
  const [, base, marks] = /^(.*?)('+)$/.exec(head!.op === 'symbol' ? head!.text : '') ?? [];
  if (!base || p.names.declared(head!.text) || !p.is('(')) return null;
  const bare = { ...head!, text: base };
  const called = below.length > 0 ? { ...name, args: [bare, ...below] } : bare;
  if (!p.names.callable(below.length > 0 ? written(called) : base)) return null;
  return p.node('prime', [readCall(p, called)], marks!, start);
}

const letter: Prefix = (p, token) => readSymbol(p, token.text, token.start);

const accented = (accent: string): Prefix => (p, token) => {
  const open = p.accept('{');
  const inner = p.take();
  const isName = inner.kind === 'letter' || inner.kind === 'word' || greek.includes(inner.text) || accents.includes(inner.text) || (accent === '\\mathbf' && inner.text === '1');
  if (!isName) throw p.error(`${accent} should stand over a letter, found ${inner.text || 'the end'}`, inner);
  let base = inner.text;
  // \mathcal{MN} is the name of a law, \mathcal{AB} two letters
  if (open && lawHeads.includes(`${accent}{${base}${p.peek().text}}`)) base += p.take().text;
  if (!open && (inner.kind === 'word' || /^[A-Za-z]{2,}$/.test(base))) throw p.error(`${accent} takes one sign or braces, found ${base}`, inner, `write ${accent}{${base}}`);
  if (!open && accents.includes(base)) throw p.error(`${accent} takes one sign or braces, found ${base}`, inner, `write ${accent}{…}`);
  if (accents.includes(base)) base = bare(accented(base)(p, inner), p, inner);
  if (open) {
    // \hat{\theta_n}: what hangs inside the braces belongs to the name as well
    const hanging = readName(p, base, inner.start);
    p.close('}', open);
    if (hanging.op === 'index') return p.node('index', [{ ...hanging.args[0]!, text: `${accent}{${hanging.args[0]!.text}}` }, hanging.args[1]!], hanging.text, token.start);
    base = bare(hanging, p, inner);
  }
  return readSymbol(p, `${accent}{${base}}`, token.start);
}; // prettier-ignore

function bare(t: Tree, p: Parser, at: Token): string {
  if (t.op === 'symbol') return t.text;
  throw p.error('an accent should stand over a name', at);
}

function compileSymbol(t: Tree, scope: Scope): Code {
  if (t.text === '\\infty') return () => INFINITY;
  if (t.text === '\\mathbb{R}') return () => ({ kind: 'reals', dimension: 1 });
  if (scope.limits.has(t.text)) return () => exact(LIMIT);
  const declared = scope.lookup(t.text);
  if (declared) return (env) => env[declared.slot]!;
  const sample = scope.lookup(`${t.text}_\\cdot`);
  if (sample) return (env) => env[sample.slot]!;
  const under = hasEvents(scope) ? barred(t.text) : null;
  if (under !== null && isEventTree({ ...t, text: under }, scope)) {
    const event = eventIn({ ...t, text: under }, scope);
    return (env) => complementOf(event(env));
  }
  const space = t.text === EMPTY && hasEvents(scope) ? scope.lookup(SPACE)! : null;
  if (space) return (env) => complementOf(env[space.slot] as EventValue);
  if (t.text === '\\pi') return () => PI;
  if (t.text === 'e') return () => E;
  throw new Refusal(`nothing given says what “${t.text}” is`, t.span);
}

const PI = rounded(Math.PI);
const E = rounded(Math.E);

export const symbol: Notation = {
  name: { en: 'names and indices', zh: '名称与下标' },
  meaning: {
    en: 'A letter, with an accent, a star or a label if it has one; its meaning comes from the givens. A word below it belongs to the name, anything else is an index.',
    zh: '一个字母，可以带重音、星号或标记，含义由已知条件规定。下标若是单词，则属于名称；否则是指标。',
  },
  prefix: {
    letter,
    ...Object.fromEntries([...greek, '\\Pr'].map((name) => [name, letter])),
    ...Object.fromEntries(accents.map((name) => [name, accented(name)])),
    '\\dots': (p, token) => p.node('dots', [], '', token.start),
    // in the place of an index that is averaged over, as in \bar{y}_{i \bullet}
    '\\bullet': (p, token) => p.node('symbol', [], '\\bullet', token.start),
  },
  ops: {
    symbol: { binds: 100, print: (t) => t.text, compile: compileSymbol },
    index: { binds: 90, print: (t, print) => printIndex(t, (part) => print(part)), compile: compileIndex },
    inverse: { binds: 90, print: (t, print) => `${print(t.args[0]!)}^{-1}` },
    dots: { binds: 100, print: (t) => t.text || '\\dots' },
  },
  examples: [
    { tex: '\\theta_{MLE}^*', tree: '\\theta_{MLE}^*' },
    { tex: '\\theta^{*}_{\\text{MLE}}', tree: '\\theta_{MLE}^*' },
    { tex: '\\mathbf{x}^{(i)}', tree: '(index "()" \\mathbf{x} i)' },
    { tex: 'x_i', tree: '(index x i)' },
  ],
};
