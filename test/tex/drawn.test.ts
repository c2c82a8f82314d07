/** What is read is what is drawn: where TeX draws a formula otherwise than it is typed, it is refused, with the place. */
import { describe, expect, test } from 'vitest';
import { print } from '../../lib/notation/index.ts';
import { read } from '../../lib/notation/statement.ts';
import { sexpr } from '../../lib/tex/tree.ts';
import { names, words } from './names.ts';

const r = String.raw;

/** The place, what is said of it. */
const refused: readonly (readonly [tex: string, place: string, says: RegExp])[] = [
  // drawn as one number
  ['2 3 a', '3', /“2” and “3” are drawn as one number/],
  [r`10\,000 a`, '000', /“10” and “000” are drawn as one number/],
  ['{2}{3}', '{', /are drawn as one number/],
  [r`\log 2 3`, '3', /are drawn as one number/],
  ['2 3^2', '3', /are drawn as one number/],
  [r`{1}{2 x}`, '{', /are drawn as one number/],
  [r`\log_2 2 2`, '2', /are drawn as one number/],
  ['1.5.2', '.2', /are drawn as one number/],
  ['x^12 3', '3', /are drawn as one number/],
  ['x^.5', '.5', /takes the point alone/],
  // TeX takes one letter
  [r`\theta_max`, 'max', /takes the first letter of max alone/],
  ['x_data', 'data', /takes the first letter of data alone/],
  [r`\hat data`, 'data', /takes one sign or braces/],
  [r`\bar\mathrm{E}`, r`\mathrm{E}`, /takes one sign or braces/],
  [r`\frac\frac12 x`, r`\frac`, /takes one sign or braces/],
  [r`\mathrm12`, r`\mathrm1`, /holds no word/],
  // what stands apart is no factor
  [r`P(x) = 0 \quad Q(x) = 0`, 'Q', /a wide space stands where a factor might be meant/],
  [r`a = b \qquad (1)`, '(', /a wide space/],
  // scripts on nothing, and twice
  [r`\beta\, _0`, '_', /hangs on a space/],
  ['x~^2', '^', /hangs on a space/],
  ["x'_n^2", '^', /a second superscript/],
  // a space or nothing for an argument
  [r`\frac\, 12`, r`\frac`, /has no argument/],
  [r`\frac{1}\,{2}`, '{', /has a space for its argument/],
  [r`p_{\text{}_a}`, '_', /hangs on a space/],
  [r`\log + 1`, '+', /\\log needs an argument/],
  [r`2 \cdot + 1`, '+', /expected an operand/],
  [r`a \overset{\text{so}^}{=} b`, '^', /is not understood above a relation/],
  [r`a \xrightarrow{\right] d} b`, r`\right]`, /is not understood above a relation/],
  // braces are not drawn
  ['o {x \\sim p}', '{', /braces are not drawn/],
  // an operator, a sign of differentials, columns
  [r`x - \underset y\|`, r`\underset y\|`, /is no operator/],
  [r`\frac{\partial^2 f}{\partial x \, d y}`, 'd', /stands below/],
  [r`\left\{ \begin{array}{r} 1 & x > 0 \end{array} \right.`, '}', /two columns/],
  // brackets that are none
  [r`\left \theta)`, r`\left \theta`, /is no bracket/],
  [r`\theta\right ^{*}`, r`\right ^`, /is no bracket/],
  [r`b \left > 11`, r`\left >`, /is the wrong way round/],
  [r`\left/ a \right/`, r`\left/`, /has no partner/],
  // what is swallowed
  [r`p(\theta\label |m)`, r`\label `, /has no braces/],
  [r`\label{{q} p(x) = q(x) }`, r`\label{{q} p(x) = q(x) }`, /should hold a plain name/],
  [r`a = b \lean`, r`\lean`, /has no braces/],
  [r`a = b \lean{klDiv nonneg}`, r`\lean{klDiv nonneg}`, /“klDiv nonneg” is no name of a theorem in Lean/],
  [r`a = b \tag){8}`, r`\tag`, /has no braces/],
  [r`a = b \tag{_6}`, r`\tag{_6}`, /should hold words only/],
  [r`\mu \begin{split} a &= b \end{split}`, r`\begin{split}`, /something stands before/],
  [r`\begin{split} a &= b \end{split} + c`, '+', /stands behind the rows/],
  [r`\begin{aligned} a &= b && \text{so}, } \text{it is} \end{aligned}`, '}', /should be a reason/],
  [r`a \overset{\eqrefl}{=} b`, r`\eqrefl`, /not understood above a relation/],
  [r`\newcommand{\a}{b} x = 1`, r`\newcommand`, /expected an operand/],
  // a sign that belongs to what stands before it, too
  [r`\mathbb{E} - X`, '-', /expected an operand, found -/],
  [r`a / -b c`, '-', /expected an operand, found -/],
  [r`\frac{d}{dx} - f`, '-', /expected an operand, found -/],
  [r`\begin{gathered} a = b \\ + c \end{gathered}`, '+', /this row begins with \+: it may go on with the row above/],
  [r`\begin{aligned} a &= b \\ - c \end{aligned}`, '-', /this row begins with -: it may go on with the row above/],
  // statements in brackets are no values, and words between statements no names
  ['(a = b) = 1', '(a = b)', /a statement in brackets stands before =, where a value is due/],
  [r`a \text{if and only if} = b`, '=', /expected an operand/],
  [r`a = \text{if and only if} b`, r`\text{if and only if}`, /the words “if and only if” stand where a value is due/],
  // bounds that nobody wrote
  [r`\sum_i^n x_i`, 'i', /the range under \\sum has an upper bound alone/],
  [r`\{x_i\}_{i=1}^n ^2`, '^', /a second superscript/],
  // cells of a row
  [r`\begin{aligned} \sum_ & {i} x_i \end{aligned}`, '_', /_ has no argument in its cell/],
  [r`\begin{aligned} a & ^2 \end{aligned}`, '^', /\^ hangs on the cell before/],
  [r`\begin{aligned} \frac{1} & {2} \end{aligned}`, '{', /\\frac has a space for its argument/],
  [r`\int f d p(z)`, 'p', /behind the d stands p, which is called/],
  [r`x_\Pr`, r`\Pr`, /_ takes one sign or braces/],
  [r`p(\cdot |_x)`, '|', /a place behind \\cdot has no meaning/],
  [r`\mathop{argmax}_x a`, r`\mathop{argmax}`, /is not a known operator/],
  [
    r`\begin{aligned} a = b \iff c \\ = d \iff e \end{aligned}`,
    '= d \\iff e',
    /this row joins a statement to one that is joined already/,
  ],
  ["e' ^2", '^', /a second superscript/],
  [r`\sigma^'`, "'", /a prime is raised by itself/],
  [r`\right\lceil a \right\rceil`, r`\right\lceil`, /is the wrong way round/],
  ['|A|| |B|', '|| |', /three bars stand in a row/],
  ['a / 8 8', '8', /“8” and “8” are drawn as one number/],
  // what binds a statement stands where one begins
  [r`a \exists b : b = 1`, r`\exists`, /\\exists stands inside a formula/],
  [r`a \ge \forall x`, r`\forall`, /\\forall stands inside a formula/],
  [r`a = b \text{ if } c > 0, \forall x \text{ if } d > 0`, 'd > 0', /follows another one/],
  [r`x \in [0, 1] d`, 'd', /d stands behind an interval/],
  // a dot for an argument of nothing
  [r`x(\cdot)`, r`\cdot`, /stands for the argument of a law, and none is called/],
  [r`|\cdot|`, r`\cdot`, /expected an operand, found \\cdot/],
  [r`\nabla \cdot f`, r`\cdot`, /\\nabla \\cdot is not read/],
  [r`\int f \, d \mathrm{d}x`, 'd', /a d stands before the differential/],
  // what may mean two things
  [r`\begin{aligned} a &= b, c = d \\ &= e \end{aligned}`, '=', /may go on with each of the statements above/],
];

describe('refused', () => {
  test.each(refused)('%s', (tex, place, says) => {
    const [error] = read(tex, names, words).errors;
    expect(error?.message).toMatch(says);
    expect(tex.slice(error!.span.start, error!.span.end)).toBe(place);
  });
});

const kept: readonly (readonly [tex: string, tree: string])[] = [
  ['2 (3) a', '(multiply (multiply 2 3) a)'],
  ['(2) 3', '(multiply 2 3)'],
  [r`\frac12 3`, '(multiply (divide 1 2) 3)'],
  ['x^1 2', '(multiply (power x 1) 2)'],
  [r`\left<x\right>_q`, '(expectation "\\\\langle" q x)'],
  [r`\big\{x\big\}`, '(set x)'],
  ['(a, b), c = 1', '(list (list a b) (chain c (relation "=") 1))'],
  [r`D = 0 \iff P \\ = Q`, String.raw`(iff (chain D (relation "=") 0) (relation "\\iff") (chain P (relation "=") Q))`],
  [r`\mathrm{a b}`, '(word "ab")'],
  [r`p_{\text{da}\text{ta}}`, 'p_{data}'],
  // a row goes on with the statement before it, not with where its variable goes
  [r`\begin{aligned} a &= b, \quad n \to \infty \\ &= c \end{aligned}`, '(list (chain a (relation "=") b (relation "=") c) (chain n (relation "\\\\to") \\infty))'], // prettier-ignore
];

describe('read', () => {
  test.each(kept)('%s', (tex, tree) => {
    const { statements, errors } = read(tex, names, words);
    expect(errors.map(String)).toEqual([]);
    expect(statements.map(sexpr)).toEqual([tree]);
    expect(read(print(statements[0]!), names, words).statements.map(sexpr)).toEqual([tree]);
  });
});

test('a row that goes on with a term keeps its reason', () => {
  const tex = r`\begin{aligned} a &= b && \text{one} \\ &+ c && \text{two} \end{aligned}`;
  expect(read(tex, names, words).rows.map((row) => row.because)).toEqual(['one; two']);
});

test('a reason in a row of its own is that of the row above', () => {
  const tex = r`\begin{aligned} a &= b \\ && \text{so it is} \end{aligned}`;
  expect(read(tex, names, words).rows.map((row) => row.because)).toEqual(['so it is']);
});

test('an error under an operator is said where it stands', () => {
  const tex = r`\underset{x \in â}{\max} f(x)`;
  const [error] = read(tex, names, words).errors;
  expect(tex.slice(error!.span.start, error!.span.end)).toBe('â');
});
