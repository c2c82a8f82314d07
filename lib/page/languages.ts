/** Two languages, one mathematics: every page in each of them, with the same labels, rows and givens. */
import type { EquationSource, Problem } from '../check/record.ts';
import { showPlace } from './read.ts';
import type { Page } from './read.ts';

/** The first is the one that the others are compared with. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** What the pages of one site say differently in two languages; a page outside of a language's folder is left out. */
export function languageProblems(pages: readonly Page[]): Problem[] {
  const at = new Map(pages.map((page) => [page.path, page]));
  const problems: Problem[] = [];
  for (const page of pages) {
    const own = languageOf(page.path);
    if (!own) continue;
    for (const other of languages) {
      if (other === own) continue;
      const path = translated(page.path, other);
      const twin = at.get(path);
      if (!twin) problems.push(untranslated(page, path, renamed(page, other, pages)));
      // Each pair once, told at the later language, which follows the first.
      else if (languages.indexOf(other) > languages.indexOf(own)) problems.push(...differences(page, twin));
    }
  }
  return problems;
}

const inFolder = new RegExp(`(^|/)(${languages.join('|')})/([^/]+)$`);

export const languageOf = (path: string): Language | undefined => inFolder.exec(path)?.[2] as Language | undefined;

export const translated = (path: string, to: Language): string => path.replace(inFolder, `$1${to}/$3`);

/** A page of another language without a twin here, which has most of the labels of this one. */
function renamed({ path, labels }: Page, other: Language, pages: readonly Page[]): Page | undefined {
  const names = new Set(labels.map(({ name }) => name));
  const there = pages.map((page) => page.path);
  return pages.find((page) => {
    const home = languageOf(page.path) === other && translated(page.path, languageOf(path)!);
    return home && !there.includes(home) && 2 * page.labels.filter(({ name }) => names.has(name)).length > names.size;
  });
}

const untranslated = ({ path }: Page, missing: string, renamed: Page | undefined): Problem => ({
  place: { path, line: 1, column: 1 },
  message: `this page has no translation: there is no ${missing}`,
  hint: renamed
    ? `${renamed.path} has the same equations: a page has one name in every language.`
    : 'Write it with the same equations, or rename the page in every language.',
});

/** Display equations by their first label; those without one by their order. */
function displayed({ equations }: Page): Map<string, EquationSource> {
  const keyed = new Map<string, EquationSource>();
  let bare = 0;
  for (const source of equations) if (source.display) keyed.set(labelsOf(source.tex)[0]?.name ?? `#${++bare}`, source);
  return keyed;
}

const labelsOf = (tex: string) =>
  [...tex.matchAll(/\\label\s*\{([^{}]*)\}/g)].map((match) => ({ name: match[1]!.trim(), offset: match.index }));

const named = (key: string): string => (key.startsWith('#') ? `the equation without a label ${key}` : `"${key}"`);

/** What was found of two pages: each page of a book asks for the differences of all. */
const compared = new WeakMap<Page, WeakMap<Page, readonly Problem[]>>();

function differences(page: Page, twin: Page): readonly Problem[] {
  const known = compared.get(page) ?? new WeakMap<Page, readonly Problem[]>();
  compared.set(page, known);
  const problems = known.get(twin) ?? differencesOf(page, twin);
  known.set(twin, problems);
  return problems;
}

function differencesOf(page: Page, twin: Page): Problem[] {
  const [first, second] = [displayed(page), displayed(twin)];
  const problems: Problem[] = [];
  const told = new Set<string>();
  const tell = (problem: Problem) => {
    const key = `${showPlace(problem.place)} ${problem.message}`;
    if (!told.has(key)) problems.push(problem);
    told.add(key);
  };
  const alone = (mine: Map<string, EquationSource>, theirs: Map<string, EquationSource>, path: string) => {
    for (const [key, { place }] of mine)
      if (!theirs.has(key))
        tell({
          place,
          message: `${named(key)} is not in ${path}`,
          hint: 'Write the equation there too, or drop it here.',
        });
  };
  alone(first, second, twin.path);
  alone(second, first, page.path);
  for (const [key, source] of first) {
    const other = second.get(key);
    if (!other) continue;
    const row = firstDifference(source.tex, other.tex);
    if (row)
      tell({
        place: { path: twin.path, ...other.locate(row.offset) },
        message: `${named(key)} is another equation than at ${showPlace(source.place)}: found “${row.found}”, expected “${row.expected}”`,
        hint: 'Only what stands in \\text{…} may differ between the languages.',
      });
    for (const problem of givensApart(key, source, other)) tell(problem);
  }
  const needs = twin.needs.map(({ label, givens }) => `${label}: ${givens.map(({ text }) => text).join('; ')}`);
  for (const { label, givens, place } of page.needs) {
    const said = `${label}: ${givens.map(({ text }) => text).join('; ')}`;
    if (!needs.includes(said))
      tell({
        place,
        message: `the block “without ${said}” is not in ${twin.path}`,
        hint: 'Write the same block there.',
      });
  }
  return problems;
}

/** The first row that is not the same, as the second text has it and as the first has. */
function firstDifference(expected: string, found: string) {
  const [wanted, had] = [rows(expected), rows(found)];
  for (let i = 0; i < Math.max(wanted.length, had.length); i++) {
    const [want, have] = [wanted[i], had[i]];
    if (plain(want?.tex ?? '') === plain(have?.tex ?? '')) continue;
    const offset = have ? have.offset + have.tex.search(/\S|$/) : Math.max(0, found.trimEnd().length - 1);
    return { offset, found: plain(have?.tex ?? ''), expected: plain(want?.tex ?? '') };
  }
  return null;
}

function rows(tex: string): { tex: string; offset: number }[] {
  let offset = 0;
  return tex.split('\\\\').map((row) => {
    const start = offset;
    offset += row.length + 2;
    return { tex: row, offset: start };
  });
}

/** A row without the words of its language. References in them are no words. */
function plain(tex: string): string {
  const words = /\\text\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g;
  return tex
    .replace(words, (_, said: string) => `\\text{${(said.match(/\\(?:eq)?ref\s*\{[^{}]*\}/g) ?? []).join('')}}`)
    .replace(/\s+/g, ' ')
    .trim();
}

function givensApart(key: string, source: EquationSource, other: EquationSource): Problem[] {
  const [wanted, had] = [source.givens, other.givens];
  const i = wanted.findIndex(({ text }, k) => had[k]?.text !== text);
  if (i < 0 && wanted.length === had.length) return [];
  const k = i < 0 ? wanted.length : i;
  const said = (text: string | undefined) => (text === undefined ? 'nothing' : `“${text}”`);
  return [
    {
      place: had[k]?.place ?? other.place,
      message: `what is given for ${named(key)} is not the same as at ${showPlace(source.place)}: found ${said(had[k]?.text)}, expected ${said(wanted[k]?.text)}`,
      hint: 'Givens are read by the checker, and stand alike in every language.',
    },
  ];
}
