/** The numbers of equations, "(3.12)" for the twelfth of chapter 3, and what labels refer to, over the whole book. */
import { chapterOf } from '../book.ts';
import type { Page } from '../../lib/page/index.ts';

export interface Target {
  /** As it is shown: "(3.12)", or "(3.12b)" for the second row. */
  readonly number: string;
  /** The address on its page. */
  readonly id: string;
}

export interface Found extends Target {
  /** From the page that refers to it. */
  readonly href: string;
}

/** What is used of a page. */
export type Numbered = Pick<Page, 'slug' | 'labels'> & {
  readonly equations: readonly Pick<Page['equations'][number], 'display' | 'place'>[];
};

export class Numbers {
  readonly #page: Numbered;
  readonly #equations = new Map<string, Target>();
  readonly #labels = new Map<string, Found>();

  /** `others`: the rest of the book. A label of the page itself goes before one of the same name elsewhere. */
  constructor(page: Numbered, others: readonly Numbered[] = []) {
    this.#page = page;
    for (const other of [...others.filter(({ slug }) => slug !== page.slug), page]) this.#read(other);
  }

  /** The display equation that begins at a place of the page. */
  at(place: { readonly line: number; readonly column: number }): Target | undefined {
    return this.#equations.get(`${place.line}:${place.column}`);
  }

  find(label: string): Found | undefined {
    return this.#labels.get(label);
  }

  #read({ slug, labels, equations }: Numbered): void {
    const chapter = chapterOf(slug);
    let running = 0;
    equations.forEach(({ display, place }, formula) => {
      if (!display) return;
      running++;
      const plain = chapter === null ? `${running}` : `${chapter}.${running}`;
      const here = labels.filter((label) => label.row.formula === formula);
      // a row that only goes on with the one before has no label, and takes no letter
      const rows = [...new Set(here.map(({ row }) => row.row))].sort((a, b) => a - b);
      if (slug === this.#page.slug) {
        const whole = { number: `(${plain})`, id: here[0]?.name ?? `equation-${running}` };
        this.#equations.set(`${place.line}:${place.column}`, whole);
      }
      for (const { name, row } of here) {
        const number = `(${plain}${rows.length > 1 ? letter(rows.indexOf(row.row)) : ''})`;
        this.#labels.set(name, { number, id: name, href: hrefOf(this.#page.slug, slug, name) });
      }
    });
  }
}

/** The letter of a row: a, b, …, z, then aa. */
export const letter = (row: number): string =>
  (row < 26 ? '' : letter(Math.floor(row / 26) - 1)) + String.fromCharCode(97 + (row % 26));

/** The address of one page of a language as seen from another; relative, so that the site may stand in any folder. */
export function hrefOf(from: string, to: string, fragment: string | null): string {
  const hash = fragment === null ? '' : `#${encodeURIComponent(fragment)}`;
  if (from === to && hash) return hash;
  return `${from === 'index' ? './' : '../'}${to === 'index' ? '' : `${to}/`}${hash}`;
}

/**
 * The LaTeX as it is drawn: without labels and theorems, which KaTeX refuses, and with a number in place of each
 * reference. The library reads the LaTeX as it was written.
 */
export function drawn(tex: string, numbers: Pick<Numbers, 'find'>): string {
  return tex
    .replace(/[ \t]*\\(?:label|lean)\s*\{[^{}]*\}/g, '')
    .replace(/\\(eq)?ref\s*\{([^{}]*)\}/g, (_, eq: string | undefined, label: string) => {
      const { number, href } = numbers.find(label.trim()) ?? { number: '(?)', href: null };
      const shown = `\\text{${eq ? number : number.slice(1, -1)}}`;
      return href ? `\\href{${href}}{${shown}}` : shown;
    });
}
