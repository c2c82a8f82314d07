/** Sine, cosine, tangent and arctangent, by what they satisfy. */
import { expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const givens = ['x, y : real', 's : positive', 'Z : random variable with law \\mathcal{N}(0, s)'];
const only = (tex: string) => relations(givens, tex)[0]!;

test.each([
  '\\sin(x)^2 + \\cos(x)^2 = 1',
  '\\cos(x - y) = \\cos x \\cos y + \\sin x \\sin y',
  '\\cos \\frac{\\pi}{3} = \\frac12',
  '\\sin(\\pi + x) = -\\sin x',
  '\\tan(\\arctan(x)) = x',
  '\\arctan(1) = \\frac{\\pi}{4}',
  '\\frac{d}{dx} \\sin x = \\cos x',
  '\\mathrm{E}(\\cos Z) = e^{-s/2}',
  '\\int_0^\\pi \\sin t \\, dt = 2',
])('%s holds', (tex) => expect(only(tex)).toMatchObject({ verdict: 'holds', reason: null }));

test.each(['\\sin(2 x) = 2 \\sin x', '\\frac{d}{dx} \\cos x = \\sin x', '\\arctan(\\tan(x)) = x'])(
  '%s is refuted',
  (tex) => expect(only(tex).verdict).toBe('refuted'),
);

test('a base', () =>
  expect(only('\\sin_2 x = 1')).toMatchObject({
    verdict: 'unread',
    reason: '\\sin has no base; remove the subscript',
  }));
