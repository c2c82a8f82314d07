/** A counterexample lists the names on which the relation depends in it: any other could be anything. */
import { describe, expect, test } from 'vitest';
import { createChecker, hasRelation } from '../../lib/check/index.ts';
import { alone, withBook } from '../../lib/page/book.ts';
import { checkRead } from '../../lib/page/check.ts';
import { readPage } from '../../lib/page/read.ts';
import { reportPage } from '../../lib/page/report.ts';
import { relations } from './page.ts';

const r = String.raw;
const uniform = '(1/2, 1/2) on {0, 1}';
const laws = ['P, Q : pmf', 'x : outcome of P'];
const normal = [r`\mu : real`, r`\sigma : positive`, r`X : random variable with law \mathcal{N}(\mu, \sigma^2)`];
const joint = ['p(x, y) : joint pmf', 'X, Y : random variables with joint pmf p(x, y)'];
const sample = ['n : sample size', 'P : pmf', r`x_1, \dots, x_n : sample from P`];

describe('the names that are shown', () => {
  test.each<[string, readonly string[], string, Record<string, string>]>([
    ['not the x that a sum binds', laws, r`\sum_x P(x) Q(x) = 1`, { P: uniform, Q: uniform }],
    ['the x at which both are taken', laws, 'P(x) = Q(x)', { P: uniform, Q: '(1/3, 2/3) on {0, 1}', x: '0' }],
    ['not the law of an outcome that stands alone', laws, 'x = 1', { x: '0' }],
    ['not the y that an integral binds', ['f : density', 'y : outcome of f'], r`\int f(y) \, dy = 2`, { f: 'normal(mu = 0, sigma = 1)' }],
    ['not what the law of a variable is made of', normal, r`\mathbb{E}[X] = 1`, { X: 'normal(mu = 0, sigma = 1/8)' }],
    ['the law of two variables once', ['X, Y : random variables'], r`\mathbb{E}[X Y] = \mathbb{E}[X] \mathbb{E}[Y]`, { X: 'joint law of X, Y with probabilities (1/2, 0, 0, 1/2)' }],
    ['a law of two variables by its own name', joint, r`\mathbb{E}[X] = 1`, { p: 'joint law of x, y with probabilities (1/4, 1/4, 1/4, 1/4)' }],
    ['variables by their values, where no law is asked for', ['X, Y : random variables'], 'X = Y', { X: '0', Y: '1' }],
    ['a sample, and not its law', sample, r`\sum_{i=1}^n x_i = 0`, { n: '1', x: '(1)' }],
    ['nothing, where numbers alone are compared', ['a : real'], '1 + 1 = 3', {}],
  ])('%s', (_, given, tex, counterexample) => {
    expect(relations(given, tex)).toMatchObject([{ verdict: 'refuted', counterexample }]);
  }); // prettier-ignore

  test('a witness too', () => {
    const found = relations(['P, Q, R : pmf'], r`\exists P, Q : H(P) = H(Q)`);
    expect(found).toMatchObject([{ verdict: 'holds', counterexample: { P: uniform, Q: uniform } }]);
  });
});

test('the terminal says so', () => {
  const text = '```given\nP, Q : pmf\nx : outcome of P\n```\n\n$$\n\\sum_x P(x) Q(x) = 1\n$$\n\n$$\n1 + 1 = 3\n$$\n';
  const read = readPage(text, 'p.md');
  const page = withBook(read, alone(read));
  const record = checkRead(page, { worlds: 100, seed: 1 }, { createChecker, hasRelation });
  expect(reportPage(record, page).split('\n').filter((line) => line.includes('world:'))).toEqual([
    '  world: P = (1/2, 1/2) on {0, 1}, Q = (1/2, 1/2) on {0, 1}',
    '  world: any',
  ]); // prettier-ignore
});
