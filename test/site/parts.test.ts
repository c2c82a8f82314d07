/** The parts of the site that need neither a page nor a browser. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EquationRecord, RelationRecord } from '../../lib/check/record.ts';
import { policy } from '../../src/plugins/csp.ts';
import { readPage } from '../../lib/page/index.ts';
import { current, givenBlock } from '../../src/plugins/given.ts';
import { drawn, hrefOf, letter, Numbers } from '../../src/plugins/numbers.ts';
import { bibtex, endOfPage } from '../../src/plugins/sources.ts';
import { scientific, summary } from '../../src/plugins/verdict.ts';
import woff2Only from '../../src/plugins/vite-woff2-only.ts';
import { brokenWorld } from '../../src/plugins/world.ts';
import { wordsFor } from '../../src/plugins/words.ts';
import { sidebar } from '../../src/book.ts';

const relation = (facts: Partial<RelationRecord>): RelationRecord => ({
  line: 1,
  column: 1,
  relation: '=',
  left: 'a',
  right: 'a',
  verdict: 'holds',
  evidence: 'exact',
  worlds: 1000,
  residual: 0,
  bound: 0,
  reason: null,
  counterexample: null,
  values: null,
  span: { start: 0, end: 1 },
  because: null,
  label: null,
  offset: 0,
  ...facts,
});

const equation = (tex: string, label: string | null, ...relations: RelationRecord[]): EquationRecord => ({
  label,
  display: true,
  line: 1,
  column: 1,
  tex,
  relations,
  seed: 1,
  labels: [...tex.matchAll(/\\label\{(.*?)\}/g)].map((match) => ({ name: match[1]!, offset: match.index })),
  references: [],
});

describe('the verdict in words', () => {
  const words = wordsFor('content/en/page.mdx');
  const defines = relation({ verdict: 'defines', evidence: 'definition', worlds: 0 });
  test.each([
    ['holds on 1,000 worlds, exact', [relation({})]],
    [
      '2 relations hold on 980 worlds each, exact and by quadrature',
      [relation({}), relation({ worlds: 980, evidence: 'quadrature' })],
    ],
    ['definition', [defines]],
    ['holds on 1,000 worlds, exact; 2 definitions', [defines, relation({}), defines]],
    ['holds, as given', [relation({ worlds: 0, evidence: 'declared' })]],
    ['refuted; holds on 1,000 worlds, exact', [relation({}), relation({ verdict: 'refuted' })]],
    ['', []],
  ])('%j', (said, relations) => expect(summary(equation('', null, ...relations), words)).toBe(said));
});

test('small numbers are printed as in a book', () => {
  expect([1.13e-16, 3e-15, 0, 2.5, 123456, Infinity].map(scientific)).toEqual([
    '1.1 × 10^-16',
    '3.0 × 10^-15',
    '0',
    '2.5',
    '1.2 × 10^5',
    'Infinity',
  ]);
});

describe('a given, as the reader sees it', () => {
  /** Words as they are, formulas between dollars. */
  const said = (node: object): string => {
    const { type, value, children = [] } = node as { type: string; value?: string; children?: object[] };
    return type === 'inlineMath' ? `$${value}$` : (value ?? children.map(said).join(''));
  };
  test.each([
    ['en', 'a, b : real', 'Let $a$ and $b$ be real.'],
    [
      'en',
      'P, Q, R : pmf',
      'Let $P$, $Q$ and $R$ be probability mass functions on one finite alphabet, zeros allowed.',
    ],
    ['en', 'x, y : outcome of P', 'Let $x$ and $y$ each be an outcome of the law $P$.'],
    ['en', 'p(x, y) : joint pmf', 'Let $p(x, y)$ be a positive joint law of its arguments.'],
    [
      'en',
      'x_1, \\dots, x_n : sample from p(x \\mid \\theta^*)',
      'Let $x_1, \\dots, x_n$ be independent draws from the law $p(x \\mid \\theta^*)$.',
    ],
    ['en', '\\theta : parameter of p', 'Let $\\theta$ be a parameter value of the family $p$.'],
    ['en', 'k : integer from 1 to 9', 'Let $k$ be an integer from 1 to 9.'],
    ['en', 'M := \\frac12(P + Q)', 'Write $M := \\frac12(P + Q)$.'],
    [
      'en',
      'Y : nonnegative random variable',
      'Let $Y$ be a nonnegative random variable with finitely many values, not constant.',
    ],
    ['zh', 'Y : nonnegative random variable', '设 $Y$ 为取有限多个值且非常数的非负随机变量。'],
    ['en', 'X : random variable', 'Let $X$ be a real random variable with finitely many values, not constant.'],
    [
      'en',
      'p(x, y) : joint pmf with x, y independent',
      'Let $p(x, y)$ be a positive joint law of its arguments (joint pmf with x, y independent).',
    ],
    ['zh', 'x : outcome of P', '设 $x$ 为分布 $P$ 的一个结果。'],
    ['zh', '\\theta : parameter of p', '设 $\\theta$ 为分布族 $p$ 的参数值。'],
    ['zh', 'k : integer from 1 to 9', '设 $k$ 为 1 到 9 的整数。'],
  ])('%s: %s', (language, line, expected) => {
    const block = givenBlock([line], wordsFor(`content/${language}/page.mdx`));
    expect(said(block.children[0]!)).toBe(expected);
  });
});

test('of givens the latest about a name counts', () => {
  expect(current(['P, Q : pmf', 'x : outcome of P', 'p, q : density', 'x : outcome of p'])).toEqual([
    'P, Q : pmf',
    'p, q : density',
    'x : outcome of p',
  ]);
  expect(current(['p(x, z) : joint pmf', 'M := P', 'p(x \\mid z) : family', 'M, N : pmf'])).toEqual([
    'p(x \\mid z) : family',
    'M, N : pmf',
  ]);
});

describe('numbers of equations', () => {
  const page = (slug: string, ...formulas: string[]) => {
    const text = ['---', 'title: T', '---', '', ...formulas.flatMap((tex) => ['$$', tex, '$$', ''])].join('\n');
    return readPage(text, `content/en/${slug}.mdx`);
  };
  const rows = String.raw`\begin{aligned} a &= \begin{pmatrix} 1 \\ 2 \end{pmatrix} \label{a} \\ &= b \label{b} \end{aligned}`;
  const entropy = page('entropy', 'x = x', rows, 'y = y \\label{y}');
  const about = page('about', 'z = z \\label{z}');

  test('run through a chapter, and have a letter for each row that has a label', () => {
    const numbers = new Numbers(entropy);
    expect(numbers.at({ line: 5, column: 1 })).toEqual({ number: '(2.1)', id: 'equation-1' });
    expect(numbers.at({ line: 9, column: 1 })).toEqual({ number: '(2.2)', id: 'a' });
    expect(['a', 'b', 'y'].map((label) => numbers.find(label)?.number)).toEqual(['(2.2a)', '(2.2b)', '(2.3)']);
  });

  test('lead to other pages, by addresses that hold wherever the site stands', () => {
    expect(new Numbers(about, [about, entropy]).find('b')).toEqual({
      number: '(2.2b)',
      id: 'b',
      href: '../entropy/#b',
    });
    expect(new Numbers(entropy, [about]).find('z')).toEqual({ number: '(1)', id: 'z', href: '../about/#z' });
    expect(new Numbers(entropy, [about]).find('y')?.href).toBe('#y');
    expect([hrefOf('index', 'entropy', 'a'), hrefOf('entropy', 'index', null)]).toEqual(['./entropy/#a', '../']);
  });

  test('have letters for any number of rows', () => expect([0, 25, 26, 701, 702].map(letter)).toEqual(['a', 'z', 'aa', 'zz', 'aaa'])); // prettier-ignore
});

test('labels and theorems are not drawn, and references are drawn as numbers', () => {
  const gibbs = { number: '(2.3)', id: 'gibbs', href: '#gibbs' };
  const numbers = { find: (label: string) => (label === 'gibbs' ? gibbs : undefined) };
  expect(drawn('a \\overset{\\eqref{gibbs}}{\\ge} b \\label{x} \\lean{klDiv_nonneg}', numbers)).toBe(
    'a \\overset{\\href{#gibbs}{\\text{(2.3)}}}{\\ge} b',
  );
  expect(drawn('\\text{by \\ref{gibbs}}', numbers)).toBe('\\text{by \\href{#gibbs}{\\text{2.3}}}');
});

describe('the end of a page', () => {
  const text = (node: object): string => {
    const { value, children = [] } = node as { value?: string; children?: object[] };
    return value ?? children.map(text).join('');
  };
  const mackay = { authors: ['Ann A.', 'Bo B.', 'Cy C.'], title: 'Information', in: 'Press', year: 2003 };
  const page = readPage(
    '---\ntitle: Laws & more – all\nsources:\n  - mackay, chapter 2\n---\n\nText.\n',
    'content/en/entropy.mdx',
  );

  test('names its sources, and how it is cited', () => {
    const said = text(endOfPage(page, { mackay }, wordsFor('content/en/entropy.mdx'))!);
    expect(said).toBe(
      'SourcesAnn A., Bo B. and Cy C., Information, Press, 2003; chapter 2.Cite this page' + bibtex(page, 'en'),
    );
    expect(bibtex(page, 'en')).toBe(
      [
        '@incollection{itholds-entropy,',
        '  author = {{It Holds authors}},',
        '  title = {Laws \\& more -- all},',
        '  booktitle = {It Holds},',
        '  chapter = {2},',
        '  year = {2026},',
        '  language = {english},',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('is empty on a page that is no chapter and names no source', () => {
    const other = readPage('---\ntitle: T\n---\n\nText.\n', 'content/en/about.mdx');
    expect(endOfPage(other, {}, wordsFor('content/en/about.mdx'))).toBeNull();
    expect(bibtex(other, 'zh')).toContain('@incollection{itholds-about-zh,');
  });
});

test('the policy names each inline script and no other', () => {
  const sum = createHash('sha256').update('run()').digest('base64');
  const text = policy('<script>run()</script><script src="/a.js"></script><script>run()</script>');
  expect(text).toContain(`script-src 'self' 'wasm-unsafe-eval' 'sha256-${sum}';`);
  expect(text.match(/sha256/g)).toHaveLength(1);
});

test('of KaTeX only woff2 fonts are shipped', () => {
  const css = 'src:url(a.woff2) format("woff2"),url(a.woff) format("woff"),url(a.ttf) format("truetype")}';
  expect(woff2Only().transform(css, '/x/katex/dist/katex.min.css')).toBe('src:url(a.woff2) format("woff2")}');
  expect(woff2Only().transform(css, '/x/other.css')).toBeNull();
});

test('the sidebar has the pages that exist: the chapters with their numbers, then what is about the book', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holds-'));
  for (const name of ['zebra', 'mle-is-kl', 'entropy', 'errata', 'index', '_draft'])
    writeFileSync(join(folder, `${name}.mdx`), '');
  const said = sidebar(folder).map(({ label, items }) => [
    label,
    ...items.map((item) => `${item.attrs?.['data-chapter'] ?? '-'} ${item.slug} ${item.label ?? ''}`),
  ]);
  expect(said).toEqual([
    ['Chapters', '2 entropy Entropy', '5 mle-is-kl Maximum likelihood'],
    ['About the book', '- errata Errors found', '- zebra '],
  ]);
  rmSync(folder, { recursive: true });
});

test.each([
  ['en', '=', ['P = (1/2, 1/2) on {0, 1}', 'left 0 ≠ right {1} or fewer']],
  ['zh', '\\le', ['P = (1/2, 1/2)，取值于 {0, 1}', '左边 0 > 右边 {1} 或其子集']],
  ['en', '\\iff', ['P = (1/2, 1/2) on {0, 1}', 'left 0, right {1} or fewer']],
] as const)('a world that breaks a relation is told in %s: %s', (language, sign, expected) => {
  const record = {
    ...relation({}),
    relation: sign,
    counterexample: { P: '(1/2, 1/2) on {0, 1}' },
    values: { left: '0', right: '{1} or fewer' },
  };
  const said = (node: object): string => {
    const { value, children = [] } = node as { value?: string; children?: object[] };
    return value ?? children.map(said).join('');
  };
  expect(brokenWorld(record, wordsFor(`content/${language}/page.mdx`)).children.map(said)).toEqual(expected);
});

test.each([
  ['en', 'x ↦ -0.25 x^2', ' = |$x \\mapsto -0.25 x^2$'],
  ['en', '1 ↦ (1/2, 1/2) on {-1, 1}', ' = 1 |$\\mapsto $| (1/2, 1/2) on {−1, 1}'],
  [
    'en',
    'joint law of x, \\theta with probabilities (1/3, 2/3)',
    ' = |joint law of |$x$|, |$\\theta$| with probabilities |(1/3, 2/3)',
  ],
  ['zh', 'joint law of x, \\theta with probabilities (1)', ' = |$x$|、|$\\theta$| 的联合分布，概率为 |(1)'],
  ['zh', 'student t(df = 3/2, location = 0, scale = -1)', ' = t 分布(自由度 = 3/2, 位置参数 = 0, 尺度参数 = −1)'],
  ['en', 'normal(mu = 0, sigma = Infinity)', ' = normal(μ = 0, σ = ∞)'],
] as const)('a value of a world is told in %s with its formulas drawn: %s', (language, value, expected) => {
  const record = { ...relation({}), counterexample: { a: value } };
  const [line] = brokenWorld(record, wordsFor(`content/${language}/page.mdx`)).children as unknown as {
    children: object[];
  }[];
  const said = (node: object): string => {
    const { type, value: text } = node as { type: string; value: string };
    return type === 'inlineMath' ? `$${text}$` : text;
  };
  expect(line!.children.slice(1).map(said).join('|')).toBe(expected);
});

test.each([
  ['-0.09716374845364778', '0', 'left −0.09716 < right 0'],
  ['0.12345678', '0.12345679', 'left 0.12345678 < right 0.12345679'],
  ['1/3', '0.333333333', 'left 1/3 < right 0.3333'],
])('%s and %s are told with as many digits as tell them apart', (left, right, expected) => {
  const record = { ...relation({}), relation: '\\ge', counterexample: {}, values: { left, right } };
  const said = JSON.stringify(brokenWorld(record, wordsFor('content/en/page.mdx')));
  expect(said).toContain(`"value":"${expected}"`);
});
