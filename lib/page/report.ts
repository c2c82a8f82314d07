/** What the command says on a terminal, in the manner of a compiler. */
import type { EquationSource, Problem, RelationRecord } from '../check/record.ts';
import type { CheckOptions, PageRecord } from './check.ts';
import type { Totals } from './ledger.ts';
import type { Lines } from './lines.ts';
import { showPlace } from './read.ts';
import type { Page } from './read.ts';

/** Columns of the source that are shown at most. */
const WIDTH = 100;

/** The relations of a page that do not pass and its own mistakes, in the order of the page. */
export function reportPage(record: PageRecord, page: Page): string {
  const entries: { line: number; column: number; text: string }[] = [];
  for (const equation of record.equations) {
    const source = page.equations.find(({ place }) => place.line === equation.line && place.column === equation.column);
    for (const relation of equation.relations) {
      if (relation.verdict === 'holds' || relation.verdict === 'defines') continue;
      const { line, column } = relation;
      entries.push({ line, column, text: reportRelation(relation, page, source) });
    }
  }
  for (const problem of record.problems) {
    const here = problem.place.path === page.path;
    const place = here ? problem.place : { line: Infinity, column: 0 };
    entries.push({ line: place.line, column: place.column, text: reportProblem(problem, here ? page.lines : null) });
  }
  entries.sort((a, b) => a.line - b.line || a.column - b.column);
  const unread = record.equations.some(({ relations }) => relations.some(({ verdict }) => verdict === 'unread'));
  const advice = unread && page.givens.length === 0 ? [beginning(page.path)] : [];
  return [...entries.map(({ text }) => text), ...advice].map((text) => `${text}\n`).join('\n');
}

/** What to do about a page of somebody who has only begun. */
const beginning = (path: string): string =>
  `${path} says of no symbol what it is: say it in a \`\`\`given fence above the first formula, as in content/en/write-a-page.mdx, or in a file for --given`;

function reportRelation(relation: RelationRecord, page: Page, source: EquationSource | undefined): string {
  const { verdict, line, column, values, reason, counterexample } = relation;
  const detail = values ? `left = ${values.left}  right = ${values.right}` : (reason ?? 'no reason is given');
  const head = `${showPlace({ path: page.path, line, column })} ${verdict}  ${detail}`;
  const notes: string[] = [];
  if (counterexample) {
    const world = Object.entries(counterexample);
    notes.push(`world: ${world.length ? world.map(([name, value]) => `${name} = ${value}`).join(', ') : 'any'}`);
  }
  if (values && reason) notes.push(`it may mean: ${reason}`);
  return [head, ...underline(relation, page.lines, source), ...notes.map((note) => `  ${note}`)].join('\n');
}

export function reportProblem({ place, message, hint }: Problem, lines: Lines | null): string {
  const shown = lines ? excerpt(lines, place.line, place.column, place.column + 1) : [];
  return [`${showPlace(place)} problem  ${message}`, ...shown, ...(hint ? [`  hint: ${hint}`] : [])].join('\n');
}

/** The line of the relation sign, with the part of it that the relation fills underlined. */
function underline(relation: RelationRecord, lines: Lines, source: EquationSource | undefined): string[] {
  const { line, column, span } = relation;
  if (!source || span.end <= span.start) return excerpt(lines, line, column, column + relation.relation.length);
  const start = source.locate(span.start);
  const end = source.locate(span.end - 1);
  const text = lines.line(line);
  const from = start.line === line ? start.column : text.search(/\S/) + 1;
  const to = end.line === line ? end.column + 1 : text.trimEnd().length + 1;
  return excerpt(lines, line, from, to);
}

/** A line of the source and below it `^` from one column to another; long lines are cut around that place. */
function excerpt(lines: Lines, line: number, from: number, to: number): string[] {
  const text = lines.line(line);
  if (!text.trim()) return [];
  const cut = text.length > WIDTH ? Math.max(0, from - 1 - 10) : 0;
  const stop = Math.min(text.length, cut + WIDTH);
  const shown = `${cut > 0 ? '…' : ''}${text.slice(cut, stop)}${stop < text.length ? '…' : ''}`;
  const before = `${cut > 0 ? ' ' : ''}${blank(text.slice(cut, from - 1), ' ')}`;
  const marks = blank(text.slice(from - 1, Math.min(to - 1, stop)), '^').trimStart() || '^';
  const number = String(line).padStart(5);
  return [`${number} | ${shown}`, `${' '.repeat(number.length)} | ${before}${marks}`];
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{3ffff}]/u;

/** As many signs as a terminal gives columns to a text: two to a Chinese letter, none to a combining mark. */
function blank(text: string, sign: string): string {
  return [...text]
    .map((c) => {
      if (c === '\t' && sign === ' ') return '\t';
      if (/\p{Mn}/u.test(c)) return '';
      return WIDE.test(c) ? sign.repeat(2) : sign;
    })
    .join('');
}

/** The last line: how many of what. */
export function reportTotals(t: Totals, pages: number, { worlds, seed }: CheckOptions): string {
  const counts = [
    `${t.holds} hold${t.holds === 1 ? 's' : ''}`,
    `${t.defines} define${t.defines === 1 ? 's' : ''}`,
    ...(['refuted', 'undecided', 'vacuous', 'unread'] as const).filter((v) => t[v] > 0).map((v) => `${t[v]} ${v}`),
    ...(t.problems > 0 ? [count(t.problems, 'problem')] : []),
  ];
  const what = `${count(pages, 'page')}, ${count(t.equations, 'equation')}, ${count(t.relations, 'relation')}`;
  return `${what}: ${counts.join(', ')} (${count(worlds, 'world')} each, seed ${seed})\n`;
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
