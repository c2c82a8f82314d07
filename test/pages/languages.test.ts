/** Every page in every language, with the same labels, the same rows and the same givens. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/page/index.ts';
import { languageOf, languageProblems, languages, translated } from '../../lib/page/languages.ts';

const pages = globSync('content/*/*.mdx').map((path) =>
  readPage(readFileSync(path, 'utf8'), path.replaceAll('\\', '/')),
);

/** Pages of which another language is still being written; the checker says when one is. */
const awaited = (JSON.parse(readFileSync('content/untranslated.json', 'utf8')) as string[]).map(
  (slug) => `content/en/${slug}.mdx`,
);

test('the pages of the site agree', () => {
  const problems = languageProblems(pages);
  const said = problems.filter(({ place }) => !awaited.includes(place.path));
  expect(said).toEqual([]);
  expect(awaited.filter((path) => !problems.some(({ place }) => place.path === path))).toEqual([]);
});

test('a page knows its language and its twin', () => {
  expect(languages.map((to) => translated('content/en/entropy.mdx', to))).toEqual([
    'content/en/entropy.mdx',
    'content/zh/entropy.mdx',
  ]);
  expect(languageOf('content/zh/entropy.mdx')).toBe('zh');
  expect(languageOf('content/fr/entropy.mdx')).toBeUndefined();
  expect(languageOf('entropy.mdx')).toBeUndefined();
});

describe('what differs is named with its place', () => {
  const english = [
    '```given',
    'a, b : real',
    '```',
    '',
    '$$',
    '\\begin{aligned}',
    'a + b &= b + a && \\text{order} \\label{sum} \\\\',
    '&= a + b && \\text{by \\eqref{sum}} \\label{back}',
    '\\end{aligned}',
    '$$',
    '',
    '$$',
    'a = a',
    '$$',
  ].join('\n');
  const apart = (chinese: string): string[] =>
    languageProblems([readPage(english, 'content/en/p.mdx'), readPage(chinese, 'content/zh/p.mdx')]).map(
      ({ place, message }) => `${place.path}:${place.line}:${place.column} ${message}`,
    );

  test('nothing but words', () => expect(apart(english.replace('order', '交换律').replace('by ', '由 '))).toEqual([]));

  test.each([
    [
      'a row',
      ['b + a &&', 'a + b &&'],
      'content/zh/p.mdx:6:1 "sum" is another equation than at content/en/p.mdx:5:1: found “\\begin{aligned} a + b &= a + b && \\text{} \\label{sum}”, expected “\\begin{aligned} a + b &= b + a && \\text{} \\label{sum}”',
    ],
    [
      'a label of a row',
      ['\\label{back}', ''],
      'content/zh/p.mdx:8:1 "sum" is another equation than at content/en/p.mdx:5:1: found “&= a + b && \\text{\\eqref{sum}} \\end{aligned}”, expected “&= a + b && \\text{\\eqref{sum}} \\label{back} \\end{aligned}”',
    ],
    [
      'a reference',
      ['by \\eqref{sum}', '交换律'],
      'content/zh/p.mdx:8:1 "sum" is another equation than at content/en/p.mdx:5:1: found “&= a + b && \\text{} \\label{back} \\end{aligned}”, expected “&= a + b && \\text{\\eqref{sum}} \\label{back} \\end{aligned}”',
    ],
    [
      'an equation without a label',
      ['a = a', 'b = b'],
      'content/zh/p.mdx:13:1 the equation without a label #1 is another equation than at content/en/p.mdx:12:1: found “b = b”, expected “a = a”',
    ],
    [
      'a given, told once',
      ['a, b : real', 'a, b : positive'],
      'content/zh/p.mdx:2:1 what is given for "sum" is not the same as at content/en/p.mdx:5:1: found “a, b : positive”, expected “a, b : real”',
    ],
  ])('%s', (_, [from, to], said) => expect(apart(english.replace(from!, to!))[0]).toBe(said));

  test('an equation that is in one language only', () => {
    expect(apart(english.replace('\n\n$$\na = a\n$$', ''))).toEqual([
      'content/en/p.mdx:12:1 the equation without a label #1 is not in content/zh/p.mdx',
    ]);
    expect(apart(`${english}\n\n$$\nb = b \\label{more}\n$$`)).toEqual([
      'content/zh/p.mdx:16:1 "more" is not in content/en/p.mdx',
    ]);
  });

  test('a page that is in one language only', () => {
    const problems = languageProblems([readPage(english, 'content/zh/p.mdx')]);
    expect(problems.map(({ place, message }) => `${place.path} ${message}`)).toEqual([
      'content/zh/p.mdx this page has no translation: there is no content/en/p.mdx',
    ]);
  });
});
