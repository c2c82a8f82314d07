/** Infinity as it is written: a value is infinite, finite, or too large for doubles, of which nothing is said. */
import { describe, expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const only = (tex: string) => relations(['P, Q : pmf', 's : positive'], tex)[0]!;

describe('the sign of infinity', () => {
  test.each([
    ['D_{\\mathrm{KL}}(P \\parallel Q) = \\infty \\iff \\sum_x P(x) \\mathbf{1}[Q(x) = 0] > 0', 'holds'],
    ['D_{\\mathrm{KL}}(P \\parallel Q) = \\infty \\iff \\sum_x P(x) \\mathbf{1}[Q(x) = 0] \\ge 0', 'refuted'],
    ['D_{\\mathrm{KL}}(P \\parallel Q) < \\infty \\iff \\sum_x P(x) \\mathbf{1}[Q(x) = 0] = 0', 'holds'],
    ['D_{\\mathrm{KL}}(P \\parallel Q) = \\infty', 'refuted'],
    ['D_{\\mathrm{KL}}(P \\parallel Q) \\ne \\infty', 'refuted'],
    ['\\exists P, Q : D_{\\mathrm{KL}}(P \\parallel Q) = \\infty', 'holds'],
    ['\\log 0 = -\\infty', 'holds'],
    ['\\log 0 = \\infty', 'refuted'],
    ['-\\infty = \\infty', 'refuted'],
    ['s \\ne \\infty', 'holds'],
    ['\\log s > -\\infty', 'holds'],
    // infinity against infinity, where neither is the sign itself
    ['\\log 0 = 2 \\log 0', 'vacuous'],
    ['\\infty - \\infty = 0', 'vacuous'],
    ['\\frac{1}{0} = \\infty', 'vacuous'],
    // too large for a double is not infinite
    ['\\exp(1000 s + 800) = \\infty', 'vacuous'],
    ['\\exp(1000 s + 800) < \\infty', 'vacuous'],
    ['\\prod_{i=1}^{1000} (s + 100) = \\infty', 'vacuous'],
    ['\\exp(1000 s + 800) \\le 3', 'undecided'],
  ])('%s %s', (tex, verdict) => expect(only(tex)).toMatchObject({ verdict }));
});

test('a statement that its bounds leave open joins nothing', () => {
  expect(only('\\exp(1000 s + 800) = \\infty \\iff s > 0').verdict).toBe('vacuous');
  expect(only('\\exp(1000 s + 800) = 1 \\implies s < 0').verdict).toBe('vacuous');
});
