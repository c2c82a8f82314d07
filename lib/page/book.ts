/**
 * A book: the pages of one language, which refer to each other by labels that are unique among them, and the same
 * pages in other languages. What is wrong among them is said at the page that it is found on.
 */
import type { Problem } from '../check/record.ts';
import { byRow, circleOf } from './circle.ts';
import { rowKey } from './cite.ts';
import type { Label, Reference } from './cite.ts';
import { languageProblems } from './languages.ts';
import { labelHint, nearest, showPlace, slugOf, sortByPlace } from './read.ts';
import type { Page } from './read.ts';
import type { Sources } from './sources.ts';

export interface Book {
  /** Where its pages stand, as it is shown: `content/en`. Empty for a page on its own. */
  readonly folder: string;
  readonly pages: readonly Page[];
  /** Its pages in other languages. */
  readonly translations: readonly Page[];
  /** Pages that are not written in every language yet, by slug: `untranslated.json` beside the folders of the languages. */
  readonly untranslated: readonly string[];
  /** What `sources.json` beside the folders of the languages says, or why it says nothing; null if there is no such file. */
  readonly sources: Sources | string | null;
}

export const alone = (page: Page): Book => ({
  folder: '',
  pages: [page],
  translations: [],
  untranslated: [],
  sources: null,
});

/** What a reference leads to; `label` is absent where it is a page or a heading. */
export interface Resolved {
  readonly page: Page;
  readonly label?: Label;
}

/** Every mistake of a page, those of its place in the book among them. */
export function withBook(page: Page, book: Book): Page {
  const cites = byRow(book);
  const problems = [
    ...page.problems,
    ...twice(page, book),
    ...page.references.flatMap((reference) => {
      const found = resolve(reference, page, book);
      return 'message' in found ? [found] : [];
    }),
    ...page.references.flatMap((reference) => reasonProblem(reference, page, book, cites) ?? []),
    ...translationProblems(page, book),
    ...sourceProblems(page, book),
  ];
  return { ...page, problems: sortByPlace(problems, page.path) };
}

function sourceProblems(page: Page, { sources }: Book): Problem[] {
  return page.sources.flatMap(({ key, place }): Problem[] => {
    if (typeof sources === 'string') return [{ place, message: `sources.json cannot be read: ${sources}`, hint: null }];
    if (sources && Object.hasOwn(sources, key)) return [];
    const hint =
      nearest(key, Object.keys(sources ?? {})) ?? `Add "${key}" to sources.json, beside the folders of the languages.`;
    return [{ place, message: `there is no source "${key}"`, hint }];
  });
}

/** A book in one language lacks nothing. What is said to be awaited must be: the list shrinks, and is no way out. */
function translationProblems({ path, slug }: Page, { pages, translations, untranslated }: Book): Problem[] {
  if (translations.length === 0) return [];
  const all = languageProblems([...pages, ...translations]);
  if (!untranslated.includes(slug)) return all.filter(({ place }) => place.path === path);
  if (all.some(({ place }) => slugOf(place.path) === slug)) return [];
  const message = `“${slug}” stands in untranslated.json, and is the same in every language`;
  return [{ place: { path, line: 1, column: 1 }, message, hint: 'Take it out of the list.' }];
}

const find = (page: Page, label: string): Label | undefined => page.labels.find(({ name }) => name === label);

/** A label of other pages too. */
function twice(page: Page, { pages }: Book): Problem[] {
  return page.labels.flatMap(({ name, place }) => {
    const other = pages.filter(({ path }) => path !== page.path).flatMap((p) => find(p, name) ?? [])[0];
    if (!other) return [];
    const message = `the label "${name}" is used twice in the book: it stands at ${showPlace(other.place)} too`;
    return [{ place, message, hint: 'Give one of the two equations another label.' }];
  });
}

/** Where a reference leads, or why it leads nowhere. */
export function resolve(reference: Reference, from: Page, book: Book): Resolved | Problem {
  const { page: slug, label, place, number } = reference;
  if (slug !== null) return resolveOn(slug, reference, book);
  for (const page of [from, ...book.pages.filter(({ path }) => path !== from.path)]) {
    const found = find(page, label!);
    if (found) return { page, label: found };
  }
  if (!number && from.headings.includes(label!)) return { page: from };
  const where = book.pages.length > 1 ? `no page of ${book.folder} has an equation` : 'no equation of this page has';
  const message = `${where} ${book.pages.length > 1 ? 'with ' : ''}the label "${label}"`;
  const known = book.pages.flatMap(({ labels }) => labels.map(({ name }) => name));
  return { place, message, hint: labelHint(label!, known) };
}

function resolveOn(slug: string, { label, place, number }: Reference, book: Book): Resolved | Problem {
  const page = book.pages.find((p) => p.slug === slug);
  const elsewhere = label === null ? undefined : book.pages.find((p) => find(p, label));
  if (!page) {
    const slugs = book.pages.map((p) => p.slug);
    const stands = elsewhere ? `The label "${label}" stands on "${elsewhere.slug}".` : null;
    const hint = stands ?? nearest(slug, slugs) ?? `The pages are: ${slugs.join(', ')}.`;
    return { place, message: `there is no page "${slug}"${book.folder && ` in ${book.folder}`}`, hint };
  }
  if (label === null) return { page };
  const found = find(page, label);
  if (found) return { page, label: found };
  if (!number && page.headings.includes(label)) return { page };
  const what = number ? 'equation with the label' : 'equation or heading';
  const hint = elsewhere
    ? `It stands on "${elsewhere.slug}": write \`${elsewhere.slug}#${label}\`, or \`#${label}\`.`
    : labelHint(label, [...page.labels.map(({ name }) => name), ...(number ? [] : page.headings)]);
  return { place, message: `the page "${slug}" has no ${what} "${label}"`, hint };
}

/** A reason that rests on what comes later, or in the end on itself. */
function reasonProblem(reference: Reference, page: Page, book: Book, cites: ReturnType<typeof byRow>): Problem | null {
  const { reason, place, label } = reference;
  if (!reason) return null;
  const found = resolve(reference, page, book);
  if ('message' in found || !found.label) return null;
  const { row } = found.label;
  if (found.page.path === page.path && rowKey(row) === rowKey(reason))
    return { place, message: `the reason cites its own equation, "${label}"`, hint: 'Name what the step rests on.' };
  if (found.page.path === page.path && (row.formula - reason.formula || row.row - reason.row) > 0) {
    const message = `the reason cites "${label}", which comes only later, at ${showPlace(found.label.place)}`;
    return {
      place,
      message,
      hint: 'A step rests on what stands before it: move one of the two, or say it in the prose.',
    };
  }
  const circle = circleOf(reference, page, cites);
  if (!circle) return null;
  const message = `the reasons go in a circle: ${circle.map(({ name, place: at }) => `"${name}" (${showPlace(at)})`).join(', which rests on ')}, which rests on this step`;
  return { place, message, hint: 'Give one of these steps a reason that needs none of the others.' };
}
