/** Slopes by rule beside slopes by differences, which know nothing of the rules. */
import { describe, expect, test } from 'vitest';
import { makeContext } from '../../lib/check/context.ts';
import { differentiate, variablesOf } from '../../lib/meaning/differentiate.ts';
import { Scope } from '../../lib/meaning/scope.ts';
import { slopeByRule } from '../../lib/meaning/slope.ts';
import type { Bounded } from '../../lib/number/bounded.ts';
import { drawing, realise } from '../../lib/meaning/world.ts';
import { read } from '../../lib/notation/statement.ts';
import { relations } from '../check/page.ts';

const givens = [
  'x, y, \\mu : reals',
  'a, b, c, \\sigma : positives',
  'q, r : probabilities',
  'k : integer from 0 to 9',
  'j : integer from 1 to 9',
  'u : integer from 0 to 1',
  'f : smooth function',
  'v, w : vector in R^2',
  'h(x) := x^2 e^{-x}',
  'L(a) := \\log \\mathrm{Gam}(c \\mid a, b)',
];

function prepare(tex: string, by: string) {
  const context = makeContext(givens.map((text, i) => ({ text, place: { path: 'p.md', line: i + 1, column: 1 } })));
  const scope = new Scope(context.shared, context.declarations, context.definitions);
  const tree = (source: string) => read(source, context.names, context.words).statements[0]!;
  const { slot } = context.declarations.get(by)!;
  const body = tree(tex);
  const code = scope.compile(body);
  const rule = slopeByRule(body, slot, scope);
  const variables = variablesOf(tree(by), scope);
  const draw = drawing(context.generators, 7);
  const world = () => realise(context.generators, draw(), context.shared.slots);
  return { rule, code, body, variables, world };
}

describe('the rule says what differences say', () => {
  test.each([
    ['x^3 - 2 x + y', 'x'],
    ['-\\frac{x y}{a + x^2}', 'x'],
    ['x^{-2} + x^1', 'x'],
    ['a^{5/2}', 'a'],
    ['e^{x y} x', 'x'],
    ['\\exp(-\\frac{x^2}{2 \\sigma^2})', '\\sigma'],
    ['\\sqrt{a + x^2}', 'x'],
    ['\\log(a b) - a \\log a', 'a'],
    ['\\log(1 + e^x)', 'x'],
    ['h(x y)', 'x'],
    ["f(x^2) + x f'(y)", 'x'],
    ['\\log \\mathrm{Bern}(u \\mid q)', 'q'],
    ['\\log \\mathrm{Bern}(u \\mid q r)', 'q'],
    ['\\log \\mathrm{Poiss}(k \\mid a)', 'a'],
    ['\\log \\mathrm{Geom}(j \\mid q)', 'q'],
    ['\\log \\mathrm{Exp}(c \\mid a^2)', 'a'],
    ['\\log \\mathrm{Gam}(c \\mid a, b)', 'a'],
    ['\\log \\mathrm{Gam}(c \\mid a, b)', 'b'],
    ['\\log \\mathrm{Gam}(c \\mid a, a)', 'a'],
    ['L(a)', 'a'],
    ['\\log \\mathrm{Beta}(q \\mid a, b)', 'a'],
    ['\\log \\mathrm{Beta}(q \\mid a, b)', 'b'],
    ['\\log \\mathcal{N}(x \\mid \\mu, \\sigma^2)', '\\mu'],
    ['\\log \\mathcal{N}(x \\mid \\mu, \\sigma^2)', '\\sigma'],
    ['\\log(a \\mathcal{N}(x \\mid \\mu, \\sigma^2))', '\\sigma'],
    ['\\log \\frac{\\mathrm{Poiss}(k \\mid a)}{\\mathrm{Poiss}(k \\mid b)}', 'b'],
  ])('of %s by %s', (tex, by) => {
    const { rule, code, body, variables, world } = prepare(tex, by);
    expect(rule).not.toBeNull();
    let told = 0;
    for (let i = 0; i < 200; i++) {
      const env = world();
      const value = code(env) as Bounded;
      const slope = rule!(env);
      if (!slope || !Number.isFinite(value.value) || !Number.isFinite(slope.value) || slope.error === Infinity) continue;
      const other = differentiate(code, variables(env)[0]!, 1, env, body) as Bounded;
      if (other.error === Infinity) continue;
      expect(Math.abs(slope.value - other.value)).toBeLessThanOrEqual(slope.error + other.error);
      // differences may be as good where they come out exactly, and nothing is good among the smallest numbers
      expect(slope.error).toBeLessThanOrEqual(other.error + 2 ** -44 * Math.abs(slope.value) + 2 ** -1020);
      told++;
    }
    expect(told).toBeGreaterThan(100);
  }); // prettier-ignore
});

describe('there is no rule', () => {
  test.each([
    ['for a kink', '|x| + x', 'x'],
    ['for the larger of two', '\\max(x, y)', 'x'],
    ['for a moving exponent', 'a^b', 'b'],
    ['for a function of its own', '\\Gamma(a)', 'a'],
    ['for a law whose place moves', '\\log \\mathrm{Gam}(a \\mid b, c)', 'a'],
    ['for a law with a kink', '\\log \\mathrm{Laplace}(x \\mid \\mu, a)', '\\mu'],
    ['for an integral', '\\int_0^1 x t \\, dt', 'x'],
    ['for a sum', '\\sum_{i=1}^3 x^i', 'x'],
    ['for an expectation whose law moves', '\\mathbb{E}_{z \\sim \\mathrm{Bern}(q)}[z]', 'q'],
  ])('%s', (_, tex, by) => expect(prepare(tex, by).rule).toBeNull());
});

describe('where a rule knows nothing, differences are taken', () => {
  test.each([
    // a parameter that is rounded
    ['\\frac{\\partial}{\\partial x} \\log \\mathcal{N}(y \\mid x, \\frac{a}{3}) = \\frac{3 (y - x)}{a}'],
    // functions without a value have no slope
    ['\\left. \\frac{d}{dt} \\log t \\right|_{t = -a} = -\\frac1a'],
    // parts that are vectors
    ['\\frac{d}{da} v^\\top (a w) = v^\\top w'],
    ['\\frac{d}{da} \\log(e^{a} (v^\\top w)^2) = 1'],
    ['\\left. \\frac{d}{dt} \\sqrt{t^2} \\right|_{t = x} = \\frac{x}{|x|}'],
  ])('%s', (tex) => {
    const [found] = relations(givens, tex);
    expect(found!.verdict).toBe(tex.includes('\\log t') ? 'vacuous' : 'holds');
  });
  test('second derivatives are differences of the slope', () => {
    const [found] = relations(givens, '\\frac{d^2}{da^2} \\log \\mathrm{Poiss}(k \\mid a) = -\\frac{k}{a^2}');
    expect(found).toMatchObject({ verdict: 'holds', evidence: 'derivative' });
  });
  test('a random variable has another law where a name in that moves', () => {
    const verdict = (right: number) =>
      relations([...givens, 'X : random variable with law \\mathrm{Bern}(q)'], `\\frac{d}{dq} (q + \\mathbb{E}[X]) = ${right}`)[0]!.verdict; // prettier-ignore
    expect([verdict(2), verdict(1)]).toEqual(['holds', 'refuted']);
  });
  test.each([
    "f'''(x) = 0",
    '\\frac{d}{dx} x^2 = 2 x + 10^{-12}',
    '\\frac{\\partial}{\\partial q} \\log \\mathrm{Bern}(u \\mid q) = \\frac{u}{q}',
    '\\frac{\\partial}{\\partial \\sigma} \\log \\mathcal{N}(x \\mid \\mu, \\sigma^2) = \\frac{(x - \\mu)^2}{\\sigma^3}',
  ])('%s is refuted', (tex) => expect(relations(givens, tex)[0]!.verdict).toBe('refuted'));
});
