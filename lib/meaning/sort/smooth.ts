/** Functions on the whole line: smooth ones (cubics), convex ones and concave ones (with a fourth power). */
import fc from 'fast-check';
import { add, exact, multiply, type Bounded } from '../../number/bounded.ts';
import type { FunctionValue } from '../value.ts';
import { fractions } from './fractions.ts';
import type { Context, Sort } from './sort.ts';
import type { Tree } from '../../tex/tree.ts';

const polynomial =
  (coefficients: readonly number[]) =>
  (x: Bounded): Bounded => {
    let value = exact(coefficients.at(-1) ?? 0);
    for (let i = coefficients.length - 2; i >= 0; i--) value = add(multiply(value, x), exact(coefficients[i]!));
    return value;
  };

/** The coefficients are halves, so that those of its derivatives are exact. */
function polynomialFunction(coefficients: readonly number[]): ReturnType<NonNullable<FunctionValue['slope']>> {
  const of = polynomial(coefficients);
  const slope = () => polynomialFunction(coefficients.slice(1).map((c, i) => (i + 1) * c));
  return { kind: 'function', of, at: (x) => of(exact(x)), slope, describe: describe(coefficients) };
}

const powers = ['', 'x', 'x^2', 'x^3', 'x^4'];
const describe = (coefficients: readonly number[]): string =>
  `x ↦ ${coefficients.flatMap((c, i) => (c === 0 ? [] : [i === 0 ? String(c) : `${c} ${powers[i]!}`])).join(' + ') || '0'}`; // prettier-ignore

function declarePolynomials(
  names: readonly Tree[],
  context: Context,
  arbitrary: fc.Arbitrary<readonly number[]>,
  rises?: 1 | -1,
): void {
  for (const t of names) {
    const slot = context.slot();
    const name = context.print(t.op === 'call' ? t.args[0]! : t);
    context.add({ name, role: 'function', slot, ...(rises ? { monotone: true } : {}) });
    context.generate({
      name,
      arbitrary,
      realise: (raw, env) => {
        env[slot] = { ...polynomialFunction(raw), ...(rises ? { rises } : {}) };
      },
    });
  }
}

const halves = (low: number, high: number) => fractions(2 * low, 2 * high, 2);
const line = fc.tuple(halves(-2, 2), halves(-2, 2));
/** The square never vanishes, so that the two sides of Jensen's inequality differ. */
const bowl = fc.tuple(line, halves(0, 2), halves(0, 2)).map(([low, c, d]) => [...low, c + 0.25, 0, d]);

export const smoothFunction: Sort = {
  name: 'smooth function',
  pattern: /^(?:a )?smooth (?:real )?functions?$/,
  declare: (names, _, context) => declarePolynomials(names, context, fc.tuple(line, halves(-2, 2), halves(-1, 1)).map(([low, ...high]) => [...low, ...high])), // prettier-ignore
  sentence: { en: '$ {a smooth real function|smooth real functions}', zh: '$ 为光滑实函数' },
  examples: ['f, g : smooth function'],
};

export const convexFunction: Sort = {
  name: 'convex function',
  pattern: /^(?:a )?(?:strictly )?convex functions?$/,
  declare: (names, _, context) => declarePolynomials(names, context, bowl),
  sentence: { en: '$ {a strictly convex function|strictly convex functions}', zh: '$ 为严格凸函数' },
  examples: ['f : convex function'],
};

export const concaveFunction: Sort = {
  name: 'concave function',
  pattern: /^(?:a )?(?:strictly )?concave functions?$/,
  declare: (names, _, context) => declarePolynomials(names, context, bowl.map((raw) => raw.map((c) => -c))), // prettier-ignore
  sentence: { en: '$ {a strictly concave function|strictly concave functions}', zh: '$ 为严格凹函数' },
  examples: ['g : concave function'],
};

/** a + b x + c x^3 with b > 0 and c >= 0. */
const rising = fc.tuple(halves(-2, 2), halves(0, 2), halves(0, 1)).map(([a, b, c]) => [a, b + 0.5, 0, c]);

export const increasingFunction: Sort = {
  name: 'increasing function',
  pattern: /^(?:an? )?(?:strictly )?increasing (?:smooth )?functions?$/,
  declare: (names, _, context) => declarePolynomials(names, context, rising, 1),
  sentence: { en: '$ {a strictly increasing smooth function|strictly increasing smooth functions} from the real line onto it', zh: '$ 为实轴到实轴上的严格递增光滑函数' },
  examples: ['g : increasing function'],
}; // prettier-ignore

export const decreasingFunction: Sort = {
  name: 'decreasing function',
  pattern: /^(?:a )?(?:strictly )?decreasing (?:smooth )?functions?$/,
  declare: (names, _, context) => declarePolynomials(names, context, rising.map((raw) => raw.map((c) => -c)), -1), // prettier-ignore
  sentence: { en: '$ {a strictly decreasing smooth function|strictly decreasing smooth functions} from the real line onto it', zh: '$ 为实轴到实轴上的严格递减光滑函数' },
  examples: ['g : decreasing function'],
}; // prettier-ignore
