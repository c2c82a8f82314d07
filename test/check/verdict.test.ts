/** Each verdict on small givens, with the words that go with it. */
import { describe, expect, test } from 'vitest';
import type { RelationRecord } from '../../lib/check/record.ts';
import { check, relations } from './page.ts';

const laws = ['P, Q : pmf'];
const numbers = ['a, b : reals'];
const kl = 'D_{\\mathrm{KL}}(P \\| Q)';
const back = 'D_{\\mathrm{KL}}(Q \\| P)';

function only(givens: readonly string[], tex: string): RelationRecord {
  const found = relations(givens, tex);
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe('holds', () => {
  test.each([
    [laws, `${kl} \\ge 0`],
    [laws, `${kl} = 0 \\iff P = Q`],
    [laws, '\\sum_x P(x) = 1'],
    [laws, '\\text{JSD}(P \\| Q) \\le \\log 2'],
    [['P : pmf', 'Q : positive pmf'], `${kl} < 1000`],
    [['P : pmf', 'x : outcome of P'], 'P(x) > 0'],
    [numbers, 'a + b = b + a'],
    [numbers, '\\log |a| + \\log |b| = \\log |a b|'],
    [numbers, '\\frac{a}{b} b = a'],
    [numbers, '0.1 + 0.2 = 0.3'],
    [['p(x, z) : joint pmf'], '\\sum_z p(z) = 1'],
  ])('%j %s', (givens, tex) => {
    expect(only(givens, tex)).toMatchObject({
      verdict: 'holds',
      evidence: 'exact',
      reason: null,
      counterexample: null,
    });
  });

  test('only worlds in which both sides have a value count', () => {
    const { worlds } = only(numbers, '\\frac{a}{b} b = a');
    expect(worlds).toBeGreaterThan(0);
    expect(worlds).toBeLessThan(300);
  });

  test('an existence is shown by a witness', () => {
    const found = only(laws, `\\exists P, Q : ${kl} \\ne ${back}`);
    expect(found).toMatchObject({ verdict: 'holds', reason: 'shown by a witness' });
    expect(found.counterexample).toEqual({ P: '(1/3, 2/3) on {0, 1}', Q: '(1/2, 1/2) on {0, 1}' });
  });
});

describe('refuted, by the smallest world', () => {
  const differ = 'the sides differ by more than their rounding in this world';
  const uniform = '(1/2, 1/2) on {0, 1}';
  test.each<[readonly string[], string, Record<string, string>, [string, string]]>([
    [numbers, '(a+b)^2 = a^2 + b^2', { a: '1/8', b: '1/8' }, ['0.0625', '0.03125']],
    [numbers, 'a = b', { a: '0', b: '1/8' }, ['0', '0.125']],
    [laws, 'P = Q', { P: uniform, Q: '(1/3, 2/3) on {0, 1}' }, [uniform, '(1/3, 2/3) on {0, 1}']],
  ])('%j %s', (givens, tex, counterexample, [left, right]) => {
    expect(only(givens, tex)).toMatchObject({
      verdict: 'refuted',
      reason: differ,
      counterexample,
      values: { left, right },
    });
  });

  test('an inequality the wrong way round', () => {
    expect(only(numbers, 'a \\le b')).toMatchObject({
      verdict: 'refuted',
      reason: 'the sides stand the other way round in this world, by more than their rounding',
      counterexample: { a: '0', b: '-1/8' },
      values: { left: '0', right: '-0.125' },
    });
  });

  test('a strict sign between equal sides', () => {
    expect(only(numbers, 'a + b < b + a')).toMatchObject({
      verdict: 'refuted',
      reason: 'the two sides are equal in this world, and a strict sign is written',
    });
  });

  test('what is malformed is pointed at itself, with what to do', () => {
    const found = only(numbers, 'a = (b');
    expect(found.verdict).toBe('unread');
    expect(found.reason).toBe('expected ) to close the (, found the end; brackets must pair as they are displayed');
    expect(found.column).toBeGreaterThan(only(numbers, 'a = b').column);
  });

  test.each([
    ['\\mathcal{L}(a \\mid b) = a', '\\mathcal{L}'],
    ['a + q_\\phi(z_1 | b) = a', 'q_\\phi'],
    ['f_{\\theta}(a, z | b) = a', 'f_{\\theta}'],
  ])('%s: a bar among arguments names the head that nothing is said of', (tex, head) => {
    const found = only(numbers, tex);
    expect(found.reason).toBe(`nothing given says that “${head}” takes arguments, which this bar would part; say in a given what “${head}” is; absolute bars come in pairs`); // prettier-ignore
    const start = only(numbers, 'a = b').column - 'a = b'.indexOf('=');
    expect(found.column - start).toBe(tex.search(/\\mid|\|/));
  });

  test('so does a semicolon', () => {
    const said = 'nothing given says that “q” takes arguments, which this ; would part; say in a given what “q” is';
    expect(only(numbers, 'a = q(z_i; b)').reason).toBe(said);
    expect(only(numbers, 'a = 2(z_i; b)').reason).toBe('expected ) to close the (, found ;; brackets must pair as they are displayed'); // prettier-ignore
  });

  test.each(['a + |b = 2', '(a | b) = 3', '2(a + 1 | b) = 3', 'a = f(|b)'])('%s: a bar has no other', (tex) => {
    expect(only(numbers, tex).reason).toBe('expected | to close the |; absolute bars come in pairs');
  });

  test('a sign that states nothing is unread', () => {
    expect(only(numbers, 'a \\propto b')).toMatchObject({ verdict: 'unread' });
  });

  test('the divergence is not symmetric', () => {
    const found = only(laws, `${kl} = ${back}`);
    expect(found).toMatchObject({ verdict: 'refuted', counterexample: { P: uniform, Q: '(1/3, 2/3) on {0, 1}' } });
    // both sides are sums of numbers below 2, of a few roundings each
    const rounding = 8 * Number.EPSILON;
    expect(Math.abs(Number(found.values!.left) - 0.5 * Math.log(9 / 8))).toBeLessThan(rounding);
    expect(Math.abs(Number(found.values!.right) - ((5 / 3) * Math.log(2) - Math.log(3)))).toBeLessThan(rounding);
  });

  test('zeros: the divergence may be infinite', () => {
    const found = only(laws, `${kl} \\le 1000`);
    expect(found).toMatchObject({ verdict: 'refuted', counterexample: { P: uniform, Q: '(1, 0) on {0, 1}' } });
    expect(found.values).toEqual({ left: 'Infinity', right: '1000' });
    expect(only(laws, 'P \\ll Q').counterexample).toEqual({ P: uniform, Q: '(1, 0) on {0, 1}' });
  });

  test('P = Q: a universal inequality is no existence', () => {
    const equal = { P: uniform, Q: uniform };
    expect(only(laws, `${kl} \\ne ${back}`)).toMatchObject({
      verdict: 'refuted',
      reason: 'the two sides are equal in this world: “not in general equal” needs \\exists',
      counterexample: equal,
      values: { left: '0', right: '0' },
    });
    expect(only(laws, `${kl} > 0`)).toMatchObject({ verdict: 'refuted', counterexample: equal });
  });

  test('disjoint supports: a bound that only they reach', () => {
    expect(only(laws, '\\text{JSD}(P \\| Q) \\le 0.6')).toMatchObject({ verdict: 'refuted' });
  });

  test('sets of maximisers', () => {
    const model = [
      'p(x \\mid \\theta) : family',
      'n : sample size',
      'x_1, \\dots, x_n : sample from p(x \\mid \\theta)',
    ];
    const likelihood = '\\arg\\max_\\theta \\prod_{i=1}^n p(x_i \\mid \\theta)';
    const log = '_\\theta \\sum_{i=1}^n \\log p(x_i \\mid \\theta)';
    expect(only(model, `${likelihood} = \\arg\\max${log}`)).toMatchObject({ verdict: 'holds' });
    expect(only(model, `${likelihood} = \\arg\\min${log}`)).toMatchObject({ verdict: 'refuted' });
  });
});

describe('undecided', () => {
  test('where the rounding is as wide as what is claimed', () => {
    const { verdict, reason } = only(numbers, '10^{20} a + b - 10^{20} a = b');
    expect(verdict).toBe('undecided');
    expect(reason).toMatch(/^the bound is too wide to tell in \d+ of 300 worlds$/);
  });

  test('where no witness is found', () => {
    const { verdict, reason } = only(laws, `\\exists P, Q : ${kl} < 0`);
    expect(verdict).toBe('undecided');
    expect(reason).toMatch(/^no witness among \d+ worlds$/);
  });
});

test.each(['\\log(-a^2 - 1) = \\sqrt{-1 - b^2}', '\\frac{b}{a - a} = b', '\\frac{a - a}{0} = 1'])(
  'vacuous: %s',
  (tex) => {
    const reason = 'in no world that was tried do both sides have a value';
    expect(only(numbers, tex)).toMatchObject({ verdict: 'vacuous', worlds: 0, reason, counterexample: null });
  },
);

describe('defines', () => {
  const verdicts = (givens: readonly string[], ...formulas: string[]) =>
    check(givens, ...formulas).map(({ relations: [r] }) => [r!.verdict, r!.reason]);

  test('by :=, and everything after it is checked', () => {
    expect(verdicts(['a : real'], 'S := a + 1', 'S = a + 1', 'S - 1 = a', 'S \\coloneqq a + 2', 'S = a + 2')).toEqual([
      ['defines', null],
      ['holds', null],
      ['holds', null],
      ['refuted', '“S” was defined at p.md:11 as “a + 1”'],
      ['refuted', '“S” was defined at p.md:11 as “a + 1”'],
    ]);
  });

  test('by a given, once', () => {
    expect(verdicts(['T : defined', 'a : real'], 'T = a + 1', 'T = a + 2')).toEqual([
      ['defines', null],
      ['refuted', '“T” was defined at p.md:11 as “a + 1”'],
    ]);
  });

  test('two meanings of one symbol in one formula', () => {
    const [first, second] = check(['T : defined', 'a : real'], 'T = a + 1\n= a + 2')[0]!.relations;
    expect([first!.verdict, second!.verdict]).toEqual(['defines', 'refuted']);
  });

  test('not by a plain =, and not what the library knows', () => {
    expect(verdicts(laws, 'M = \\frac12 (P + Q)', `${kl} := 0`)).toEqual([
      ['unread', 'nothing given says what “M” is'],
      ['refuted', expect.anything()],
    ]);
  });

  test('not by itself', () => {
    expect(verdicts(['a : real'], 'R := R + 1', 'R = R')).toEqual([
      ['unread', 'nothing given says what “R” is'],
      ['unread', 'nothing given says what “R” is'],
    ]);
  });

  test('a law as a mixture', () => {
    expect(verdicts(laws, 'M := \\frac12 (P + Q)', 'H(M) \\ge \\frac12 H(P) + \\frac12 H(Q)', 'M = P')).toEqual([
      ['defines', null],
      ['holds', null],
      ['refuted', '“M” was defined at p.md:11 as “\\frac{1}{2} \\left(P + Q\\right)”'],
    ]);
  });
});

test.each([
  [laws, 'H(P) = H(R)', 'nothing given says what “R” is'],
  [laws, '\\exists R : H(R) = 0', 'nothing given says what “R” is'],
  [numbers, 'a = x_1', '“x” is no sample and no law, so “x_1” has no meaning here'],
  [numbers, 'a = \\text{big}', 'nothing given says what “big” is'],
  [numbers, 'a \\propto b', 'nothing says in which name the sides are proportional: write \\propto_{\\theta}'],
  [['p(x, z) : joint pmf'], 'p(y) = 1', '“y” names no argument of “p” (x, z)'],
])('unread: %j %s', (givens, tex, reason) => {
  expect(only(givens, tex)).toMatchObject({ verdict: 'unread', evidence: 'none', worlds: 0, reason });
});
