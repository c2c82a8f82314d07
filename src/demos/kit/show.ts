/** The result beside the picture: numbers with their bounds, and the table. */
import type { Bounded } from '../../../lib/number/arithmetic.ts';
import type { Cell, Demo, Locale, Table } from './demo.ts';
import { type Numbers, type Statement, numbersOf, weighed } from './formula.ts';
import { bound, raise, short, shown } from './number.ts';
import type { Given } from './parameter.ts';
import { escape } from './plot.ts';
import { words } from './words.ts';

/** Text with its exponents raised; never markup of its own. */
export const html = (text: string): string => raise(escape(text), '<sup>', '</sup>');

/** `0.4431`, and its bound in an element of its own that is shown on request. */
export function output(x: Bounded | null, locale: Locale): string {
  if (!x) return words[locale].none;
  const known = bound(x);
  if (known === null) return words[locale].unknown;
  return html(shown(x.value, x.error)) + `<span class="demo-bound"> ${html(known)}</span>`;
}

const cell = (c: Cell, locale: Locale): string =>
  typeof c === 'string' ? html(c) : typeof c === 'number' ? html(shown(c)) : output(c, locale);

export function tableRows({ head, rows }: Table, locale: Locale): string {
  const line = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((c, i) => (i === 0 || tag === 'th' ? `<th scope="${tag === 'th' ? 'col' : 'row'}">${c}</th>` : `<td>${c}</td>`)).join('')}</tr>`;
  const body = rows.map((row) => line(row.map((c) => cell(c, locale)), 'td')); // prettier-ignore
  return `<thead>${line(head.map(escape), 'th')}</thead><tbody>${body.join('')}</tbody>`;
}

/** All digits, and a column for the bound beside each column that has any. */
export function csv({ head, rows }: Table, locale: Locale): string {
  const bounded = head.map((_, i) => rows.some((row) => typeof row[i] === 'object'));
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (cells: readonly string[]): string => cells.map(quoted).join(',');
  const names = head.flatMap((name, i) => (bounded[i] ? [name, `${name} (${words[locale].bound})`] : [name]));
  const text = rows.map((row) =>
    line(
      row.flatMap((c, i) => {
        const [value, error] = typeof c === 'object' ? [c.value, c.error] : [c, ''];
        return bounded[i] ? [String(value), String(error)] : [String(value)];
      }),
    ),
  );
  return [line(names), ...text].join('\r\n') + '\r\n';
}

const signs: Readonly<Record<string, string>> = { '\\le': '≤', '\\ge': '≥', '<': '&lt;', '>': '&gt;' };

/** An equation of the page with the numbers of a state; null where it says nothing of that state. */
export function equation(statement: Statement, numbers: Numbers, locale: Locale) {
  const found = weighed(statement, numbers);
  if (!found) return null;
  const sides = found.sides.map(
    (side, i) => (i > 0 ? ` ${signs[statement.signs[i - 1]!] ?? '='} ` : '') + output(side, locale),
  );
  return {
    says: found.says,
    said: `${sides.join('')} <span class="demo-says">${words[locale].says[found.says]}</span>`,
    /** What stands in a hole of the printed equation: a negative number in brackets where it follows a sign. */
    hole: (key: string, signed: boolean): string => {
      const { value, error } = numbers[key]!;
      // what is known exactly was set: it is shown as it was
      const text = html(error === 0 ? short(value) : shown(value, error));
      return signed && value < 0 ? `(${text})` : text;
    },
  };
}

/** Everything that a result fills, as text. */
export interface Shown {
  readonly panels: ReturnType<Demo['panels']>;
  readonly readouts: Readonly<Record<string, string>>;
  readonly said: string;
  readonly table: Table;
  /** For the equations of the page. */
  readonly numbers: Numbers;
}

export function show(demo: Demo, result: unknown, values: Given, locale: Locale): Shown {
  const beside = demo.readouts(result, values);
  const readouts = Object.entries(beside).map(([key, x]) => [key, output(x, locale)]);
  return {
    panels: demo.panels(result, values, locale),
    readouts: Object.fromEntries(readouts) as Record<string, string>,
    said: html(demo.say(result, values, locale)),
    table: demo.table(result, values, locale),
    numbers: numbersOf(demo.model.parameters, values, beside, demo.terms?.(result, values) ?? {}),
  };
}
