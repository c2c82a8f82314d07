/**
 * Reading takes a number of steps that grows with the formula, and no faster, however its parts are nested: a rule that
 * tries one reading and falls back on another must not read what stands inside twice. Counted, not timed.
 */
import { expect, test, vi } from 'vitest';
import { read } from '../../lib/notation/statement.ts';
import { TexError } from '../../lib/tex/error.ts';
import { Parser } from '../../lib/tex/parser.ts';
import { names } from './names.ts';

const kinds: Readonly<Record<string, (s: string) => string>> = {
  nabla: (s) => `\\nabla ${s}`,
  nablax: (s) => `\\nabla_x ${s}`,
  partial: (s) => `\\partial_x ${s}`,
  log: (s) => `\\log 2 ${s}`,
  log2: (s) => `\\log ${s}`,
  sup: (s) => `x^{(${s})+1}`,
  sup2: (s) => `x^{(${s})}`,
  sub: (s) => `x_{${s}}`,
  subsup: (s) => `x^{${s}}_{1}`,
  E: (s) => `\\mathbb{E}_{${s}}[x]`,
  E2: (s) => `\\mathbb{E}[${s}]`,
  paren: (s) => `(${s})`,
  frac: (s) => `\\frac{${s}}{2}`,
  dfrac: (s) => `\\frac{d}{dx} ${s}`,
  int: (s) => `\\int ${s} \\, dx`,
  sum: (s) => `\\sum_x ${s}`,
  sumin: (s) => `\\sum_{${s}} x`,
  abs: (s) => `|${s}|`,
  absp: (s) => `|a + ${s}|`,
  norm: (s) => `\\|${s}\\|`,
  call: (s) => `p(${s})`,
  bar: (s) => `p(x | ${s})`,
  set: (s) => `\\{${s}\\}`,
  interval: (s) => `x \\in [${s}, 1`,
  interval2: (s) => `x \\in (${s})`,
  ind: (s) => `\\mathbf{1}_{[${s}]}`,
  brace: (s) => `\\underbrace{${s}}_{\\ge 0}`,
  braceb: (s) => `\\underbrace{x}_{\\ge ${s}}`,
  braceu: (s) => `\\underbrace{x}_{${s}}`,
  lim: (s) => `\\lim_{x \\to ${s}} x`,
  lim2: (s) => `\\lim_{{${s}} \\to 0} x`,
  R: (s) => `\\mathbb{R}^{${s}}`,
  psi: (s) => `\\psi(${s})`,
  chi: (s) => `\\chi^2(${s})`,
  prime: (s) => `f'(${s})`,
  hat: (s) => `\\hat{x}_{${s}}`,
  cases: (s) => `\\begin{cases} ${s} & x > 0 \\end{cases}`,
  at: (s) => `\\left. ${s} \\right|_{x=1}`,
  sqrt: (s) => `\\sqrt{${s}}`,
  max: (s) => `\\max_{x} ${s}`,
  argmax: (s) => `\\arg\\max_x ${s}`,
  iff: (s) => `(${s} = 1) \\iff x = 1`,
  A: (s) => `\\hat{\\bar x}_{${s}}`,
  word: (s) => `\\mathrm{KL}_{${s}}`,
  forall: (s) => `\\forall x > 0, ${s} > 0`,
  D: (s) => `D_{KL}(P \\| ${s})`,
  gamma: (s) => `\\Gamma(${s})`,
  minus: (s) => `-(${s})`,
  ang: (s) => `\\left\\langle ${s} \\right\\rangle_q`,
  exists: (s) => `\\exists x : ${s}`,
  powp: (s) => `(${s})^{2}`,
  hatp: (s) => `\\hat{x_{${s}}}`,
  dd: (s) => `\\frac{d ${s}}{dx}`,
  det: (s) => `\\det ${s}`,
  tr: (s) => `\\operatorname{tr}(${s})`,
  choose: (s) => `{n \\choose ${s}}`,
  over: (s) => `x^{[${s}]}`,
  wordsub: (s) => `x_{a ${s}}`,
};

const taken = vi.spyOn(Parser.prototype, 'take');

function steps(tex: string): number {
  taken.mockClear();
  for (const error of read(tex, names).errors) expect(error).toBeInstanceOf(TexError);
  return taken.mock.calls.length;
}

const nested = (depth: number, around: (s: string) => string): string =>
  depth === 0 ? 'x' : around(nested(depth - 1, around));

/** Tokens that are taken, by sign of the source: each rule takes a few twice. */
const PER_SIGN = 6;

test.each(Object.keys(kinds))('%s in itself', (kind) => {
  for (const depth of [10, 20, 40]) {
    const tex = nested(depth, kinds[kind]!);
    expect(steps(tex)).toBeLessThan(PER_SIGN * tex.length);
  }
});

test('each in each', { timeout: 60_000 }, () => {
  for (const outer of Object.values(kinds))
    for (const inner of Object.values(kinds)) {
      const tex = nested(8, (s) => outer(inner(s)));
      expect(steps(tex), tex.slice(0, 80)).toBeLessThan(PER_SIGN * tex.length);
    }
});
