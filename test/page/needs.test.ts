/** Assumptions that a page says are needed: without them the equation must fail, or the page does. */
import { describe, expect, test } from 'vitest';
import { checkPage } from '../../lib/page/index.ts';

const page = (...blocks: string[]): string =>
  ['```given', 'P, Q : positive pmf', '```', '', '$$', 'D_{\\mathrm{KL}}(P \\,\\|\\, Q) < \\infty \\label{finite}', '$$', '', ...blocks, ''].join('\n'); // prettier-ignore
const check = (...blocks: string[]) => checkPage(page(...blocks), 'p.mdx', { worlds: 300, seed: 1 });

describe('```without', () => {
  test('shows what breaks the equation when an assumption is dropped', () => {
    const { problems, needs, equations } = check('```without finite', 'P, Q : pmf', '```');
    expect(problems).toEqual([]);
    expect(equations[0]!.relations.map((r) => r.verdict)).toEqual(['holds']);
    expect(needs).toMatchObject([
      {
        label: 'finite',
        line: 9,
        without: ['P, Q : pmf'],
        broken: { verdict: 'refuted', values: { left: 'Infinity', right: 'Infinity' } },
      },
    ]);
    expect(Object.keys(needs![0]!.broken.counterexample!)).toEqual(['P', 'Q']);
  });
  test.each([
    [
      'an assumption that is not needed',
      ['```without finite', 'P, Q : positive pmf', '```'],
      'without its assumption, with “P, Q : positive pmf” instead, “finite” is not refuted: holds',
    ],
    [
      'a label that is not there',
      ['```without finit', 'P, Q : pmf', '```'],
      'in a block “without”: no equation of this page has the label "finit"',
    ],
    ['nothing instead', ['```without finite', '```'], 'in a block “without”: nothing is given instead'],
  ])('%s is a problem of the page', (_, block, message) => {
    expect(check(...block).problems.map((p) => [p.place.line, p.message])).toEqual([[9, message]]);
  });
});
