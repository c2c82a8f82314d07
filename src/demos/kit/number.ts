/** Numbers as they are shown: in the picture, beside it and in the table. */
import type { Bounded } from '../../../lib/number/arithmetic.ts';

/** Few fonts have all raised digits: `^` stands for them, and `raise` sets what follows it. */
const raised = (n: number): string => `^${n < 0 ? '−' : ''}${Math.abs(n)}`;
export const raise = (text: string, open: string, close: string): string =>
  text.replace(/\^(−?\d+)/g, (_, exponent: string) => open + exponent + close);

/**
 * About five digits, the last of them the first that the error reaches, so that what is shown lies within it: `0.4431`,
 * `−12.50`, `3.1 × 10^−7`, `∞`; 0 for what the error covers.
 */
export function shown(x: number, error = 0): string {
  if (x !== x) return '–';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  if (x === 0) return '0';
  const size = Math.abs(x);
  const sign = x < 0 ? '−' : '';
  const exponent = Math.floor(Math.log10(size));
  const known = error > 0 ? exponent - Math.floor(Math.log10(error)) + 1 : 5;
  if (known < 1 && error < Infinity) return '0';
  const digits = Math.min(Math.max(known, 1), 5);
  if (exponent >= 6 || exponent < -3) {
    const [mantissa, power] = size.toExponential(Math.min(digits - 1, 2)).split('e') as [string, string];
    return `${sign}${mantissa} × 10${raised(Number(power))}`;
  }
  return sign + size.toFixed(Math.min(Math.max(digits - 1 - exponent, 0), Math.max(4, 3 - exponent)));
}

/** A short number for an axis or a sentence: no zeros at its end. */
export const short = (x: number): string =>
  Math.abs(x) >= 1e5 || (x !== 0 && Math.abs(x) < 1e-3) ? shown(x) : String(Number(x.toPrecision(4))).replace('-', '−');

/** The bound of a value, or null if there is none that says anything. */
export function bound({ value, error }: Bounded): string | null {
  if (!Number.isFinite(value) && value === value) return '';
  if (!(error < Infinity)) return null;
  if (error === 0) return '± 0';
  const [mantissa, power] = error.toExponential(0).split('e') as [string, string];
  return Math.abs(Number(power)) < 3
    ? `± ${Number(error.toPrecision(1))}`
    : `± ${mantissa} × 10${raised(Number(power))}`;
}

/** A power of ten, as an axis has it. */
export const power = (n: number): string => (n === 0 ? '1' : n === 1 ? '10' : `10${raised(n)}`);
