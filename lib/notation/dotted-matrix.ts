/**
 * Matrices with dots: `\begin{pmatrix} x_1 \\ \vdots \\ x_n \end{pmatrix}`, rows and columns from the first to the last. The
 * entries that are written are one formula of the row and the column, or the matrix has one on its diagonal and 0 elsewhere;
 * what the dots leave out is never guessed.
 */
import { exact } from '../number/bounded.ts';
import { collapsed } from '../meaning/matrix.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import { sameTree, tree, type Tree } from '../tex/tree.ts';
import { put, runOf, type Run } from './dots.ts';

type Cells = readonly (readonly Tree[])[];

const isDots = (t: Tree): boolean => t.op === 'dots';

export const hasDots = (rows: Cells): boolean => rows.some((row) => row.some(isDots));

/** Of rows or columns: the place of the dots between the first and the last; -1 for none. */
function placeOfDots(lines: Cells): number {
  return lines.findIndex((line, i) => i > 0 && i === lines.length - 2 && line.every(isDots));
}

/** The formula of the terms, in the order in which they stand; the term itself where all are the same; else null. */
function runOver(terms: readonly Tree[], dots: number, whole: Tree): Run | Tree | null {
  const written = terms.filter((_, i) => i !== dots);
  if (written.every((t) => sameTree(t, written[0]!))) return written[0]!;
  const run = runOf(terms, dots, whole);
  return run && sameTree(put(run.body, run.index, run.low), terms[0]!) ? run : null;
}

const isRun = (found: Run | Tree): found is Run => 'body' in found;
const bodyOf = (found: Run | Tree): Tree => (isRun(found) ? found.body : found);

/** One axis of several lines: the ends that those have in common, and what stands there in each. */
function together(found: readonly (Run | Tree | null)[]): { readonly run: Run; readonly bodies: readonly Tree[] } | null {
  const runs = found.flatMap((f) => (f && isRun(f) ? [f] : []));
  const [first] = runs;
  if (!first || found.includes(null) || !runs.every((run) => sameTree(run.low, first.low) && sameTree(run.high, first.high)))
    return null;
  return { run: first, bodies: found.map((f) => bodyOf(f!)) };
} // prettier-ignore

/** The columns of each row, and the rows; null where an axis has no dots. */
interface Formula {
  readonly rows: Run | null;
  readonly columns: Run | null;
  /** By row and column as they are written, where an axis has no dots. */
  readonly bodies: Cells;
  /** What stands off the diagonal, where `bodies` is on it. */
  readonly off?: Tree;
}

const flipped = (cells: Cells): Cells => cells[0]!.map((_, j) => cells.map((row) => row[j]!));

function formulaOf(cells: Cells, whole: Tree): Formula | null {
  const [down, across] = [placeOfDots(cells), placeOfDots(flipped(cells))];
  const written = cells.flatMap((row, i) => row.filter((_, j) => i !== down && j !== across));
  if ((down < 0 && across < 0) || written.some(isDots)) return null;
  const columns = flipped(cells).filter((_, j) => j !== across);
  if (down < 0) {
    const found = together(cells.map((row) => runOver(row, across, whole)));
    return found && { rows: null, columns: found.run, bodies: found.bodies.map((body) => [body]) };
  }
  if (across < 0) {
    const found = together(columns.map((column) => runOver(column, down, whole)));
    return found && { rows: found.run, columns: null, bodies: [found.bodies] };
  }
  const onDiagonal = diagonalOf(cells, down, across, whole);
  if (onDiagonal) return onDiagonal;
  const rows = together(columns.map((column) => runOver(column, down, whole)));
  if (!rows) return null;
  const inner = tree('list', [whole, rows.run.index], '', whole.span);
  const found = runOver(rows.bodies.toSpliced(across, 0, cells[0]![across]!), across, inner);
  return found && isRun(found) ? { rows: rows.run, columns: found, bodies: [[found.body]] } : null;
}

/** A formula on the diagonal, and one number everywhere else. */
function diagonalOf(cells: Cells, down: number, across: number, whole: Tree): Formula | null {
  if (cells.length !== cells[0]!.length || down !== across) return null;
  const rest = cells.flatMap((row, i) => row.filter((_, j) => i !== j && i !== down && j !== across));
  const [off] = rest;
  if (off?.op !== 'number' || !rest.every((t) => sameTree(t, off))) return null;
  const run = runOver(cells.map((row, i) => row[i]!), down, whole); // prettier-ignore
  return run && isRun(run) ? { rows: run, columns: run, bodies: [[run.body]], off } : null;
}

/** Throws Refusal where the dots do not say which entries they stand for. */
export function compileDotted(cells: Cells, t: Tree, scope: Scope): Code {
  const formula = formulaOf(cells, t);
  if (!formula)
    throw new Refusal(`the dots in “${scope.shared.print(t)}” do not say which entries they stand for: what is written should be one formula of the row and the column, from the first to the last`, t.span); // prettier-ignore
  const { rows, columns, bodies, off } = formula;
  const [i, j] = [scope.slot(), scope.slot()];
  let inner = scope;
  if (rows) inner = inner.bind(rows.index.text, i);
  if (columns && columns !== rows) inner = inner.bind(columns.index.text, j);
  const codes = bodies.map((row) => row.map((body) => inner.number(body)));
  const ends = (run: Run | null, count: number): ((env: Env) => readonly [number, number]) => {
    if (!run) return () => [0, count - 1];
    const [low, high] = [scope.number(run.low), scope.number(run.high)];
    return (env) => [low(env).value, high(env).value];
  };
  const [down, across] = [ends(rows, bodies.length), ends(columns, bodies[0]!.length)];
  const zero = off && scope.number(off);
  return (env) => {
    const [[top, bottom], [left, right]] = [down(env), across(env)];
    for (const [first, last] of [[top, bottom], [left, right]] as const)
      if (!(last >= first && last - first < MOST))
        throw new Refusal(`the dots in “${scope.shared.print(t)}” run from ${first} to ${last}: only what rises, by less than ${MOST}, is read`, t.span); // prettier-ignore
    return collapsed(
      Array.from({ length: bottom - top + 1 }, (_, a) =>
        Array.from({ length: right - left + 1 }, (__, b) => {
          if (zero && a !== b) return zero(env);
          env[i] = exact(top + a);
          env[j] = exact(left + b);
          return codes[rows ? 0 : a]![columns ? 0 : b]!(env);
        }),
      ),
    );
  };
}

const MOST = 16;
