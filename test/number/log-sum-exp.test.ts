import { describe, expect, it } from 'vitest';
import { cauchy, kl, laplace, normal, normalMixture, studentT } from '../../lib/distribution/index.ts';
import { type Bounded, exact, log } from '../../lib/number/bounded.ts';
import { logSumExp } from '../../lib/number/log-sum-exp.ts';

describe('logSumExp', () => {
  it('neither overflows nor loses the smaller terms', () => {
    expect(logSumExp([exact(1000), exact(1000)]).value).toBe(1000 + Math.LN2);
    const low = logSumExp([exact(-1000), exact(-1001)]);
    const rounding = Number.EPSILON * 1000;
    expect(Math.abs(low.value - (-1000 + Math.log1p(Math.exp(-1))))).toBeLessThanOrEqual(low.error + rounding);
    // log(1 + e^-40), of which 1 + e^-40 in doubles knows nothing
    expect(logSumExp([exact(0), exact(-40)]).value).toBe(Math.log1p(Math.exp(-40)));
  });
  it('of one term is the term, of none -Infinity', () => {
    expect(logSumExp([{ value: 3, error: 2 ** -40 }]).value).toBe(3);
    expect(logSumExp([exact(-Infinity), exact(2)])).toMatchObject({ value: 2 });
    expect(logSumExp([])).toEqual(exact(-Infinity));
    expect(logSumExp([exact(-Infinity)])).toEqual(exact(-Infinity));
  });
  it('moves by no more than the term that moves most, and by the weighted mean where that is less', () => {
    const wide: Bounded = { value: -30, error: 5 };
    expect(logSumExp([exact(0), wide]).error).toBeLessThan(2 ** -30);
    const far = { value: -(2 ** 900), error: 2 ** 850 };
    const all = logSumExp([far, { value: far.value * 2, error: far.error }]);
    expect(all.value).toBe(far.value);
    expect(all.error).toBeGreaterThanOrEqual(far.error);
    expect(all.error).toBeLessThan(2 * far.error);
  });
  it('inverts the logarithms of a sum', () => {
    const parts = [0.1, 0.2, 0.3, 0.4];
    const back = logSumExp(parts.map((p) => log(exact(p))));
    expect(Math.abs(back.value)).toBeLessThanOrEqual(back.error);
  });
});

describe('divergences of heavy tails', () => {
  const mixed = normalMixture([1, 3], [-2, 1], [0.5, 1]);
  it.each([
    ['t(3) from a mixture of normal laws', () => kl(studentT(3, 0.5, 1.5), mixed), 1.935161767379731],
    ['t(5) from it', () => kl(studentT(5), mixed), 0.3998596651366763],
    ['the mixture from t(3)', () => kl(mixed, studentT(3, 0.5, 1.5)), 0.2148808911991222],
  ])('%s', (_, f, truth) => {
    const got = f();
    expect(Math.abs(got.value - truth)).toBeLessThanOrEqual(8 * Number.EPSILON * truth);
    expect(got.error).toBeLessThan(1e-12);
  });
  it.each([
    ['t(2) from a normal law: no variance', () => kl(studentT(2), normal(0, 1))],
    ['a Cauchy law from a normal one', () => kl(cauchy(0, 1), normal(3, 2))],
    ['a Cauchy law from a Laplace one: no mean', () => kl(cauchy(0, 1), laplace(0, 1))],
    ['t(1.5) from the mixture', () => kl(studentT(1.5), mixed)],
  ])('%s is infinite', (_, f) => expect(f()).toEqual(exact(Infinity)));
  it('and finite as soon as the moment exists', () => {
    expect(kl(studentT(2.5), normal(0, 1)).error).toBeLessThan(Infinity);
    expect(kl(studentT(1.5), laplace(0, 1)).error).toBeLessThan(Infinity);
    expect(kl(cauchy(0, 1), studentT(0.5)).error).toBeLessThan(Infinity);
  });
});
