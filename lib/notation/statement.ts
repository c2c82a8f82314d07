/**
 * A whole formula: rows joined to statements, reasons and labels taken out. A row that starts with a relation
 * continues the chain above it. A row that cannot be read spoils its own relations only.
 */
import { TexError } from '../tex/error.ts';
import { lex, type Mark } from '../tex/lexer.ts';
import type { Token } from '../tex/token.ts';
import { Parser, type Names, power } from '../tex/parser.ts';
import { takesArgument } from '../tex/signs.ts';
import { itemsOf, tree, type Tree } from '../tex/tree.ts';
import { grammar } from './index.ts';
import { limitOf } from './limit.ts';
import { relationSigns } from './relation.ts';

export interface Reading {
  readonly statements: readonly Tree[];
  readonly labels: readonly Mark[];
  readonly references: readonly Mark[];
  /** Reasons and labels of rows: offset of the row's start -> text. */
  readonly rows: readonly RowNote[];
  readonly errors: readonly TexError[];
}

export interface RowNote {
  readonly start: number;
  readonly end: number;
  readonly because: string | null;
  readonly label: string | null;
  /** Theorems of mathlib that are said to prove it; never counted as a check. */
  readonly lean: readonly string[];
}

const wrappers = /^\\(begin|end)\{(aligned|align|alignat|alignedat|gather|gathered|equation|split)\}$/;

/** Cells of a row, where TeX sets no more. */
const columns: Readonly<Record<string, number>> = { split: 2, gather: 1, gathered: 1, equation: 1 };
const wrapperName = ({ text }: Token): string => /\{(.*)\}/.exec(text)![1]!;

const closing: readonly string[] = ['}', ')', ']', '\\}', '\\right.', ...['vert', 'Vert', 'floor', 'ceil', 'angle'].map((name) => `\\r${name}`)]; // prettier-ignore

/** Rows at the outermost level: lists of cells, which are lists of tokens. */
function rowsOf(tokens: readonly Token[]): Token[][][] {
  const rows: Token[][][] = [[[]]];
  const open: Token[] = [];
  let depth = 0;
  let inside = 0;
  let [began, ended] = [false, false];
  let around = '';
  for (const token of tokens) {
    if (token.kind === 'end') break;
    pair(token, open);
    const wrapper = token.kind === 'command' ? wrappers.exec(token.text)?.[1] : undefined;
    // the rows are rows of the whole formula: only a stop, or words, may follow their environment
    const beside = wrapper ? wrapper === 'begin' && (began || ended) : ended && !/^[.,;:]$/.test(token.text) && token.kind !== 'text'; // prettier-ignore
    if (beside)
      throw new TexError(
        wrapper ? `something stands before ${token.text}` : `${token.text} stands behind the rows`,
        token,
        'put it into one of the rows',
      );
    ended ||= wrapper === 'end';
    began ||= !wrapper;
    if (wrapper) {
      if (token.text.startsWith('\\begin')) around = wrapperName(token);
      continue;
    }
    const opens = token.kind !== 'text' && token.text.startsWith('\\begin{');
    if (opens) depth++;
    if (token.kind !== 'text' && token.text.startsWith('\\end{')) depth--;
    const outside = depth === 0 && token.kind === 'sign';
    if (token.fixed || (token.kind === 'sign' && '{}'.includes(token.text)))
      inside += closing.includes(token.text) ? -1 : 1;
    if (outside && inside > 0 && ['\\\\', '&'].includes(token.text))
      throw new TexError(`${token.text} stands inside braces`, token, 'close the braces in the same cell');
    if (outside && token.text === '\\\\') rows.push([[]]);
    else if (outside && token.text === '&' && !open.length)
      throw new TexError(
        '& stands outside an environment',
        token,
        'put the formula into \\begin{aligned} … \\end{aligned}',
      );
    else if (outside && token.text === '&') {
      const most = columns[around] ?? Infinity;
      if (rows.at(-1)!.length >= most) throw new TexError(`a row of ${around} has at most ${most === 1 ? 'one cell' : 'two cells'}`, token, 'write aligned'); // prettier-ignore
      rows.at(-1)!.push([]);
    } else
      rows
        .at(-1)!
        .at(-1)!
        .push(inCell(token, rows.at(-1)!));
  }
  if (open.length) throw new TexError(`${open.at(-1)!.text} is never ended`, open.at(-1)!, 'add the missing \\end');
  return rows.filter((cells) => cells.some((cell) => cell.length));
}

/** Nothing takes its argument from the next cell, and nothing hangs on the cell before. */
function inCell(token: Token, cells: readonly Token[][]): Token {
  if (cells.length === 1 || cells.at(-1)!.length > 0) return token;
  const before = cells.at(-2)!.at(-1);
  const open = before && before.kind !== 'text' && takesArgument.test(before.text) ? before : null;
  if (open) throw new TexError(`${open.text} has no argument in its cell`, open, 'put the & elsewhere');
  if (token.kind === 'sign' && ['_', '^', "'"].includes(token.text))
    throw new TexError(`${token.text} hangs on the cell before`, token, 'put the & elsewhere');
  return { ...token, gap: token.gap ?? 'narrow' };
}

/** Environments nest. */
function pair(token: Token, open: Token[]): void {
  if (token.kind !== 'command') return;
  if (token.text.startsWith('\\begin{')) open.push(token);
  if (!token.text.startsWith('\\end{')) return;
  const begin = open.pop();
  if (begin?.text.slice(7) === token.text.slice(5)) return;
  const what = begin ? `does not end ${begin.text}` : 'ends nothing';
  throw new TexError(`${token.text} ${what}`, token, 'environments must pair');
}

const startsRelation = (tokens: readonly Token[]): boolean => {
  const first = tokens[0];
  return Boolean(first && first.kind !== 'text' && (relationSigns.includes(first.text) || first.text === '\\overset'));
};

interface Row {
  tokens: Token[];
  because: string | null;
}

/** What stands after a second & is the reason; so is a text at the end of the row. */
function splitReason(cells: Token[][], names: Names): Row {
  const [a = [], b = [], ...rest] = cells;
  const tokens = [...a, ...b];
  const notes = rest.flat();
  const stray = notes.find((token, i) => token.kind !== 'text' && (i === 0 || !/^[.,;:]$/.test(token.text)));
  if (stray)
    throw new TexError('a third column should be a reason', stray, 'write && \\text{…}, or give the formula a row of its own');
  while (tokens.length > 1 && tokens.at(-1)!.kind === 'text' && !isOperand(tokens, names)) notes.unshift(tokens.pop()!);
  if (tokens.length && tokens.at(-1)!.kind === 'sign' && [',', '.', ';', ':'].includes(tokens.at(-1)!.text)) tokens.pop();
  const because = notes.map((token) => token.text).join(' ').trim();
  return { tokens, because: because || null };
} // prettier-ignore

/** Is the text at the end what a sign or a fraction still needs, such as `- \text{ELBO}`? */
function isOperand(tokens: readonly Token[], names: Names): boolean {
  if (names.declared(tokens.at(-1)!.text)) return true;
  const before = tokens.at(-2)!;
  return before.kind === 'sign' ? !',.;)]}'.includes(before.text) : before.kind === 'command';
}

/** Definitions of commands, and nothing beside them: the name, how many arguments, and what it stands for. */
const macros =
  /^(\s*\\(DeclareMathOperator\*?|newcommand|renewcommand|def)\s*(\{\\[A-Za-z]+\}|\\[A-Za-z]+)(\[\d\]|(#\d)+)?\s*\{([^{}]|\{([^{}]|\{[^{}]*\})*\})*\})+\s*$/;

export function read(tex: string, names: Names, words: readonly string[] = []): Reading {
  if (macros.test(tex)) return { statements: [], labels: [], references: [], rows: [], errors: [] };
  let lexed;
  let groups;
  try {
    lexed = lex(tex, words);
    groups = joinRows(rowsOf(lexed.tokens), names);
  } catch (error) {
    if (error instanceof TexError) return failed(error);
    throw error;
  }
  const errors: TexError[] = [];
  const statements = groups.flatMap((group) => readGroup(group, names, errors, tex.length));
  const references = lexed.tokens
    .filter((token) => token.kind === 'text' && /^\\(eq)?ref\{/.test(token.text))
    .map((token) => ({ name: token.text.replace(/^\\(eq)?ref\{|\}$/g, ''), offset: token.start }));
  const starts = groups.flat().map((row) => row.tokens[0]?.start ?? 0);
  const rows = groups.flat().map((row, i) => {
    const end = starts[i + 1] ?? tex.length;
    const here = (marks: readonly Mark[]) =>
      marks.filter((mark) => mark.offset >= (i ? starts[i]! : 0) && mark.offset < end).map(({ name }) => name);
    const label = here(lexed.labels)[0] ?? null;
    return { start: starts[i]!, end, because: row.because, label, lean: here(lexed.theorems) };
  });
  return { statements, labels: lexed.labels, references, rows, errors };
}

const failed = (error: TexError): Reading => ({
  statements: [],
  labels: [],
  references: [],
  rows: [],
  errors: [error],
});

/** Rows that go on with the row before: they start with a relation, or with a sign after an empty first cell. */
function joinRows(rows: Token[][][], names: Names): Row[][] {
  const groups: Row[][] = [];
  for (const cells of rows) {
    const row = splitReason(cells, names);
    const first = row.tokens[0];
    const goesOn = first && cells[0]!.length === 0 && first.kind === 'sign' && '+-*/)'.includes(first.text);
    if (groups.length && first && !goesOn) demandSigned(row.tokens, first);
    if (groups.length && startsRelation(row.tokens)) groups.at(-1)!.push(row);
    else if (groups.length && goesOn) {
      const before = groups.at(-1)!.at(-1)!;
      before.tokens.push(...row.tokens);
      before.because = [before.because, row.because].filter(Boolean).join('; ') || null;
    } else if (row.tokens.length) groups.push([row]);
    else if (row.because && groups.length) {
      // a reason in a row of its own is that of the row above
      const before = groups.at(-1)!.at(-1)!;
      before.because = [before.because, row.because].filter(Boolean).join('; ');
    }
  }
  return groups;
}

/** A row that begins with a sign, and says nothing by itself, may go on with the row before. */
function demandSigned(tokens: readonly Token[], first: Token): void {
  if (first.kind !== 'sign' || !'+-*/'.includes(first.text)) return;
  if (first.text === '-' && outerSign(tokens)) return;
  throw new TexError(`this row begins with ${first.text}: it may go on with the row above`, first, 'write & before the sign where it goes on'); // prettier-ignore
}

function readGroup(rows: readonly Row[], names: Names, errors: TexError[], length: number): Tree[] {
  const items: Tree[] = [];
  for (const row of rows) {
    const end: Token = { kind: 'end', text: '', start: row.tokens.at(-1)?.end ?? length, end: row.tokens.at(-1)?.end ?? length };
    let part: Tree;
    const continues = items.length > 0 && startsRelation(row.tokens);
    const hole: Token = { kind: 'letter', text: HOLE, start: row.tokens[0]!.start, end: row.tokens[0]!.start };
    const tokens = continues ? [hole, ...row.tokens, end] : [...row.tokens, end];
    // where a variable goes is no statement that a row could go on with
    const open = items.filter((item) => !limitOf(item));
    try {
      part = readAll(new Parser(tokens, grammar, names));
      if (continues && open.length > 1)
        throw new TexError('this row may go on with each of the statements above', row.tokens[0]!, 'write its left side');
      if (continues && joins(itemsOf(part)[0]!) && isJoined(open.at(-1) ?? items.at(-1)!))
        throw new TexError('this row joins a statement to one that is joined already', part.span, 'write it as a statement of its own'); // prettier-ignore
    } catch (error) {
      if (!(error instanceof TexError)) throw error;
      errors.push(error);
      // a row that goes on with a chain has a relation, whatever it stands in: else it would vanish
      const sign = outerSign(row.tokens) ?? (continues ? overset(row.tokens) : undefined);
      const at = { start: row.tokens[0]!.start, end: end.end };
      const broken = tree('error', [], error.hint ? `${error.message}; ${error.hint}` : error.message, error.span);
      part = sign ? tree('chain', [hole2(at.start), tree('relation', [], sign.text, sign), broken], '', at) : broken;
      if (sign && !continues) part = { ...part, args: [broken, part.args[1]!, broken] };
    }
    const [first, ...others] = itemsOf(part);
    const before = open.at(-1) ?? items.at(-1);
    if (continues) items[items.indexOf(before!)] = append(before!, first!);
    else items.push(first!);
    items.push(...others);
  }
  const [chain] = items;
  if (!chain) return [];
  // a bracket around a whole list belongs to it
  const span = { start: rows[0]!.tokens[0]!.start, end: rows.at(-1)!.tokens.at(-1)?.end ?? chain.span.end };
  return [items.length > 1 ? tree('list', items, '', span) : chain];
} // prettier-ignore

/** The sign under the reason of a row that begins with \overset{…}{=}, or what stands in its place. */
function overset(tokens: readonly Token[]): Token {
  const sign = tokens.find((token) => token.kind !== 'text' && relationSigns.includes(token.text));
  return { ...tokens[0]!, text: sign?.text ?? '=' };
}

/** The first relation outside all brackets. */
function outerSign(tokens: readonly Token[]): Token | undefined {
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'text') continue;
    if ('([{'.includes(token.text) || token.text === '\\{') depth++;
    else if (')]}'.includes(token.text) || token.text === '\\}') depth--;
    else if (depth <= 0 && relationSigns.includes(token.text)) return token;
  }
  return undefined;
}

const HOLE = '\\hole';
const hole2 = (at: number): Tree => tree('symbol', [], HOLE, { start: at, end: at });

const joins = ({ op }: Tree): boolean => op === 'iff' || op === 'implies';
const isJoined = (t: Tree): boolean => joins(t) || ((t.op === 'exists' || t.op === 'forall') && t.args.length > 1);

/** Puts the chain so far where the hole stands, at the left end of what the row read. */
function append(before: Tree, part: Tree): Tree {
  if (joins(part)) return { ...part, args: [append(before, part.args[0]!), ...part.args.slice(1)] };
  // the row goes on with what stands last
  if (isJoined(before)) return { ...before, args: [...before.args.slice(0, -1), append(before.args.at(-1)!, part)], span: { ...before.span, end: part.span.end } }; // prettier-ignore
  const left = before.op === 'chain' ? before.args : [before];
  return tree('chain', [...left, ...part.args.slice(1)], '', { start: before.span.start, end: part.span.end });
}

function readAll(parser: Parser): Tree {
  const result = parser.expression(power.any);
  const rest = parser.peek();
  if (rest.kind === 'end') return result;
  const hints: Record<string, string> = {
    '}': 'remove the }, or add the { that it closes',
    ')': 'remove the ), or add the ( that it closes',
    ']': 'remove the ], or add the [ that it closes',
    _: 'put the index on a name',
  };
  throw parser.error(`${rest.text || 'this'} does not belong here`, rest, hints[rest.text] ?? null);
}
