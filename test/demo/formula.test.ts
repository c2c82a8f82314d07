/** The equations of the page that a demo shows: read from the page, worked out as printed, and true of what the demo draws. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimsOf } from '../../lib/check/claim.ts';
import { makeContext } from '../../lib/check/context.ts';
import { runnable } from '../../lib/check/relation.ts';
import { read } from '../../lib/notation/statement.ts';
import { type Bounded, compare } from '../../lib/number/bounded.ts';
import { type Page, readPage } from '../../lib/page/index.ts';
import { drawFormula } from '../../src/demos/build/formula.ts';
import { namesAt, readFormula } from '../../src/demos/build/read.ts';
import { demos } from '../../src/demos/index.ts';
import type { Demo } from '../../src/demos/kit/demo.ts';
import { weighed } from '../../src/demos/kit/formula.ts';
import { type Given, initial } from '../../src/demos/kit/parameter.ts';
import { show } from '../../src/demos/kit/show.ts';
import { pages } from '../../src/demos/pages.ts';
import { given } from './arbitrary.ts';

const content = resolve(import.meta.dirname, '../../content');
const slugs: Readonly<Record<string, string>> = {
  'two-laws': 'divergence',
  likelihood: 'likelihood',
  'large-numbers': 'large-numbers',
  nll: 'mle-is-kl',
  underflow: 'likelihood',
  'two-gradients': 'variational',
  elbo: 'evidence',
  em: 'variational',
  'forward-reverse': 'divergence',
};
const textOf = (name: string, locale = 'en'): string => readFileSync(`${content}/${locale}/${slugs[name]}.mdx`, 'utf8');
const pageOf = (name: string, text = textOf(name)): Page => readPage(text, `content/en/${slugs[name]}.mdx`);
const demoOf = async (name: string): Promise<Demo> => (await demos[name]!()).default;
const numbersAt = (demo: Demo, values: Given) => show(demo, demo.model.compute(values), values, 'en').numbers;
const formulaOf = (name: string, label: string) => pages[name]!.formulas.find((f) => f.label === label)!;

describe.each(Object.keys(demos))('%s', { timeout: 120_000 }, async (name) => {
  const demo = await demoOf(name);
  const { parameters } = demo.model;
  const { formulas } = pages[name]!;

  test('shows equations of its page, the same in both languages', () => {
    expect(formulas.length).toBeGreaterThan(0);
    const [en, zh] = [pageOf(name), pageOf(name, textOf(name, 'zh'))];
    for (const formula of formulas) expect(readFormula(zh, name, formula)).toEqual(readFormula(en, name, formula));
  });

  test('shows at least one of them at the start, with every number in its place', () => {
    const numbers = numbersAt(demo, initial(parameters));
    const drawn = formulas.map((f) =>
      drawFormula({ ...readFormula(pageOf(name), name, f), number: '(1)' }, numbers, 'en'),
    );
    const seen = drawn.filter((html) => !html.includes(' hidden>'));
    expect(seen.length).toBeGreaterThan(0);
    for (const html of seen) {
      const places = html.match(/htmlData|data-number="/g)!.length;
      const filled = [...html.matchAll(/<span data-number="[^"]*"[^>]*>(\(?[−\d][^<]*)/g)].map(([, text]) => text);
      expect(filled).toHaveLength(places);
      expect(/NaN|undefined|>null|Infinity/.exec(html)?.[0]).toBeUndefined();
    }
  });

  test('never finds one of them false, whatever its controls are set to', () => {
    const page = pageOf(name);
    const read = formulas.map((formula) => readFormula(page, name, formula));
    const told = new Set<string>();
    fc.assert(
      fc.property(given(parameters), (values) => {
        const numbers = numbersAt(demo, values);
        for (const statement of read) {
          const says = weighed(statement, numbers)?.says;
          expect(says, statement.label).not.toBe('false');
          if (says === 'true') told.add(statement.label);
        }
      }),
      { seed: 1, numRuns: demo.model.heavy ? 12 : 40 },
    );
    // and none of them is only ever left open, but for x^2, which is one choice among many
    const rare = formulas.map(({ label }) => label).filter((label) => !label.startsWith('variance-'));
    expect(rare.filter((label) => !told.has(label))).toEqual([]);
  });
});

describe('an equation that is false on the page', () => {
  test.each([
    ['elbo', 'elbo-bound', '\\log p(x) - D_{\\mathrm{KL}}(q \\parallel p(\\cdot \\mid x)) \\overset', '\\log p(x) + D_{\\mathrm{KL}}(q \\parallel p(\\cdot \\mid x)) \\overset'],
    ['forward-reverse', 'kl-pythagoras', '\\parallel \\mathcal{N}(m, v)) + D', '\\parallel \\mathcal{N}(m, v)) - D'],
    ['two-laws', 'bretagnolle-huber', '\\le 1 - \\mathrm{TV}(P, Q)^2', '\\ge 1 - \\mathrm{TV}(P, Q)^2'],
    ['likelihood', 'lik-normal-max', '\\log(2 \\pi e v)', '\\log(2 \\pi v)'],
    ['em', 'em-identity', '\\mathcal{F}(q, \\theta) + D', '\\mathcal{F}(q, \\theta) - D'],
    ['nll', 'min-kl-value', '- H(p_{\\mathrm{data}}) \\label{min-kl-value}', '+ H(p_{\\mathrm{data}}) \\label{min-kl-value}'],
  ])('is false in the demo %s: %s', async (name, label, right, wrong) => {
    const text = textOf(name);
    expect(text.split(right)).toHaveLength(2);
    const demo = await demoOf(name);
    const statement = readFormula(pageOf(name, text.replace(right, wrong)), name, formulaOf(name, label));
    const start = initial(demo.model.parameters);
    // where a search has ended, nothing may be left to add or to take away
    const numbers = numbersAt(demo, 'step' in start ? { ...start, step: 2 } : start);
    expect(weighed(statement, numbers)!.says).toBe('false');
    expect(drawFormula({ ...statement, number: '(1)' }, numbers, 'en')).toContain('<span class="demo-says">false here</span>');
  }); // prettier-ignore

  test('is left open where 64 bits no longer know the product', async () => {
    const statement = readFormula(pageOf('underflow'), 'underflow', formulaOf('underflow', 'lik-log-of'));
    const demo = await demoOf('underflow');
    const at = (n: number) => weighed(statement, numbersAt(demo, { ...initial(demo.model.parameters), n }))!.says;
    expect([at(500), at(1500)]).toEqual(['true', 'wide']);
  });
});

describe('an equation that cannot be shown is refused', () => {
  const page = (tex: string) => pageOf('x', `# X\n\n\`\`\`given\nx, y : positive\n\`\`\`\n\n$$\n${tex}\n$$\n`);
  const message = (tex: string, label: string, numbers: Readonly<Record<string, string>>): string => {
    try {
      readFormula(page(tex), 'd', { label, numbers });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  test.each([
    ['x = y \\label{one}', 'oen', { x: 'x' }, 'the demo "d" shows the equation "oen", which this page does not have. Label the equation that is meant, or change the label in the demo’s page.ts.'],
    ['x = y \\label{number-one}', 'number-on', { x: 'x' }, 'the demo "d" shows the equation "number-on", which this page does not have. Did you mean "number-one"?'],
    ['x = y \\label{one}', 'one', { x: 'x' }, 'the demo "d" shows the equation "one", in which “y” stands. The demo has no number for it; it has numbers for “x”'],
    ['x = \\max(y, 1) \\label{one}', 'one', { x: 'x', y: 'y' }, 'the demo "d" shows the equation "one", in which “\\max(y, 1)” stands. The demo has no number for it; it has numbers for “x”, “y”'],
    ['x = 2 \\label{one}', 'one', { x: 'x', y: 'y' }, 'the demo "d" shows the equation "one" with a number for “y”, which does not stand in it'],
    ['x \\approx 2 \\label{one}', 'one', { x: 'x' }, 'the demo "d" shows the equation "one" with the sign \\approx; only =, <, >, \\le and \\ge are weighed'],
    ['x = 2, \\quad y = 3 \\label{one}', 'one', { x: 'x' }, 'the demo "d" shows the equation "one", which states several things; give the one that is meant a row and a label of its own'],
    ['x \\label{one}', 'one', { x: 'x' }, 'the demo "d" shows the equation "one", which cannot be read as a relation: it has no sign'],
  ])('%s', (tex, label, numbers, text) => expect(message(tex, label, numbers as never)).toBe(text)); // prettier-ignore
});

/**
 * What the page's symbols mean in the state of a demo, as givens of the page: then the library's own evaluator, under the
 * page's givens and definitions, must find the same two sides as the demo shows.
 */
type World = (v: Record<string, string>) => readonly string[];
const normal = (m: number, s: number): string => `\\mathcal{N}(${m}, ${s} \\cdot ${s})`;
const lawTex = (v: Record<string, string>, key: string): string => {
  const [centre, width, gap] = ['Centre', 'Width', 'Gap'].map((part) => Number(v[key + part])) as [
    number,
    number,
    number,
  ];
  const peaks = v[key] === 'mixture' ? [-1, 1].map((side) => `\\frac12 ${normal(centre + (side * gap) / 2, width)}`) : [normal(centre, width)]; // prettier-ignore
  return peaks.join(' + ');
};
const twoLaws: World = (v) => [`P := ${lawTex(v, 'p')}`, `Q := ${lawTex(v, 'q')}`];
const polynomial: Readonly<Record<string, string>> = { hill: '-(z - 1)^2', slope: '2 z', square: 'z^2', ridges: 'z^2 - \\frac{z^4}{8}' }; // prettier-ignore
const total = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const worlds: readonly (readonly [name: string, label: string, fixed: Given, world: World])[] = [
  ['two-laws', 'bretagnolle-huber', { p: 'mixture', q: 'normal' }, twoLaws],
  ['two-laws', 'tv-hellinger', { p: 'normal', q: 'mixture' }, twoLaws],
  ['two-gradients', 'two-gradients', { parameter: 'mu', baseline: 0 }, ({ f, mu, sigma }) => [`f(z) := ${polynomial[f!]}`, `\\mu := ${mu}`, `\\sigma := ${sigma}`]],
  ...['variance-path', 'variance-score', 'variance-ratio'].map((label) => ['two-gradients', label, { f: 'square', parameter: 'mu', baseline: 0 }, ({ mu, sigma }) => [`\\mu := ${mu}`, `\\sigma := ${sigma}`]] as const satisfies readonly [string, string, Given, World]),
  ['likelihood', 'lik-poisson-root', { family: 'poisson', step: 0 }, ({ counts, mean }) => [`n := ${counts!.length}`, `C := ${total(counts as never)}`, `\\lambda := ${mean}`]],
  ['em', 'mf-price', { what: 'field' }, ({ rho }) => [`\\rho := ${rho}`]],
]; // prettier-ignore

describe('what the page means by it is what the demo has computed', () => {
  test.each(worlds)('%s: %s', { timeout: 60_000 }, async (name, label, fixed, world) => {
    const demo = await demoOf(name);
    const page = pageOf(name);
    const statement = readFormula(page, name, formulaOf(name, label));
    fc.assert(
      fc.property(given(demo.model.parameters), (drawn) => {
        const values = { ...drawn, ...fixed };
        const shown = weighed(statement, numbersAt(demo, values))!.sides;
        const meant = sidesOf(page, label, world(values as never));
        expect(meant).toHaveLength(shown.length);
        shown.forEach((side, i) => expect(compare(side, meant[i]!)).toBe('overlap'));
      }),
      { seed: 1, numRuns: 10 },
    );
  });

  test('forward-reverse: kl-pythagoras', { timeout: 60_000 }, async () => {
    const demo = await demoOf('forward-reverse');
    const values = initial(demo.model.parameters) as Readonly<Record<string, number>>;
    const { gap, width, weight } = values as { gap: number; width: number; weight: number };
    const result = demo.model.compute(values) as { forward: { path: readonly (readonly [number, number])[] } };
    const [m, s] = result.forward.path.at(-1)!;
    const page = pageOf('forward-reverse');
    const shown = weighed(readFormula(page, 'forward-reverse', formulaOf('forward-reverse', 'kl-pythagoras')), numbersAt(demo, values))!.sides; // prettier-ignore
    const p = `p := ${weight} ${normal(-gap / 2, width)} + (1 - ${weight}) ${normal(gap / 2, width)}`;
    const meant = sidesOf(page, 'kl-pythagoras', [p, `\\mu := ${m}`, `\\sigma := ${s}`]);
    shown.forEach((side, i) => expect(compare(side, meant[i]!)).toBe('overlap'));
  });
});

/** Both sides of the relations of a label, as the evaluator of the library finds them under the page's givens and these. */
function sidesOf(page: Page, label: string, lines: readonly string[]): Bounded[] {
  const at = page.labels.find(({ name }) => name === label)!.row.formula;
  const { tex, givens, place } = page.equations[at]!;
  const context = makeContext([...givens, ...lines.map((text) => ({ text, place }))]);
  expect(context.problems).toEqual([]);
  const claims = claimsOf(read(tex, namesAt(page, at, context), context.words)).filter(
    ({ note }) => note?.label === label,
  );
  const sides = claims.map((claim) => runnable(claim, context).sides(new Array(context.shared.slots) as never));
  return [sides[0]![0], ...sides.map(([, right]) => right)] as Bounded[];
}
