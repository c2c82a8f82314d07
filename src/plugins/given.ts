/** Givens as the reader sees them: the hypotheses, each with its symbols drawn. */
import { sorts } from '../../lib/meaning/sort/index.ts';
import type { NeedRecord } from '../../lib/page/check.ts';
import { element, inlineMath } from './nodes.ts';
import type { Child, Element } from './nodes.ts';
import type { Words } from './words.ts';
import { brokenWorld } from './world.ts';

export function givenBlock(lines: readonly string[], words: Words): Element {
  return element(
    'div',
    { className: ['given', 'not-content'], role: 'group', ariaLabel: words.given },
    givenList(lines, words),
  );
}

/** An assumption that is needed: what stands in its place, and the world in which the equation then fails. */
export function withoutBlock(need: NeedRecord, number: string, words: Words): Element {
  return element(
    'div',
    { className: ['given', 'without', 'not-content'], role: 'group', ariaLabel: words.instead(number) },
    element('p', { className: ['without-title'] }, words.instead(number)),
    givenList(need.without, words),
    element('p', null, words.fails),
    brokenWorld(need.broken, words),
  );
}

export const givenList = (lines: readonly string[], words: Words): Element =>
  element('ul', null, ...lines.map((line) => element('li', null, ...givenLine(line, words))));

/** `P, Q : pmf` -> "Let P and Q be probability mass functions."; `M := P` -> "Write M := P." */
function givenLine(line: string, words: Words): Child[] {
  const parts = /^(.*?\S)\s*:\s+(.*)$/s.exec(line);
  if (!parts) return [words.write, inlineMath(line), words.stop];
  const [, left, said] = parts as unknown as [string, string, string];
  // A row of names with dots is one thing, as in `x_1, \dots, x_n`.
  const all = left.includes('dots') ? [left] : split(left);
  const names = all.flatMap((name, i): Child[] => [
    i === 0 ? '' : i === all.length - 1 ? words.last : words.between,
    inlineMath(name),
  ]);
  return [
    words.let,
    ...names,
    ...sentence(said.trim(), words, all.length > 1 || left.includes('dots'), all.length > 1),
    words.stop,
  ];
}

/** At commas outside of brackets. */
function split(names: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of names) {
    depth += '([{'.includes(char) ? 1 : ')]}'.includes(char) ? -1 : 0;
    if (char === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts.map((part) => part.trim());
}

/** What a sort's sentence calls "the law" has a name on the page, and "the stated range" has ends. */
const named = /(the (?:law|family|variable)\b|该分布(?!族)|该随机变量|分布族(?=的))/;
const ranges: readonly (readonly [RegExp, (from: string, to: string) => string])[] = [
  [/in the stated range|over the stated integers/, (from, to) => `from ${from} to ${to}`],
  [/between the stated ends/, (from, to) => `between ${from} and ${to}`],
  [/给定两端之间/, (from, to) => ` ${from} 与 ${to} 之间`],
  [/给定范围内的整数|给定的整数/, (from, to) => ` ${from} 到 ${to} 的整数`],
];

/** The sentence of the sort, in the language of the page and with the names and numbers of this line. */
function sentence(said: string, words: Words, several: boolean, each: boolean): Child[] {
  for (const { pattern: sort, sentence } of sorts) {
    const match = sort.exec(said);
    if (!match) continue;
    const pattern = sentence[words.locale].replace(/^\$\s*/, '');
    const be = words.be(each && /^an? /.test(pattern));
    let text = be + pattern.replace(/\{([^|}]*)\|([^}]*)\}/g, several ? '$2' : '$1');
    const [, first, second] = match;
    const general = text;
    if (first && second) for (const [range, ends] of ranges) text = text.replace(range, ends(first, second));
    else if (first && /^non-?negative/.test(first))
      text = text.replace(/\breal\b/, 'nonnegative').replace('实', '非负');
    else if (first && named.test(text)) {
      const [before, name, after] = text.split(named) as [string, string, string];
      // “this law” is said of a law that has no name
      return [`${before}${name.replace(/^该/, '')} `, inlineMath(first), after.replace(/^(?=[\u4e00-\u9fff])/, ' ')];
    }
    // What the line says and the sort's sentence does not would be a hypothesis that the reader is not told.
    return text === general && match.slice(1).some(Boolean) ? [`${text} (${said})`] : [text];
  }
  return [words.be(false) + said];
}

/** The lines of a fence, without blank ones and `%` comments, as the library reads them. */
export const givenLines = (value: string): string[] =>
  value
    .split('\n')
    .map((line) => line.replace(/^((?:[^%\\]|\\.)*)%.*$/, '$1').trim())
    .filter((line) => line !== '');

/** The lines that still say something: a later line about the same name replaces an earlier one. */
export function current(lines: readonly string[]): string[] {
  const named = lines.map((line) => names(line.split(/:=|:(?=\s)/)[0]!));
  return lines.filter((_, i) => {
    const later = new Set(named.slice(i + 1).flat());
    return named[i]!.some((name) => !later.has(name));
  });
}

/** `p(x, z), q` -> `p` and `q`: the names without their arguments. */
function names(left: string): string[] {
  const bare = left.replace(/[({][^(){}]*[)}]/g, (group) => (group.startsWith('(') ? '' : group.replaceAll(',', ' ')));
  return bare.split(',').map((name) => name.replace(/\s+/g, ''));
}
