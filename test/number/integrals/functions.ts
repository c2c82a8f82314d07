/** Integrals of functions: powers at an end, kinks and jumps, oscillation, smooth ones on segments, lines and rays. */
import {
  type Bounded,
  abs,
  add,
  bounded,
  divide,
  exact,
  exp,
  log,
  multiply,
  negate,
  power,
  sqrt,
  square,
  subtract,
  sum,
} from '../../../lib/number/bounded.ts';
import {
  call,
  collection,
  density,
  EPS,
  HALF,
  line,
  LOG_TAU,
  type LogDensity,
  N,
  ONE,
  pair,
  plain,
  ray,
  segment,
  under,
} from './kit.ts';

const { list, put } = collection();

// powers at an end, with and without logarithms
for (const a of ['0.1', '0.5', '0.9', '0.99', '0.999', '-0.5', '-3'])
  put(`power at zero ${a}`, plain((x) => x ** -N(a)), segment(0, 1)); // prettier-ignore
for (const a of ['1.001', '1.01', '1.1', '1.5', '2', '5', '20'])
  put(`power at infinity ${a}`, plain((x) => x ** -N(a)), ray(1)); // prettier-ignore
for (const a of ['0', '0.5', '0.9'])
  put(`power and log at zero ${a}`, plain((x) => Math.log(x) * x ** -N(a)), segment(0, 1)); // prettier-ignore
for (const a of ['1.1', '2', '3'])
  put(`power and log at infinity ${a}`, (x) => multiply(call(Math.log, x), power(exact(x), exact(-N(a)))), ray(1)); // prettier-ignore
for (const a of ['0.2', '0.5', '0.9']) {
  put(`power above 1000 ${a}`, plain((_, below) => below ** -N(a)), segment(1000, 1001)); // prettier-ignore
  put(`power below 1000 ${a}`, plain((_, __, above) => above ** -N(a)), segment(999, 1000)); // prettier-ignore
  put(`plain power below 1000 ${a}`, plain((x) => (1000 - x) ** -N(a)), segment(999, 1000)); // prettier-ignore
}
put('fourth power of log', plain((x) => Math.log(x) ** 4), segment(0, 1)); // prettier-ignore
put('log under exponential', plain((x) => Math.exp(-x) * Math.log(x)), ray(0)); // prettier-ignore
put('root under exponential', plain((x) => Math.exp(-x) / Math.sqrt(x)), ray(0)); // prettier-ignore
put('log over complement', plain((x, _, above) => (x < 0.5 ? Math.log(x) : Math.log1p(-above)) / above), segment(0, 1)); // prettier-ignore
put('log over lorentzian', plain((x) => Math.log(x) / (1 + x * x)), ray(0)); // prettier-ignore
put('root and ray', plain((x) => 1 / (Math.sqrt(x) * (1 + x))), ray(0)); // prettier-ignore
put('root of log', plain((x, _, above) => Math.sqrt(x < 0.5 ? -Math.log(x) : -Math.log1p(-above))), segment(0, 1)); // prettier-ignore

// kinks and jumps with their places, and without
for (const c of ['0.3', '0.5', '0.999']) {
  const kink = (x: number): Bounded => subtract(exact(Math.max(x, N(c))), exact(Math.min(x, N(c))));
  const jump = (x: number): Bounded => exact(x < N(c) ? 1 : 0);
  put(`kink at ${c}`, kink, segment(0, 1, [N(c)]));
  put(`jump at ${c}`, jump, segment(0, 1, [N(c)]));
  put(`silent kink at ${c}`, kink, { ...segment(0, 1), centre: 0 });
  put(`silent jump at ${c}`, jump, { ...segment(0, 1), centre: 0 });
}
for (const law of ['0 1', '5 0.01', '1e5 1e-3']) {
  const [m = 0, b = 1] = pair(law);
  const height = log(multiply(exact(2), exact(b)));
  const away = (x: number): Bounded => abs(subtract(exact(x), exact(m)));
  const p: LogDensity = (x) => negate(add(divide(away(x), exact(b)), height));
  put(`laplace mass of ${law}`, density(p), line(m, b, [m]));
  put(`laplace variance of ${law}`, under(p, (x) => square(away(x))), line(m, b, [m])); // prettier-ignore
  put(`laplace entropy of ${law}`, under(p, (...at) => negate(p(...at))), line(m, b, [m])); // prettier-ignore
}

// oscillation
for (const text of ['1', '5', '20', '50']) {
  const w = N(text);
  const wave = (f: (x: number) => number) => (x: number): Bounded => {
    const angle = multiply(exact(w), exact(x));
    return bounded(f(angle.value), angle.error + 2 * EPS);
  }; // prettier-ignore
  put(`cosine under gaussian ${text}`, (x) => multiply(exp(negate(square(exact(x)))), wave(Math.cos)(x)), line());
  put(`sine under exponential ${text}`, (x) => multiply(exp(exact(-x)), wave(Math.sin)(x)), ray(0));
  put(`cosine on a segment ${text}`, wave(Math.cos), segment(0, 1));
}
put('cosine under lorentzian', (x) => divide(call(Math.cos, x), add(ONE, square(exact(x)))), line());
put('many waves', (x) => call(Math.sin, x), segment(0, 300));

// smooth on a segment
put('exponential on a segment', (x) => exp(exact(x)), segment(0, 1));
put('runge', plain((x) => 1 / (1 + 25 * x * x)), segment(-1, 1)); // prettier-ignore
put('polynomial', (x) => subtract(power(exact(x), exact(5)), exact(x)), segment(-1, 2));
put('shifted exponential', (x) => exp(subtract(exact(x), exact(1000))), segment(1000, 1001));
put('root', plain((x) => Math.sqrt(x)), segment(0, 1)); // prettier-ignore
put('half circle', (_, below, above) => sqrt(multiply(exact(below), exact(above))), { ...segment(-1, 1) });
put('log(1 + x)/x', plain((x) => Math.log1p(x) / x), segment(0, 1)); // prettier-ignore
put('narrow lorentzian', plain((x) => 1 / (x * x + 1e-6)), { ...segment(-1, 1), scale: 1e-3 }); // prettier-ignore
put('long segment', plain((x) => 1 / (1 + x)), segment(0, 1e6)); // prettier-ignore
put('catalan', plain((x) => Math.atan(x) / x), segment(0, 1)); // prettier-ignore
put('thin segment', exact, segment(1e6, 1000000.001));
put('cube at a million', plain((x) => x ** 3), segment(1e6, 1000001)); // prettier-ignore

// smooth on the line
put('sech', plain((x) => 1 / Math.cosh(x)), line()); // prettier-ignore
put('sech squared', plain((x) => 1 / Math.cosh(x) ** 2), line()); // prettier-ignore
const gumbel = (x: number): Bounded => exp(negate(add(exact(x), exp(exact(-x)))));
put('gumbel mass', gumbel, line());
put('gumbel mean', (x) => multiply(exact(x), gumbel(x)), line());
put('quartic', (x) => exp(negate(power(exact(x), exact(4)))), line());
put('two sided exponential', (x) => exp(exact(-Math.abs(x))), line(0, 1, [0]));
put('1/(1 + x^4)', plain((x) => 1 / (1 + x ** 4)), line()); // prettier-ignore
put('gaussian at 5 from 0', (x) => exp(negate(square(subtract(exact(x), exact(5))))), line());
put('gaussian at 20 from 0', (x) => exp(negate(square(subtract(exact(x), exact(20))))), line());
put('gaussian of width 100 from 1', (x) => exp(negate(square(divide(exact(x), exact(100))))), line());
put('gaussian of width 0.05 from 1', (x) => exp(negate(square(divide(exact(x), exact(0.05))))), line());
put('lorentzian at 1e4', plain((x) => 1 / (1 + (x - 1e4) ** 2)), line(1e4, 1)); // prettier-ignore
put('cubed root', plain((x) => (1 + x * x) ** -1.5), line()); // prettier-ignore
const bump = (x: number, c: number): Bounded => exp(negate(square(subtract(exact(x), exact(c)))));
put('two bumps', (x) => add(bump(x, -3), bump(x, 3)), line(0, 3));

// smooth on a ray
put('bose', plain((x) => (x > 700 ? 0 : x / Math.expm1(x))), ray(0)); // prettier-ignore
put('planck', plain((x) => (x > 700 ? 0 : x ** 3 / Math.expm1(x))), ray(0, 2)); // prettier-ignore
put('fermi', (x) => divide(ONE, add(ONE, exp(exact(Math.min(x, 700))))), ray(0));
for (const text of ['0.25', '0.5', '3']) {
  const k = N(text);
  const p = (x: number): Bounded => {
    const y = power(exact(x), exact(k));
    return divide(multiply(multiply(exact(k), y), exp(negate(y))), exact(x));
  };
  put(`weibull mass ${text}`, p, ray(0));
  put(`weibull mean ${text}`, (x) => (p(x).value === 0 ? p(x) : multiply(exact(x), p(x))), ray(0));
}
for (const text of ['0.1', '1', '3']) {
  const s = exact(N(text));
  const shift = add(log(s), multiply(HALF, LOG_TAU));
  const p: LogDensity = (x) => {
    const l = log(exact(x));
    return negate(sum([multiply(HALF, square(divide(l, s))), shift, l]));
  };
  const where = ray(0, Math.exp(N(text) ** 2 / 2) * Math.sqrt(Math.expm1(N(text) ** 2)), Math.exp(N(text) ** 2 / 2));
  put(`lognormal mass ${text}`, density(p), where);
  put(`lognormal mean ${text}`, (x) => exp(add(p(x, 0, 0), log(exact(x)))), where);
}
put('stretched', (x) => exp(negate(sqrt(exact(x)))), ray(0));
put('half lorentzian', plain((x) => 1 / (1 + x * x)), ray(0)); // prettier-ignore
put('inverse gamma', (x) => exp(negate(add(divide(ONE, exact(x)), multiply(exact(2), log(exact(x)))))), ray(0));
put('exponential integral', (x) => divide(exp(exact(-x)), exact(x)), ray(1));
put('ray from 1e6', (_, below) => exp(exact(-below)), ray(1e6));
put('ray to -5', (_, __, above) => exp(exact(-above)), { lower: -Infinity, upper: -5, centre: -6, scale: 1 });
for (const text of ['1', '1e-3', '1e6']) {
  const rate = exact(N(text));
  const p = (x: number): Bounded => multiply(rate, exp(negate(multiply(rate, exact(x)))));
  put(`exponential mass ${text}`, p, ray(0, 1 / N(text)));
  put(`exponential mean ${text}`, (x) => multiply(exact(x), p(x)), ray(0, 1 / N(text)));
}

export const ofFunctions = list;
