/** After `\in`: `[0, 1]`, `(0, \infty)`, `\mathbb{N}`, `\mathbb{R}_{>0}`. Elsewhere brackets group. */
import { exact } from '../number/bounded.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import type { Parser } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import type { Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';

/** An interval where a set is due; null where something else stands. */
export function readInterval(p: Parser): Tree | null {
  return p.attempt(() => {
    const start = p.peek().start;
    const open = p.accept('[', '(');
    if (!open) return null;
    const low = p.free(() => p.expression(power.list));
    if (!p.accept(',')) return null;
    const high = p.free(() => p.expression(power.list));
    const close = p.accept(']', ')');
    if (!close || Boolean(close.fixed) !== Boolean(open.fixed)) return null;
    return p.node('interval', [low, high], `${open.text}${close.text}`, start);
  });
}

/** `{[0, 1]}` below \mathbb{1}. */
export const bracedInterval = (p: Parser): Tree | null =>
  p.attempt(() => {
    const found = p.accept('{') && readInterval(p);
    return found && p.accept('}') ? found : null;
  });

/** What may hang on \mathbb{R} and its kin, and which numbers it leaves. `null`: not everyone counts the end. */
const sets: Readonly<Record<string, { low: number; closed: boolean | null; whole: boolean }>> = {
  '\\mathbb{N}': { low: 0, closed: null, whole: true },
  '\\mathbb{N}_0': { low: 0, closed: true, whole: true },
  '\\mathbb{N}_{>0}': { low: 0, closed: false, whole: true },
  '\\mathbb{Z}': { low: -Infinity, closed: false, whole: true },
  '\\mathbb{R}_{>0}': { low: 0, closed: false, whole: false },
  '\\mathbb{R}_{\\ge 0}': { low: 0, closed: true, whole: false },
  '\\mathbb{R}_+': { low: 0, closed: null, whole: false },
};

/** After `\mathbb{R}`: `_{>0}`, `_{\ge 0}`, `_+`, `^+`. */
export function readNumbers(p: Parser, letter: string, start: number): Tree | null {
  const bare = `\\mathbb{${letter}}`;
  if (p.names.declared(bare)) return null;
  const found = p.attempt(() => {
    const sign = p.accept('_', '^');
    const brace = sign && p.accept('{');
    const parts: string[] = [];
    while (sign && ['>', '\\ge', '+', '0'].includes(p.peek().text) && parts.length < 2) parts.push(p.take().text);
    if (!parts.length || (brace && !p.accept('}'))) return null;
    const below = parts.join(' ').replace('> 0', '>0');
    const name = `${bare}_${below.length > 1 ? `{${below}}` : below}`;
    return sets[name] && (sign!.text === '_' || below === '+') ? p.node('numbers', [], name, start) : null;
  });
  return found ?? (sets[bare] ? p.node('numbers', [], bare, start) : null);
}

function compileInterval(t: Tree, scope: Scope): Code {
  const [low, high] = t.args.map((arg) => scope.number(arg));
  const closed = [t.text.startsWith('['), t.text.endsWith(']')] as const;
  return (env) => {
    const ends = [low!(env), high!(env)] as const;
    if (ends[0].value - ends[0].error > ends[1].value + ends[1].error)
      throw new Refusal(`“${scope.shared.print(t)}” is empty: its ends are ${ends[0].value} and ${ends[1].value}`, t.span);
    return { kind: 'interval', low: ends[0], high: ends[1], closed, whole: false };
  };
} // prettier-ignore

export const intervals: Notation = {
  name: { en: 'intervals and sets of numbers', zh: '区间与数集' },
  meaning: {
    en: 'A round bracket leaves its end out, a square one keeps it. Membership is decided in each world.',
    zh: '圆括号不含端点，方括号含端点。属于与否在每个世界中判定。',
  },
  ops: {
    interval: {
      binds: 100,
      print: (t, print) => {
        const [low, high] = t.args.map((arg) => print(arg, power.list + 1));
        return `${t.text[0]!}${low!}, ${high!}${t.text[1]!}`;
      },
      compile: compileInterval,
    },
    numbers: {
      binds: 100,
      print: (t) => t.text,
      compile: (t) => {
        const { low, closed, whole } = sets[t.text]!;
        return () => ({ kind: 'interval', low: exact(low), high: exact(Infinity), closed: [closed, false], whole });
      },
    },
  },
  examples: [
    { tex: 'x \\in (0, \\infty)', tree: '(chain x (relation "\\\\in") (interval "()" 0 \\infty))' },
    { tex: 'x \\notin [0, 1)', tree: '(chain x (relation "\\\\notin") (interval "[)" 0 1))' },
    { tex: 'x \\in \\mathbb{R}_{>0}', tree: '(chain x (relation "\\\\in") (numbers "\\\\mathbb{R}_{>0}"))' },
  ],
};
