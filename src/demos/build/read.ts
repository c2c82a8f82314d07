/**
 * An equation of a page that a demo shows with its own numbers, read from the LaTeX of the page by the reader of the
 * library. The demo has numbers for some names and terms; all that is printed between them is worked out as printed.
 */
import { claimsOf } from '../../../lib/check/claim.ts';
import { type Context, definedHead, makeContext } from '../../../lib/check/context.ts';
import { print } from '../../../lib/notation/index.ts';
import { read } from '../../../lib/notation/statement.ts';
import { nearest, type Page } from '../../../lib/page/read.ts';
import { type Tree, sameTree } from '../../../lib/tex/tree.ts';
import type { Formula } from '../kit/demo.ts';
import { type Plan, type Statement, operations } from '../kit/formula.ts';

export interface Printed extends Statement {
  readonly label: string;
  /** As it is printed, without labels and reasons. */
  readonly tex: string;
  /** The same with a place for each number: `\htmlData{number=KEY}{\text{0}}`, `signed` where a minus needs brackets. */
  readonly filled: string;
}

/** What is wrong with a demo's equation, in a sentence that says what to do. */
export class FormulaError extends Error {}

/** The names of an equation: those of its givens, and what equations down to it define is called like a function. */
export function namesAt(page: Page, formula: number, { names, words }: Context): Context['names'] {
  const heads = page.equations.slice(0, formula + 1).map(({ tex }) => definedHead(tex, words));
  return { ...names, callable: (name) => heads.includes(name) || names.callable(name) };
}

/** Throws FormulaError where the page has no such equation, or the demo no number for something in it. */
export function readFormula(page: Page, demo: string, { label, numbers }: Formula): Printed {
  const labels = page.labels.map(({ name }) => name);
  const found = page.labels.find(({ name }) => name === label);
  const about = `the demo "${demo}" shows the equation "${label}"`;
  if (!found)
    throw new FormulaError(
      `${about}, which this page does not have. ${nearest(label, labels) ?? 'Label the equation that is meant, or change the label in the demo’s page.ts.'}`,
    );
  const formula = found.row.formula;
  const source = page.equations[formula]!;
  const context = makeContext(source.givens);
  const names = namesAt(page, formula, context);
  const reading = read(source.tex, names, context.words);
  const claims = claimsOf(reading).filter(({ note }) => note?.label === label);
  const [first] = claims;
  if (!first || reading.errors.length > 0)
    throw new FormulaError(
      `${about}, which cannot be read as a relation: ${reading.errors[0]?.message ?? 'it has no sign'}`,
    );
  claims.slice(1).forEach(({ left }, i) => {
    if (!sameTree(left, claims[i]!.right))
      throw new FormulaError(
        `${about}, which states several things; give the one that is meant a row and a label of its own`,
      );
  });
  const known = Object.entries(numbers).map(([tex, key]) => {
    const [tree, more] = read(tex, names, context.words).statements;
    if (!tree || more) throw new FormulaError(`${about} with a number for “${tex}”, which cannot be read`);
    return { tree, tex, key, used: false };
  });
  const trees = [first.left, ...claims.map(({ right }) => right)];
  const signs = claims.map(({ sign }) => sign.text);
  const unusual = signs.find((sign) => !['=', '<', '>', '\\le', '\\ge'].includes(sign));
  if (unusual) throw new FormulaError(`${about} with the sign ${unusual}; only =, <, >, \\le and \\ge are weighed`);

  const holes: { readonly start: number; readonly end: number; readonly tex: string }[] = [];
  /** `bare`: whether a number may stand here without brackets; `sole`: even a negative one. */
  const plan = (t: Tree, bare: boolean, sole: boolean): Plan => {
    const name = known.find(({ tree }) => sameTree(tree, t));
    if (name) {
      name.used = true;
      const hole = `\\htmlData{number=${name.key}${bare && !sole ? ',signed=1' : ''}}{\\text{0}}`;
      holes.push({ ...t.span, tex: bare ? hole : `(${hole})` });
      return name.key;
    }
    if (t.op === 'number' && /^\d+$/.test(t.text)) return Number(t.text);
    const operation = t.op === 'apply' ? t.text.replace('\\', '') : t.op === 'symbol' ? { '\\pi': 'pi', e: 'e' }[t.text] : t.op; // prettier-ignore
    if (!operation || !Object.hasOwn(operations, operation))
      throw new FormulaError(
        `${about}, in which “${print(t)}” stands. The demo has no number for it; it has numbers for ${known.map(({ tex }) => `“${tex}”`).join(', ')}`,
      );
    if (t.op === 'power' && print(t.args[0]!) === 'e') return { do: 'exp', to: [plan(t.args[1]!, true, true)] };
    const sum = t.op === 'add' || t.op === 'subtract';
    const fraction = t.op === 'divide' && t.text !== '/';
    const within = sum || fraction || t.op === 'divide' || operation === 'sqrt';
    const to = t.args.map((arg, i) => plan(arg, within, fraction || operation === 'sqrt' || (sum && i === 0 && sole)));
    return { do: operation, to };
  };
  const sides = trees.map((t) => plan(t, true, true));
  const unused = known.find(({ used }) => !used);
  if (unused) throw new FormulaError(`${about} with a number for “${unused.tex}”, which does not stand in it`);

  const text = (replace: boolean): string =>
    trees
      .map(({ span }, i) => {
        let piece = source.tex.slice(span.start, span.end);
        const inside = replace ? holes.filter((h) => h.start >= span.start && h.end <= span.end) : [];
        for (const { start, end, tex } of inside.sort((a, b) => b.start - a.start))
          piece = piece.slice(0, start - span.start) + tex + piece.slice(end - span.start);
        return i === 0 ? piece : `${signs[i - 1]} ${piece}`;
      })
      .join(' ');
  return { label, sides, signs, tex: text(false), filled: text(true) };
}
