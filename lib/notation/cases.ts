/** `\begin{cases} a & x > 0 \\ b & \text{otherwise} \end{cases}`: the value of the case that applies. */
import { bounded, type Bounded } from '../number/bounded.ts';
import { compileEvent } from '../meaning/event.ts';
import { Undefined } from '../meaning/refusal.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import { isNumber, show } from '../meaning/value.ts';
import type { Parser, Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { walk, type Tree } from '../tex/tree.ts';
import { elses, ifs } from './condition.ts';
import type { Notation, Print } from './notation.ts';

/** `x > 0`, `\text{if } x > 0`, `\text{otherwise}`; conditions parted by commas hold together. */
function readWhen(p: Parser): Tree {
  const start = p.peek().start;
  const word = p.peek().kind === 'text' ? p.peek().text.replace(/[,.;]$/, '') : '';
  if (elses.includes(word)) {
    p.take();
    return p.node('otherwise', [], word, start);
  }
  if (ifs.includes(word)) p.take();
  const conditions = [p.expression(power.list)];
  while (p.accept(',') && !p.is('\\\\') && !p.peek().text.startsWith('\\end')) conditions.push(p.expression(power.list));
  for (const c of conditions)
    if (c.op !== 'chain') throw p.error('a case should say when it applies', c.span, 'write a relation, or \\text{otherwise}');
  return p.node('when', conditions, ifs.includes(word) ? word : '', start);
} // prettier-ignore

/** The rows up to `end`. */
export function readCases(p: Parser, end: string, start: number): Tree {
  const parts: Tree[] = [];
  p.free(() => {
    do {
      if (p.is(end)) break;
      const value = p.expression(power.list);
      p.accept(',', ';');
      p.expect('&', 'between the value of a case and its condition', 'write a & x > 0 \\\\');
      parts.push(value, readWhen(p));
      p.accept(',', ';', '.');
    } while (p.accept('\\\\'));
  });
  p.expect(end, 'after the cases');
  if (parts.length === 0) throw p.error('there are no cases', { start, end: p.peek().start }, 'write a & x > 0');
  const early = parts.slice(0, -1).find((part) => part.op === 'otherwise');
  if (early) throw p.error(`${early.text} should be the last case`, early.span);
  return p.node('cases', parts, '', start);
}

const read: Prefix = (p, token) => readCases(p, '\\end{cases}', token.start);

/** `\left\{ \begin{array}{ll} … \end{array} \right.`, written by hand. */
export function readArray(p: Parser, start: number): Tree {
  p.take();
  p.expect('{', 'after \\begin{array}', 'write \\begin{array}{ll}');
  let columns = '';
  while (!p.is('}') && p.peek().kind !== 'end') columns += p.take().text;
  const close = p.expect('}', 'after the columns');
  if (!/^[lcr]{2}$/.test(columns)) throw p.error('cases have two columns', close, 'write \\begin{array}{ll}');
  const cases = readCases(p, '\\end{array}', start);
  p.expect('\\right.', 'after the cases', '\\left\\{ opens them, \\right. closes');
  return { ...cases, span: p.span(start) };
}

/** Where nobody can tell which case applies, the value is any of those that may. */
function compile(t: Tree, scope: Scope): Code {
  const cases = t.args.flatMap((value, i) => {
    if (i % 2 === 1) return [];
    const when = t.args[i + 1]!;
    const events = when.args.map((c) => compileEvent(c, scope));
    return [{ value: scope.number(value), when, events }];
  });
  return (env) => {
    const sure: number[] = [];
    const open: number[] = [];
    cases.forEach(({ when, events }, i) => {
      if (when.op === 'otherwise') return;
      const happens = events.map((event) => event(env));
      if (happens.includes(false)) return;
      (happens.includes(null) ? open : sure).push(i);
    });
    const last = cases.length - 1;
    if (sure.length === 0 && cases[last]!.when.op === 'otherwise') (open.length > 0 ? open : sure).push(last);
    const values = [...sure, ...open].map((i) => cases[i]!.value(env));
    if (sure.length > 1 && values.slice(0, sure.length).some((v) => apart(v, values[0]!)))
      throw new Undefined(`two cases apply at once: “${sure.map((i) => scope.shared.print(cases[i]!.when)).join('” and “')}”`, t.span);
    if (values.length === 0) throw new Undefined(`no case applies${where(t, scope, env)}`, t.span);
    return open.length === 0 ? values[0]! : hull(values);
  };
} // prettier-ignore

/** ` where x = 1/2`, for the names in the conditions that have a number here. */
function where(t: Tree, scope: Scope, env: Env): string {
  const names = new Set(t.args.filter((_, i) => i % 2 === 1).flatMap((when) => [...walk(when)].filter((s) => s.op === 'symbol').map((s) => s.text)));
  const said = [...names].flatMap((name) => {
    const declared = scope.declarations.get(name);
    const value = declared && env[declared.slot];
    return value && isNumber(value) ? [`${name} = ${show(value)}`] : [];
  });
  return said.length > 0 ? ` where ${said.join(', ')}` : '';
} // prettier-ignore

const apart = (a: Bounded, b: Bounded): boolean => Math.abs(a.value - b.value) > a.error + b.error;

/** All values together. */
function hull(values: readonly Bounded[]): Bounded {
  const [first] = values;
  const reach = Math.max(...values.map((v) => Math.abs(v.value - first!.value) + v.error));
  return bounded(first!.value, values.length > 1 ? reach * (1 + 4 * Number.EPSILON) : first!.error);
}

const printRow = (value: Tree, when: Tree, print: Print): string => `${print(value, power.list + 1)} & ${print(when)}`;

export const cases: Notation = {
  name: { en: 'cases', zh: '分段' },
  meaning: {
    en: 'The value of the first row whose condition is true.',
    zh: '取条件为真的第一行的值。',
  },
  prefix: { '\\begin{cases}': read },
  ops: {
    cases: {
      binds: 100,
      print: (t, print) => {
        const rows = t.args.flatMap((value, i) => (i % 2 === 0 ? [printRow(value, t.args[i + 1]!, print)] : []));
        return `\\begin{cases} ${rows.join(' \\\\ ')} \\end{cases}`;
      },
      compile,
    },
    when: {
      binds: 100,
      print: (t, print) => `${t.text ? `\\text{${t.text} }` : ''}${t.args.map((c) => print(c, power.list + 1)).join(', ')}`,
    },
    otherwise: { binds: 100, print: (t) => `\\text{${t.text}}` },
  },
  examples: [
    {
      tex: '\\begin{cases} 1 & x > 0 \\\\ 0, & \\text{otherwise} \\end{cases}',
      tree: '(cases 1 (when (chain x (relation ">") 0)) 0 (otherwise "otherwise"))',
    },
    {
      tex: '\\left\\{ \\begin{array}{rl} x \\; , & \\text{if} \\; 0 < x \\le 1 \\\\ 0 & \\text{if} \\; x > 1 \\end{array} \\right.',
      tree: '(cases x (when "if" (chain 0 (relation "<") x (relation "\\\\le") 1)) 0 (when "if" (chain x (relation ">") 1)))',
    },
  ],
}; // prettier-ignore
