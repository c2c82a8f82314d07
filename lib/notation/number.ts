import { exact, rounded } from '../number/bounded.ts';
import type { Notation } from './notation.ts';
import { readName } from './name.ts';

/** Numerals. A decimal such as 0.1 means the decimal, not the nearest double. */
export const numeral: Notation = {
  name: { en: 'numbers', zh: '数' },
  meaning: {
    en: 'A numeral in decimal writing. A decimal such as 0.1 means the decimal itself, not the double nearest to it.',
    zh: '十进制数字。像 0.1 这样的小数就是该小数本身，而不是离它最近的浮点数。',
  },
  // 1_n is a vector of n ones
  prefix: {
    number: (p, token) =>
      p.is('_') && ['0', '1'].includes(token.text)
        ? readName(p, token.text, token.start)
        : p.node('number', [], token.text, token.start),
  },
  ops: {
    number: {
      binds: 100,
      print: (t) => t.text,
      compile: (t) => {
        const value = Number(t.text);
        const constant = Number.isSafeInteger(value) || Number.isInteger(value * 1024) ? exact(value) : rounded(value);
        return () => constant;
      },
    },
  },
  examples: [
    { tex: '12', tree: '12' },
    { tex: '0.5', tree: '0.5' },
  ],
};
