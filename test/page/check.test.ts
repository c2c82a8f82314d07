import { describe, expect, test } from 'vitest';
import { alone, withBook } from '../../lib/page/book.ts';
import { checkRead } from '../../lib/page/check.ts';
import { allHold, ledger, totals } from '../../lib/page/ledger.ts';
import { readPage } from '../../lib/page/read.ts';
import { reportPage, reportTotals } from '../../lib/page/report.ts';
import { fake } from './fake.ts';

const options = { worlds: 1000, seed: 1 };

function check(...lines: string[]) {
  const read = readPage(`${lines.join('\n')}\n`, 'p.md');
  const page = withBook(read, alone(read));
  const record = checkRead(page, options, fake);
  return { record, report: reportPage(record, page) };
}

describe('a page', () => {
  test('lists every display equation and the inline formulas that state a relation', () => {
    const { record } = check('$x$ and $1 = 1$', '', '$$', 'y', '$$');
    expect(record.equations.map(({ tex, relations }) => [tex, relations.length])).toEqual([
      ['1 = 1', 1],
      ['y', 0],
    ]);
  });

  test('says once which givens cannot be read, with the place', () => {
    const { report } = check('```given', 'P : pmf', 'nonsense', '```', '$1 = 1$ $2 = 2$');
    expect(report).toBe(
      ['p.md:3:1 problem  cannot read the given `nonsense`', '    3 | nonsense', '      | ^', ''].join('\n'),
    );
  });

  test('keeps its other results if the checker fails at one', () => {
    const { record, report } = check('$1 = 1$ and $\\crash = 1$', '', '$2 = 2$');
    expect(record.equations.map(({ tex }) => tex)).toEqual(['1 = 1', '2 = 2']);
    expect(report).toBe(
      [
        'p.md:1:13 problem  the checker failed: division by cheese',
        '    1 | $1 = 1$ and $\\crash = 1$',
        '      |             ^',
        '  hint: This is a fault of `holds` and not of the page. Please report it.',
        '',
      ].join('\n'),
    );
  });
});

describe('the report', () => {
  test('shows what is refuted: both sides, the place, the world, and what it may mean', () => {
    expect(check('$$', '  1 = 2', '$$').report).toBe(
      [
        'p.md:2:5 refuted  left = 1  right = 2',
        '    2 |   1 = 2',
        '      |   ^^^^^',
        '  world: P = (1/2, 1/2), n = 2',
        '  it may mean: a slip of the pen',
        '',
      ].join('\n'),
    );
  });

  test('says why a relation is unread', () => {
    expect(check('```given', 'n : sample size', '```', 'so $1 = x$').report).toBe(
      ['p.md:4:7 unread  `x` is no numeral', '    4 | so $1 = x$', '      |     ^^^^^', ''].join('\n'),
    );
  });

  test('counts a Chinese letter as the two columns that it takes', () => {
    expect(check('似然 $1 = 2$').report).toContain('    1 | 似然 $1 = 2$\n      |       ^^^^^\n');
  });

  test('cuts long lines around the place', () => {
    const word = 'word '.repeat(40);
    expect(check(`${word}$1 = 2$ ${word}`).report).toContain(
      `    1 | …ord word $1 = 2$ ${'word '.repeat(16)}wor…\n      |            ^^^^^\n`,
    );
  });

  test('underlines the row of the relation only', () => {
    expect(check('$$', '1', '  = 2', '$$').report).toContain('    3 |   = 2\n      |   ^^^\n');
  });

  test('says how to begin where something is unread and nothing given', () => {
    expect(check('$1 = x$').report).toBe(
      [
        'p.md:1:4 unread  `x` is no numeral',
        '    1 | $1 = x$',
        '      |  ^^^^^',
        '',
        'p.md says of no symbol what it is: say it in a ```given fence above the first formula, as in content/en/write-a-page.mdx, or in a file for --given',
        '',
      ].join('\n'),
    );
  });

  test('keeps the order of the page', () => {
    const { report } = check('$1 = 2$', '', '[](#x)', '', '$1 = y$');
    expect(report.match(/^p\.md.*$/gm)).toEqual([
      'p.md:1:4 refuted  left = 1  right = 2',
      'p.md:3:1 problem  no equation of this page has the label "x"',
      'p.md:5:4 unread  `y` is no numeral',
      expect.stringContaining('says of no symbol what it is'),
    ]);
  });

  test('is empty if all is well', () => expect(check('$1 = 1$').report).toBe(''));
});

describe('the ledger', () => {
  const { record } = check('$1 = 1$ $1 = 2$', '', '$$', 'x = 1', '$$', '', '$$', 'z', '$$', '', '[](#q)');

  test('sums up', () => {
    const sums = totals([record, record]);
    expect(sums).toEqual({
      ...{ equations: 8, relations: 6, holds: 2, refuted: 2, undecided: 0, vacuous: 0, unread: 2, defines: 0 },
      problems: 2,
    });
    expect(reportTotals(sums, 2, options)).toBe(
      '2 pages, 8 equations, 6 relations: 2 hold, 0 define, 2 refuted, 2 unread, 2 problems (1000 worlds each, seed 1)\n',
    );
    expect(allHold(sums)).toBe(false);
    expect(allHold(totals([check('$1 = 1$').record]))).toBe(true);
    expect(allHold(totals([check('[](#q)').record]))).toBe(false);
  });

  test('writes its keys in the documented order', () => {
    const book = ledger([record], options);
    const equation = book.pages[0]!.equations[1]!;
    expect(Object.keys(book)).toEqual(['worlds', 'seed', 'pages', 'totals']);
    expect(Object.keys(book.pages[0]!)).toEqual(['path', 'equations', 'problems']);
    expect(Object.keys(equation).slice(0, 6)).toEqual(['label', 'display', 'line', 'column', 'tex', 'relations']);
    expect(Object.keys(equation.relations[0]!).slice(0, 12)).toEqual(
      'line column relation left right verdict evidence worlds residual bound reason counterexample'.split(' '),
    );
    expect(Object.keys(book.totals)).toEqual(
      'equations relations holds refuted undecided vacuous unread defines problems'.split(' '),
    );
  });
});
