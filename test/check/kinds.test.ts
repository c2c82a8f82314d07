/** The slips of the pen: each kind makes the mutant that it should, and the checker sees it. */
import { describe, expect, test } from 'vitest';
import { claimsOf } from '../../lib/check/claim.ts';
import { makeContext } from '../../lib/check/context.ts';
import { createChecker } from '../../lib/check/index.ts';
import { mutantsOf } from '../../lib/check/mutant.ts';
import { rules } from '../../lib/check/rules.ts';
import { print } from '../../lib/notation/index.ts';
import { read } from '../../lib/notation/statement.ts';
import { sources } from './page.ts';

const r = String.raw;
const laws = ['P, Q : positive pmf', 'x : outcome of P'];
const numbers = ['a, b : positive', 'n : sample size', 'i : integer from 1 to 4'];

interface Kind {
  readonly rule: string;
  readonly given: readonly string[];
  /** A relation that holds, and a slip that is to be seen in it, as it is printed. */
  readonly tex: string;
  readonly slip: string;
}

const kinds: readonly Kind[] = [
  { rule: 'sign', given: numbers, tex: 'a - (b - a) = 2 a - b', slip: r`a + \left(b - a\right) = 2 a - b` },
  { rule: 'sign', given: numbers, tex: r`-\log a = \log \frac1a`, slip: r`\log\left(a\right) = \log\left(\frac{1}{a}\right)` }, // prettier-ignore
  { rule: 'term', given: numbers, tex: '(a + 1)^2 = a^2 + 2 a + 1', slip: r`\left(a + 1\right)^{2} = a^{2} + 2 a` },
  { rule: 'first term', given: numbers, tex: '(a + 1)^2 = a^2 + 2 a + 1', slip: r`\left(a + 1\right)^{2} = 2 a + 1` },
  { rule: 'first term', given: numbers, tex: r`a - (b - a) = 2 a - b`, slip: r`-\left(b - a\right) = 2 a - b` },
  { rule: 'one law', given: laws, tex: r`D_{KL}(P \| Q) = \sum_x P(x) \log \frac{P(x)}{Q(x)}`, slip: r`D_{KL}(P \| Q) = \sum_{x} Q(x) \log\left(\frac{P(x)}{Q(x)}\right)` }, // prettier-ignore
  { rule: 'factor', given: numbers, tex: '(a + 1)^2 = a^2 + 2 a + 1', slip: r`\left(a + 1\right)^{2} = a^{2} + a + 1` },
  { rule: 'factor', given: numbers, tex: r`\frac{a}{b} = a b^{-1}`, slip: r`\frac{1}{b} = a b^{-1}` },
  { rule: 'function', given: laws, tex: r`H(P) = -\sum_x P(x) \log P(x)`, slip: r`H(P) = -\sum_{x} P(x) P(x)` },
  { rule: 'power', given: numbers, tex: r`\log a^2 = 2 \log a`, slip: r`\log\left(a\right) = 2 \log\left(a\right)` },
  { rule: 'constant', given: numbers, tex: r`\log a^2 = 2 \log a`, slip: r`\log\left(a^{2}\right) = 4 \log\left(a\right)` }, // prettier-ignore
  { rule: 'arguments', given: laws, tex: r`D_{KL}(P \| Q) = \sum_x P(x) \log \frac{P(x)}{Q(x)}`, slip: r`D_{KL}(Q \| P) = \sum_{x} P(x) \log\left(\frac{P(x)}{Q(x)}\right)` }, // prettier-ignore
  { rule: 'condition', given: ['p(x, z) : joint pmf', 'x : outcome of p(x)', 'z : outcome of p(z)'], tex: r`p(x \mid z) p(z) = p(x, z)`, slip: r`p(x) p(z) = p(x, z)` }, // prettier-ignore
  { rule: 'shift', given: numbers, tex: r`\Gamma(a + 1) = a \Gamma(a)`, slip: r`\Gamma\left(a + 1\right) = a \Gamma\left(a + 1\right)` }, // prettier-ignore
  { rule: 'index', given: ['P : pmf', 'n : sample size', r`x_1, \dots, x_n : sample from P`], tex: r`\sum_{i=1}^n (x_i + 1) = n + \sum_{i=1}^n x_i`, slip: r`\sum_{i = 1}^{n} \left(x_1 + 1\right) = n + \left(\sum_{i = 1}^{n} x_i\right)` }, // prettier-ignore
  { rule: 'extremum', given: numbers, tex: r`\max(a, b) + \min(a, b) = a + b`, slip: r`\min(a, b) + \left(\min(a, b)\right) = a + b` }, // prettier-ignore
  { rule: 'event', given: ['P : positive pmf', 'X : random variable with law P'], tex: r`\Pr(X \ge 1) + \Pr(X < 1) = 1`, slip: r`\Pr(X \le 1) + \Pr(X < 1) = 1` }, // prettier-ignore
  { rule: 'derivative', given: numbers, tex: r`\frac{d}{da} a^2 = 2 a`, slip: 'a^{2} = 2 a' },
  { rule: 'variable of a derivative', given: numbers, tex: r`\frac{\partial}{\partial a} a^2 b = 2 a b`, slip: r`\frac{\partial}{\partial b} \left(a^{2} b\right) = 2 a b` }, // prettier-ignore
  { rule: 'bound variable', given: ['p(x, z) : joint pmf', 'x : outcome of p(x)', 'z : outcome of p(z)'], tex: r`\sum_z p(x, z) = p(x)`, slip: r`\sum_{x} p(x, z) = p(x)` }, // prettier-ignore
  { rule: 'laws', given: laws, tex: r`H(P, Q) = -\sum_x P(x) \log Q(x)`, slip: r`H(P, Q) = -\sum_{x} Q(x) \log\left(P(x)\right)` }, // prettier-ignore
  { rule: 'law of an expectation', given: laws, tex: r`H(P, Q) = -\mathbb{E}_{x \sim P}[\log Q(x)]`, slip: r`H(P, Q) = -\mathbb{E}_{x \sim Q}\left[\log\left(Q(x)\right)\right]` }, // prettier-ignore
  { rule: 'inequality', given: laws, tex: r`D_{KL}(P \| Q) \ge 0`, slip: r`D_{KL}(P \| Q) \le 0` },
  { rule: 'strict', given: numbers, tex: 'a + b = b + a', slip: 'a + b < b + a' },
];

function made({ given, tex }: Kind) {
  const context = makeContext(given.map((text) => ({ text, place: { path: 'p.md', line: 1, column: 1 } })));
  expect(context.problems).toEqual([]);
  const { statements, errors, ...rest } = read(tex, context.names, context.words);
  expect(errors.map(String)).toEqual([]);
  const [claim] = claimsOf({ statements, errors, ...rest });
  const { mutants } = mutantsOf(claim!, (name) => context.declarations.get(name)?.role, () => false); // prettier-ignore
  return mutants.map(({ rule, claim: c }) => ({ rule, tex: `${print(c.left)} ${c.sign.text} ${print(c.right)}` }));
}

describe.each(kinds)('$rule: $tex', (kind) => {
  test('is made', () => expect(made(kind)).toContainEqual({ rule: kind.rule, tex: kind.slip }));
  test('is seen', () => {
    const checker = createChecker({ page: 'p.md', worlds: 300, seed: 1, mutants: true });
    const [relation] = checker.check(sources(kind.given, [kind.tex])[0]!).relations;
    expect(relation!.verdict).toBe('holds');
    expect(relation!.mutants!.survived.map(({ tex }) => tex)).not.toContain(kind.slip);
    expect(relation!.mutants!.killed).toBeGreaterThan(0);
  });
});

test('every rule has its test', () => {
  const tested = new Set(kinds.map(({ rule }) => rule));
  // those of matrices and of values at a place are tested with their notations (test/notation/pages)
  expect(rules.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual(['order', 'place']);
});
