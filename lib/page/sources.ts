/** What a page is drawn from: the list `sources:` of its frontmatter, each a key of `sources.json` and where in it. */
import type { Place, Problem } from '../check/record.ts';

/** An entry of `sources.json`. */
export interface Source {
  readonly authors: readonly string[];
  readonly title: string;
  /** Edition and publisher, or journal and volume. */
  readonly in: string;
  readonly year: number;
}

export type Sources = Readonly<Record<string, Source>>;

export interface Cited {
  readonly key: string;
  /** `chapter 2`; empty for the whole. */
  readonly where: string;
  readonly place: Place;
}

/** The entries below `sources:` in a frontmatter that begins at a line of the page. */
export function sourcesOf(yaml: string, path: string, line: number): { cited: Cited[]; problems: Problem[] } {
  const lines = yaml.split('\n');
  const head = lines.findIndex((text) => /^sources:/.test(text));
  const cited: Cited[] = [];
  const problems: Problem[] = [];
  if (head < 0) return { cited, problems };
  const wrong = (at: number, found: string) =>
    problems.push({
      place: { path, line: line + at, column: lines[at]!.search(/\S/) + 1 },
      message: `“${found}” is no source`,
      hint: 'Write `sources:` and below it one line for each: `  - cover-thomas, chapter 2`.',
    });
  const inline = lines[head]!.slice('sources:'.length).trim();
  if (inline !== '') wrong(head, inline);
  for (let at = head + 1; at < lines.length && /^(?:\s|-)/.test(lines[at]!); at++) {
    const match = /^\s*-\s+(["']?)([a-z0-9-]+)(?:\s*[,，]\s*(.*?))?\1\s*$/.exec(lines[at]!);
    if (!match) wrong(at, lines[at]!.trim());
    else cited.push({ key: match[2]!, where: match[3] ?? '', place: placeOf(path, line + at, lines[at]!, match[2]!) });
  }
  return { cited, problems };
}

const placeOf = (path: string, line: number, text: string, key: string): Place => ({
  path,
  line,
  column: text.indexOf(key) + 1,
});

/** The file as data, or why it is none. */
export function readSources(text: string): Sources | string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return (error as Error).message;
  }
  if (!data || typeof data !== 'object' || Array.isArray(data)) return 'an object of sources by key was expected';
  const bad = Object.entries(data).find(([, entry]) => !isSource(entry));
  return bad ? `"${bad[0]}" needs "authors" (a list of names), "title", "in" and "year"` : (data as Sources);
}

function isSource(entry: unknown): boolean {
  const { authors, title, in: where, year } = (entry ?? {}) as Partial<Record<keyof Source, unknown>>;
  const names = Array.isArray(authors) && authors.length > 0 && authors.every((name) => typeof name === 'string');
  return names && typeof title === 'string' && typeof where === 'string' && Number.isInteger(year);
}
