import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../lib/check/record.ts';
import { alone, withBook } from '../../lib/page/book.ts';
import { readPage } from '../../lib/page/read.ts';
import type { Page } from '../../lib/page/read.ts';

const text = (...lines: string[]) => `${lines.join('\n')}\n`;
const seen = (page: Page) =>
  page.equations.map(
    ({ tex, display, place }) => `${place.line}:${place.column} ${display ? 'display' : 'inline'} ${tex}`,
  );
const said = (problems: readonly Problem[]) =>
  problems.map(({ place, message, hint }) => `${place.path}:${place.line}:${place.column} ${message} | ${hint}`);

/** Each character of each formula must stand at the place that `locate` gives for it. */
function expectExactPlaces(page: Page) {
  for (const { tex, locate } of page.equations) {
    for (let i = 0; i < tex.length; i++) {
      const { line, column } = locate(i);
      expect(`${page.lines.line(line)}\n`[column - 1], `${tex} at ${i}`).toBe(tex[i]);
    }
  }
}

const everything = text(
  '---',
  'title: A $x$',
  '---',
  '',
  'Text $a = b$, `$code$`, \\$5.',
  '',
  '## One',
  '',
  '> Quoted',
  '> $$',
  '> \\begin{aligned}',
  '>   a &= b \\\\',
  '>     &= c',
  '> \\end{aligned}',
  '> $$',
  '',
  '- item',
  '',
  '  $$',
  '  \\label{x}',
  '  p_1 * q_1 \\ge 0',
  '  $$',
  '',
  '  and $u',
  '  = v$.',
  '',
  '```ts',
  'const cost = `$${1}$`;',
  '```',
  '',
  '$$ a = 1 $$',
  '',
  '<div>$e$</div>',
);

describe.each(['page.mdx', 'page.md'])('formulas of %s', (path) => {
  const page = readPage(everything, path);

  test('are found in order, each with its place and nothing of what surrounds it', () => {
    expect(seen(page)).toEqual([
      '5:6 inline a = b',
      '10:3 display \\begin{aligned}\n  a &= b \\\\\n    &= c\n\\end{aligned}',
      '19:3 display \\label{x}\np_1 * q_1 \\ge 0',
      '24:7 inline u\n= v',
      '31:1 display a = 1',
      '33:6 inline e',
    ]);
    expect(page.problems).toEqual([]);
  });

  test('give the place of every character', () => expectExactPlaces(page));

  test('are the same with carriage returns', () => {
    const other = readPage(everything.replaceAll('\n', '\r\n'), path);
    expect(seen(other)).toEqual(seen(page));
    expectExactPlaces(other);
  });
});

describe('Markdown of others', () => {
  const inline = (line: string) => readPage(`${line}\n`, 'page.md').equations.map(({ tex }) => tex);

  test.each([
    ['kramdown writes $$p$$ and $$q_1 * r_1$$ in a sentence', ['p', 'q_1 * r_1']],
    ['a blank before the closing sign, $\\lambda $, is none of its business', ['\\lambda']],
    ['blanks on both sides, $ x $, are read', ['x']],
    ['Chinese stands close: 分布$p(x)$的熵', ['p(x)']],
    ['$5 and $10 are prices', []],
    ['$5 or $x$', ['x']],
    ['an escaped \\$ and $\\$5 = x$', ['\\$5 = x']],
    ['a \\\\$x$ after a line break', ['x']],
    ['`$a$` and ``$b` $c$`` are code, $d$ is none', ['d']],
    ['<!-- $a$ --> <code>$b$</code> $c$', ['c']],
    ['$$ empty $$ and $$$$', ['empty']],
    ['"$a < b$ and $c > d$"', ['a < b', 'c > d']],
  ])('%s', (line, formulas) => expect(inline(line)).toEqual(formulas));

  test('a formula ends with its paragraph', () => expect(inline('a $b\n\nc$ d')).toEqual([]));

  test('formulas in HTML lists stand alone, those in a sentence do not', () => {
    const page = readPage(text('<ol>', ' <li> $$a \\ge 0$$</li>', '</ol>', 'Now $$b$$ here.'), 'page.md');
    expect(seen(page)).toEqual(['2:7 display a \\ge 0', '4:5 inline b']);
  });

  test('a block may hold text beside its signs, and blank lines', () => {
    const page = readPage(text('$$ \\label{a}', 'x', '', '= y $$', 'and $z$'), 'page.md');
    expect(seen(page)).toEqual(['1:1 display \\label{a}\nx\n\n= y', '5:5 inline z']);
    expectExactPlaces(page);
  });

  test('```math is a display', () => {
    expect(seen(readPage(text('- a', '  ```math', '  x = y', '  ```'), 'page.md'))).toEqual(['2:3 display x = y']);
  });
});

describe('givens', () => {
  const source = text(
    '```given',
    'P : pmf',
    '```',
    '$a$',
    '## One',
    '$b$',
    '```given',
    'Q : pmf  % the other one',
    '',
    '% nothing',
    '  M := \\frac12(P + Q)',
    '```',
    '$c$',
    '### One and a half',
    '```given',
    'n : integer',
    '```',
    '$d$',
    '### More',
    '$e$',
    '## Two',
    '$f$',
  );

  test.each(['page.md', 'page.mdx'])('count to the next heading of their rank: %s', (path) => {
    const page = readPage(source.replace(/^(#.*|\$.*)$/gm, '\n$1\n'), path);
    expect(page.equations.map(({ tex, givens }) => `${tex}: ${givens.map((g) => g.text).join('; ')}`)).toEqual([
      'a: P : pmf',
      'b: P : pmf',
      'c: P : pmf; Q : pmf; M := \\frac12(P + Q)',
      'd: P : pmf; Q : pmf; M := \\frac12(P + Q); n : integer',
      'e: P : pmf; Q : pmf; M := \\frac12(P + Q)',
      'f: P : pmf',
    ]);
  });

  test('have the place of their first letter', () => {
    const { givens } = readPage(source, 'page.md');
    expect(givens.map(({ place }) => `${place.line}:${place.column}`)).toEqual(['2:1', '8:1', '11:3', '16:1']);
  });

  test('of a side file count from a line or a label on, the nearest last', () => {
    const side = { path: 'a.given', text: text('P : pmf', '@five', 'P : density', '@3', 'x : real', '% end') };
    const page = readPage(text('$a$', '', '$b$', '', '$$', 'c \\label{five}', '$$'), 'a.md', side);
    expect(page.equations.map(({ tex, givens }) => `${tex}: ${givens.map((g) => g.text).join('; ')}`)).toEqual([
      'a: P : pmf',
      'b: P : pmf; x : real',
      'c \\label{five}: P : pmf; x : real; P : density',
    ]);
    expect(page.givens.map(({ place }) => `${place.path}:${place.line}:${place.column}`)).toEqual([
      'a.given:1:1',
      'a.given:5:1',
      'a.given:3:1',
    ]);
    expect(page.problems).toEqual([]);
  });

  test('of a side file under a line or label that the page lacks', () => {
    const side = { path: 'a.given', text: text('@40', 'P : pmf', ' @six', 'Q : pmf') };
    expect(said(readPage(text('$a$', ''), 'a.md', side).problems)).toEqual([
      'a.given:1:1 a.md has no line 40: it has 3 | null',
      'a.given:3:2 no equation of a.md has the label "six" | ' +
        'Write `@` and a label of the page, or the number of one of its lines.',
    ]);
  });
});

describe('mistakes of a page', () => {
  const problems = (source: string, path = 'p.mdx') => {
    const page = readPage(source, path);
    return said(withBook(page, alone(page)).problems);
  };

  test.each(['p.md', 'p.mdx'])('a label used twice: %s', (path) => {
    expect(problems(text('$$', 'a \\label{kl}', '$$', '', 'and $b \\label{kl}$'), path)).toEqual([
      `${path}:5:8 the label "kl" is used twice: it stands at ${path}:2:3 already | Give one of the two equations another label.`,
    ]);
  });

  test.each(['p.md', 'p.mdx'])('a reference to nothing: %s', (path) => {
    const source = text(
      '$$',
      'a \\label{gibbs}',
      '$$',
      '',
      'By [](#gibs), $\\eqref{zeno}$, [](#gibbs), [text](#else).',
    );
    const others = problems(source, path).filter((line) => !line.includes('"else"'));
    expect(others).toEqual([
      `${path}:5:4 no equation of this page has the label "gibs" | Did you mean "gibbs"?`,
      `${path}:5:16 no equation of this page has the label "zeno" | Write \`\\label{zeno}\` in the equation that is meant.`,
    ]);
  });

  test.each([
    ['p.md', ''],
    ['p.mdx', ''],
    ['p.md', ' \n\n'],
    ['p.mdx', '---\ntitle: T\n---\n\n'],
    ['p.md', '---\ntitle: T\n---\n'],
  ])('an empty page: %s %j', (path, source) => {
    expect(problems(source, path)).toEqual([
      `${path}:1:1 the page is empty | Write something below the frontmatter, or delete the file.`,
    ]);
  });

  test.each(['p.md', 'p.mdx'])('a block that is never closed: %s', (path) => {
    expect(problems(text('$a$', '', '$$', 'b'), path)).toEqual([
      `${path}:3:1 the formula that opens here is never closed | End it with \`$$\`, on a line of its own if it opened on one.`,
    ]);
    expect(problems(text('$a$', '', '```given', 'P : pmf', '', '$b$'), path)).toEqual([
      `${path}:3:1 the code block that opens here is never closed | End it with the signs that open it, on a line of their own.`,
    ]);
  });

  test('a dollar without its partner, and text after the opening `$$`', () => {
    expect(problems(text('costs $5', '', '$$ x', 'y', '$$'))).toEqual([
      'p.mdx:1:7 a `$` without its partner: no formula is read here | Close the formula, or write `\\$` for a dollar.',
      'p.mdx:3:4 `x` after the opening `$$` is not drawn | Write it on the next line.',
    ]);
  });

  test('MDX that is none; its formulas are read all the same', () => {
    const page = readPage(text('$a$', '', 'b {c'), 'p.mdx');
    expect(said(page.problems)).toEqual([
      'p.mdx:3:5 the page is not valid MDX: Unexpected end of file in expression, expected a corresponding closing brace for `{` | ' +
        'In MDX `{` and `<` belong to code: write `\\{`, `&lt;`, or put them into a formula or a code span.',
    ]);
    expect(seen(page)).toEqual(['1:1 inline a']);
  });
});

test.each(['p.md', 'p.mdx'])('no damage makes the reader fail or lose a place: %s', (path) => {
  const tokens =
    '$ $$ \n \n\n \r\n > - ``` ~~~ ` <!-- --> <b> </b> <pre> \\ \\$ a 1. # ## --- === { } [](#a) \\label{a} \t given math =';
  const token = fc.constantFrom(...tokens.split(' '), ' ');
  fc.assert(
    fc.property(fc.array(token, { maxLength: 40 }), (parts) => {
      const page = readPage(parts.join(''), path);
      expectExactPlaces(page);
      for (const { tex } of page.equations) expect(tex).toBe(tex.trim());
    }),
    { numRuns: 2000, seed: 1 },
  );
});

/** The formulas of five articles by others, with the place of the first letter of each (test/articles, golden trees). */
test.skipIf(!hasArticles())('every formula of the five articles is found', () => {
  const golden = readFileSync('../shared/golden/trees.txt', 'utf8').matchAll(/^(\d{3}):(\d+):(\d+)\n {2}(.*)$/gm);
  const pages = new Map<string, Page>();
  let count = 0;
  for (const [, article, line, column, tex] of golden) {
    const path = `../shared/articles/${article}.md`;
    const page = pages.get(path) ?? readPage(readFileSync(path, 'utf8'), path);
    pages.set(path, page);
    const found = page.equations.find(({ place }) => {
      const signs = page.lines.line(place.line).startsWith('$$', place.column - 1) ? 2 : 1;
      return place.line === Number(line) && place.column + signs === Number(column);
    });
    expect(found?.tex.replace(/\s+/g, ' '), `${article}:${line}:${column}`).toBe(tex);
    count++;
  }
  expect(count).toBe(110);
  for (const page of pages.values()) {
    expect(page.problems).toEqual([]);
    expectExactPlaces(page);
  }
});

function hasArticles() {
  try {
    return readFileSync('../shared/golden/trees.txt').length > 0;
  } catch {
    return false;
  }
}
