/** The equations of the page that a demo shows: read from the page, worked out as printed, and true of what the demo draws. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimsOf } from '../../lib/check/claim.ts';
import { define, headName, makeContext } from '../../lib/check/context.ts';
import { runnable } from '../../lib/check/relation.ts';
import { print } from '../../lib/notation/index.ts';
import { read } from '../../lib/notation/statement.ts';
import { bernoulli } from '../../lib/distribution/bernoulli.ts';
import type { Law } from '../../lib/distribution/density.ts';
import { jointFamily } from '../../lib/distribution/family.ts';
import { finiteFromWeights } from '../../lib/distribution/finite.ts';
import { jointFromWeights } from '../../lib/distribution/joint.ts';
import { linearNormal } from '../../lib/distribution/joint-normal.ts';
import { normalMixture, responsibilities } from '../../lib/distribution/mixture.ts';
import { normal as normalLaw } from '../../lib/distribution/normal.ts';
import { sample } from '../../lib/distribution/sampling.ts';
import type { Value } from '../../lib/meaning/value.ts';
import { type Bounded, add, bounded, compare, exact, sum } from '../../lib/number/bounded.ts';
import { type Page, readPage } from '../../lib/page/index.ts';
import { drawFormula } from '../../src/demos/build/formula.ts';
import { namesAt, readFormula } from '../../src/demos/build/read.ts';
import type { Em } from '../../src/demos/em/model.ts';
import { demos } from '../../src/demos/index.ts';
import type { Demo } from '../../src/demos/kit/demo.ts';
import { weighed } from '../../src/demos/kit/formula.ts';
import { type Given, type Values, initial } from '../../src/demos/kit/parameter.ts';
import { families as likelihoodFamilies } from '../../src/demos/likelihood/model.ts';
import { families, model as nll, truths } from '../../src/demos/nll/model.ts';
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

/**
 * Worlds of pages whose givens a line cannot restate, a sample or a family: each name is put into the world as the value that
 * the demo's controls mean.
 */
type Put = Readonly<Record<string, Value>>;
const list = (values: Iterable<number>): Value => ({ kind: 'list', items: Array.from(values, exact) });
const familyOf = (grid: readonly number[], at: (theta: number) => Law): Value => ({ kind: 'family', name: 'of the demo', grid, contains: () => true, domain: 'any', at }); // prettier-ignore
const around = (theta: number): number[] => [-1, -0.25, -1e-3, 0, 1e-3, 0.5].map((off) => theta + off);
/** With the laws where the demo has found the least, and others beside them that it must beat. */
const fitted =
  (...laws: readonly (readonly [as: string, name: 'f' | 'g'])[]) =>
  (v: Given): Put => {
    const found = nll.compute(v as Values<typeof nll.parameters>);
    const best = laws.map(([as, name]) => [as, familyOf(around(found[name].theta), families[name])]);
    return { 'p_{data}': truths[v.truth as keyof typeof truths], ...Object.fromEntries(best) };
  };
const started = (v: Given) => likelihoodFamilies[v.family as keyof typeof likelihoodFamilies].start.map((key) => exact(v[key] as number)); // prettier-ignore
const sampled = (name: string, key: string) => (v: Given): Put => ({ [`${name}_\\cdot`]: list(v[key] as number[]), n: exact((v[key] as number[]).length) }); // prettier-ignore
const filled: readonly (readonly [name: string, label: string, fixed: Given, put: (v: Given) => Put])[] = [
  ...['lik-normal-form', 'lik-normal-max'].map((label) => ['likelihood', label, { family: 'normal', step: 0 }, (v: Given) => ({ ...sampled('y', 'x')(v), '\\mu': started(v)[0]!, '\\sigma': started(v)[1]! })] as const),
  ['likelihood', 'lik-coin-max', { family: 'bernoulli', step: 0 }, (v) => ({ ...sampled('x', 'coins')(v), b: exact(0.5), t: started(v)[0]! })],
  ['likelihood', 'lik-exp-max', { family: 'exponential', step: 0 }, (v) => ({ ...sampled('u', 'waits')(v), r: exact(1), '\\lambda': started(v)[0]! })],
  // few enough draws for the page to go through all that they can be, and a distance at which no mean of them lies
  ['large-numbers', 'lln-rate', { law: 'coin', n: 10, epsilon: 0.13 }, ({ p, epsilon }) => ({ X: bernoulli(p as number), n: exact(10), 'X_\\cdot': list(new Array<number>(10).fill(1)), '\\epsilon': exact(epsilon as number) })],
  ['nll', 'min-kl-value', { n: 10 }, fitted(['p', 'f'])],
  ['nll', 'two-families', { n: 10 }, fitted(['f', 'f'], ['g', 'g'])],
  ['underflow', 'lik-log-of', { n: 60 }, ({ p, theta, n, seed }) => ({ p: familyOf([theta as number], bernoulli), '\\theta': exact(theta as number), 'p_{data}': bernoulli(p as number), n: exact(n as number), 'x_\\cdot': list(sample(bernoulli(p as number), n as number, seed as number)) })],
  // one observation: the joint law of the page is of one x and z
  ['elbo', 'elbo-bound', { model: 'normal', x: [1.4], step: 0, k: 1 }, ({ m, s }) => ({ p: linearNormal([{ name: 'x', slopes: [1], shift: 0, noise: 1 }, { name: 'z', slopes: [], shift: 0, noise: 2 }]), x: exact(1.4), q: normalLaw(m as number, s as number) })],
]; // prettier-ignore

describe('in a world filled with what its controls mean, the page finds what the demo has computed', () => {
  /** The same numbers within their bounds, and not those that are off by a thousandth. */
  function agree(shown: readonly Bounded[], meant: readonly Bounded[]): void {
    expect(meant).toHaveLength(shown.length);
    shown.forEach((side, i) => {
      const off = bounded(side.value + (1 + Math.abs(side.value)) / 1000, side.error);
      expect(
        [side, off].map((x) => compare(x, meant[i]!) === 'overlap'),
        JSON.stringify([side, meant[i]]),
      ).toEqual([true, false]);
    });
  }

  test.each(filled)('%s: %s', { timeout: 60_000 }, async (name, label, fixed, put) => {
    const demo = await demoOf(name);
    const page = pageOf(name);
    const statement = readFormula(page, name, formulaOf(name, label));
    let compared = 0;
    fc.assert(
      fc.property(given(demo.model.parameters), (drawn) => {
        const values = { ...drawn, ...fixed };
        const shown = weighed(statement, numbersAt(demo, values))!.sides;
        const meant = sidesOf(page, label, [], put(values));
        // 0 log 0, where all coins fall alike: neither has a value
        const nowhere = (sides: readonly Bounded[]) => sides.map(({ value }) => value !== value);
        if (nowhere(shown).includes(true)) {
          expect(nowhere(meant)).toEqual(nowhere(shown));
          return;
        }
        compared++;
        agree(shown, meant);
      }),
      { seed: 1, numRuns: 10 },
    );
    expect(compared).toBeGreaterThanOrEqual(5);
  });

  /**
   * The page has one x and finite laws, the demo a sample of reals: of each of them x is the cell around it, so small that
   * its mass is that of the density, and the sums over the sample are compared.
   */
  test('em: em-identity', { timeout: 60_000 }, async () => {
    const demo = await demoOf('em');
    const page = pageOf('em');
    const statement = readFormula(page, 'em', formulaOf('em', 'em-identity'));
    // laws of a page have whole weights: a share is one to half of a unit
    const [CELL, ALL] = [1 / 4, 2 ** 50];
    for (const [mu1, mu2] of [
      [-0.5, 0.5],
      [-2, 3],
    ] as const) {
      // prettier-ignore
      const values = { ...initial(demo.model.parameters), n: 20, mu1, mu2, step: 1 };
      const result = demo.model.compute(values) as Em;
      const [before, now] = [normalMixture([1, 1], [mu1, mu2], [1, 1]), normalMixture(result.weights, result.means, result.sigmas)]; // prettier-ignore
      let rounded = 0;
      const sides = result.sample.map((x) => {
        const masses = now.components.map((part, z) => result.weights[z]! * part.density(x).value * CELL);
        const shares = responsibilities(before, x).map((r) => r.value);
        const [p, q] = [masses, shares].map((list) => list.map((share) => Math.round(share * ALL))) as [number[], number[]]; // prettier-ignore
        // log p(x), q log p and q log q, each by its slope in what is rounded
        rounded += (1 / (masses[0]! + masses[1]!) + shares.reduce((t, share, z) => t + share / masses[z]! + Math.abs(Math.log(share / masses[z]!)) + 2, 0)) / ALL; // prettier-ignore
        const put: Put = {
          // the other cell of x has all the rest
          p: jointFamily([jointFromWeights(['x', 'z'], [2, 2], [...p, ALL - p[0]! - p[1]!, 0])]),
          '\\theta': exact(1),
          x: exact(0),
          q: finiteFromWeights([q[0]!, ALL - q[0]!], [0, 1]),
        };
        return sidesOf(page, 'em-identity', [], put);
      });
      const all = sides[0]!.map((_, i) => sum(sides.map((s) => s[i]!)));
      const meant = all.map((s) => add(bounded(s.value, s.error + rounded), exact(-20 * Math.log(CELL))));
      agree(weighed(statement, numbersAt(demo, values))!.sides, meant);
    }
  });
});

/** Both sides of the relations of a label, as the evaluator of the library finds them under the page's givens and these. */
function sidesOf(page: Page, label: string, lines: readonly string[], put: Put = {}): Bounded[] {
  const at = page.labels.find(({ name }) => name === label)!.row.formula;
  const { tex, givens, place } = page.equations[at]!;
  const context = makeContext([...givens, ...lines.map((text) => ({ text, place }))]);
  expect(context.problems).toEqual([]);
  const claims = claimsOf(read(tex, namesAt(page, at, context), context.words)).filter(
    ({ note }) => note?.label === label,
  );
  // what the equations of the page define on the way to this one, without what a given has said anew since
  page.equations.slice(0, at + 1).forEach((equation, i) => {
    const own = makeContext(equation.givens);
    for (const { left, sign, right } of claimsOf(read(equation.tex, namesAt(page, i, own), own.words))) {
      const since = context.givenAt.get(headName(left));
      if (sign.text !== ':=' || (since && since.line > equation.place.line)) continue;
      if (!context.declarations.has(print(left))) define({ pattern: left, body: right, where: label }, context);
    }
  });
  const relations = claims.map((claim) => runnable(claim, context));
  const world = new Array(context.shared.slots) as unknown[];
  for (const [name, value] of Object.entries(put)) {
    const declared = context.declarations.get(name);
    expect(declared, `the page has no ${name}`).toBeDefined();
    world[declared!.lawSlot ?? declared!.slot] = value;
  }
  const sides = relations.map((relation) => relation.sides(world as never));
  return [sides[0]![0], ...sides.map(([, right]) => right)] as Bounded[];
}
