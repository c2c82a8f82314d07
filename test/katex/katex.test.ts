/**
 * KaTeX as oracle: every formula of the site, the articles and the corpora is the same tree for our reader and for a
 * second one that reads KaTeX's own parse.
 */
import { describe, expect, test } from 'vitest';
import { print } from '../../lib/notation/index.ts';
import { read } from '../../lib/notation/statement.ts';
import { names } from '../tex/names.ts';
import { bracketed } from './bracketed.ts';
import { compare, oursOf } from './compare.ts';
import { formulas } from './formulas.ts';
import { reviewed } from './reviewed.ts';
import { misread } from './structure.ts';

const r = String.raw;
const isReviewed = (tex: string): boolean => reviewed.some((one) => one.tex === tex);
const groups = [...new Set(formulas.map(({ group }) => group))];
const slow = 60_000;

test('there are all formulas', () => {
  const counts = groups.map((group) => [group, formulas.filter((f) => f.group === group).length] as const);
  const least = { site: 1500, articles: 110, corpus: 800, corrections: 84, errata: 60, list: 145, notations: 90 };
  for (const [group, count] of Object.entries(least)) expect(new Map(counts).get(group)).toBeGreaterThanOrEqual(count);
});

test('each disagreement that is reviewed is of a formula here', () => {
  const all = new Set(formulas.map(({ tex }) => tex));
  expect(reviewed.filter(({ tex }) => !all.has(tex))).toEqual([]);
});

describe.each(groups)('%s', (group) => {
  const unique = new Map(formulas.filter((f) => f.group === group).map((f) => [f.tex, f]));

  test('is the same tree from KaTeX', { timeout: slow }, () => {
    let same = 0;
    for (const { place, tex, names, words } of unique.values()) {
      const found = compare(tex, names, words);
      if (!found) continue;
      // a disagreement that is reviewed must be one still
      if (isReviewed(tex)) expect(found.ours, place).not.toBe(found.katex);
      else expect(found.ours, place).toBe(found.katex);
      same++;
    }
    expect(same).toBeGreaterThan(unique.size * 0.85);
  });

  test('is printed so that it reads the same', { timeout: slow }, () => {
    for (const { place, tex, names, words } of unique.values()) {
      const { statements, errors } = read(tex, names, words);
      if (errors.length > 0) continue;
      const printed = statements.map((t) => print(t));
      const again = printed.map((one) => read(one, names, words));
      expect(
        again.flatMap((one) => one.errors.map(String)),
        place,
      ).toEqual([]);
      expect(
        again.flatMap((one) => one.statements.map((t) => print(t))),
        place,
      ).toEqual(printed);
    }
  });
});

test('a tree that is read wrongly is another one for the oracle', { timeout: slow }, () => {
  const seen = new Map<string, number>();
  for (const { place, tex, names, words } of formulas.filter((f) => f.group === 'site' && !isReviewed(f.tex))) {
    const { statements, errors } = read(tex, names, words);
    if (errors.length > 0 || statements.length !== 1) continue;
    const right = bracketed(tex, names);
    for (const [slip, wrong] of misread(statements[0]!)) {
      seen.set(slip, (seen.get(slip) ?? 0) + 1);
      expect(oursOf([wrong], names), `${place}: ${slip} in ${print(wrong)}`).not.toBe(right);
    }
  }
  for (const slip of ['binds', 'takes', 'swapped', 'lost', 'leaves', 'sign', 'script'])
    expect(seen.get(slip) ?? 0, slip).toBeGreaterThan(20);
});

const examples: readonly (readonly [tex: string, brackets: string])[] = [
  ['a + b c - d', '((a + (b c)) - d)'],
  [r`-a b + \frac{1}{2}(c + d)^2`, r`((- (a b)) + (\frac{1}{2} (c + d)^{2}))`],
  [r`\log a b = \log 2 \pi \sigma^2`, r`((\log a) b) = (\log ((2 \pi) \sigma^{2}))`],
  [r`\sum_{i=1}^n x_i y_i + z`, r`((\sum_{i = 1}^{n} (x_{i} y_{i})) + z)`],
  [r`\int p(x) \log p(x) \, dx`, r`(\int ((p x) (\log (p x))) d x)`],
  [r`\mathbb{E}_q[f(x) \mid y] a`, r`((E_{q} ⟨(f x) | y⟩) a)`],
  [r`\left|a - b\right|^2 |c||d|`, r`((|(a - b)|^{2} |c|) |d|)`],
  [r`D_{\mathrm{KL}}(P \mid\mid Q) \ge 0 \text{ so it is}`, r`(D_{KL} ⟨P ‖ Q⟩) \ge 0`],
  [r`\begin{aligned} a &= b && \text{so} \\ &\le c \\ d &= e \end{aligned}`, r`a = b \le c , d = e`],
  [r`\arg\max_\theta a + b = c`, r`(\arg\max_{\theta} (a + b)) = c`],
  [r`\frac{d}{dx} a b + c \, x^{2}y`, r`((\frac{d}{(d x)} (a b)) + ((c x^{2}) y))`],
  [r`x_12`, `(x_{1} 2)`],
];

test.each(examples)('the second reader: %s', (tex, brackets) => {
  expect(bracketed(tex, names)).toBe(brackets);
});
