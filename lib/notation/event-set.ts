/** `A \cup B`, `A \vee B`, `A \cap B`, `A \setminus B`, `A \triangle B`, `\neg A`, `A^c`, `\bar{A}`, `\bigcup_{i=1}^n A_i`: events made of events. */
import { combineEvents, complementOf, eventIn, eventSigns } from '../meaning/event-set.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Env } from '../meaning/scope.ts';
import { exact } from '../number/bounded.ts';
import type { Infix, Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { isBracketed, type Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';
import { between, printRange, readRange } from './range.ts';

/** Nobody says which of two different signs binds first. */
const infix = (sign: string): Infix => ({
  power: power.product,
  parse: (p, left, token) => {
    const other = left.op === 'events' && !isBracketed(left) && (left.text !== sign || ['\\setminus', '\\triangle'].includes(sign));
    if (other) throw p.error(`${left.text} and ${sign} stand side by side`, token, 'put brackets around one of the two');
    return p.node('events', [left, p.expression(power.product)], sign, left.span.start);
  },
}); // prettier-ignore

const many = (name: string): Prefix => (p, token) => {
  const range = readRange(p, name);
  return p.node('union', [range, p.expression(power.sum)], name, token.start);
}; // prettier-ignore

export const eventSets: Notation = {
  name: { en: 'events as sets', zh: '事件的集合运算' },
  meaning: {
    en: 'Unions, intersections, differences and complements of events that are given, also as statements with or, and, not, and one event as a part of another. Different signs side by side need brackets.',
    zh: '已知事件的并、交、差与补（亦可用或、且、非书写），以及一个事件包含于另一个。不同的运算符并列时须加括号。',
  },
  prefix: {
    '\\bigcup': many('\\bigcup'),
    '\\bigcap': many('\\bigcap'),
    '\\neg': (p, token) => p.node('not', [p.expression(power.factor)], '', token.start),
  },
  infix: Object.fromEntries(eventSigns.map((sign) => [sign, infix(sign)])),
  ops: {
    events: {
      binds: power.product,
      print: (t, print) => `${print(t.args[0]!, t.args[0]!.text === t.text ? power.product : power.product + 1)} ${t.text} ${print(t.args[1]!, power.product + 1)}`,
      compile: (t, scope) => {
        const [a, b] = t.args.map((arg) => eventIn(arg, scope));
        return (env) => combineEvents(t.text, a!(env), b!(env));
      },
    },
    not: {
      binds: power.factor,
      print: (t, print) => `\\neg ${print(t.args[0]!, power.factor + 1)}`,
      compile: (t, scope) => {
        const event = eventIn(t.args[0]!, scope);
        return (env) => complementOf(event(env));
      },
    },
    union: {
      binds: power.product,
      print: (t, print) => `${t.text}${printRange(t.args[0]!, print)} ${print(t.args[1]!, power.product + 1)}`,
      compile: (t, scope) => {
        const [range, body] = t.args as [Tree, Tree];
        const own = range.args[0]!;
        if (range.op !== 'range' || own.op !== 'symbol') throw new Refusal(`“${scope.shared.print(t)}” should have bounds, such as i = 1 below and n above`, range.span);
        const slot = scope.slot();
        const event = eventIn(body, scope.bind(own.text, slot));
        const places = between(range, scope);
        const sign = t.text === '\\bigcup' ? '\\cup' : '\\cap';
        return (env: Env) => {
          const all = places(env).map((i) => {
            env[slot] = exact(i);
            return event(env);
          });
          if (all.length === 0) throw new Refusal(`“${scope.shared.print(t)}” runs over nothing`, range.span);
          return all.reduce((a, b) => combineEvents(sign, a, b));
        };
      },
    },
  },
  examples: [
    { tex: 'A \\cup B', tree: '(events "\\\\cup" A B)' },
    { tex: 'A \\cap (B \\cup C)', tree: '(events "\\\\cap" A (events "\\\\cup" B C))' },
    { tex: '\\neg A \\vee B', tree: '(events "\\\\vee" (not A) B)' },
    { tex: '\\bigcup_{i=1}^n A_i', tree: '(union "\\\\bigcup" (range i 1 n) (index A i))' },
  ],
}; // prettier-ignore
