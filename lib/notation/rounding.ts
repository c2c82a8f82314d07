/** `\lfloor x \rfloor` and `\lceil x \rceil`. */
import { ceil, floor } from '../meaning/special.ts';
import { type Prefix, power } from '../tex/parser.ts';
import type { Notation, Op } from './notation.ts';

const pair = (name: 'floor' | 'ceil', f: typeof floor): [string, Prefix, Op] => [
  `\\l${name}`,
  (p, token) => {
    const inner = p.free(() => p.expression(power.any));
    p.close(`\\r${name}`, token);
    return p.node(name, [inner], '', token.start);
  },
  {
    binds: 100,
    print: (t, print) => `\\left\\l${name} ${print(t.args[0]!)} \\right\\r${name}`,
    compile: (t, scope) => {
      const inner = scope.number(t.args[0]!);
      return (env) => f(inner(env));
    },
  },
];

const both = [pair('floor', floor), pair('ceil', ceil)];

export const rounding: Notation = {
  name: { en: 'rounding down and up', zh: '向下取整与向上取整' },
  meaning: {
    en: 'The whole number next below, or next above.',
    zh: '不超过它的最大整数，或不小于它的最小整数。',
  },
  prefix: Object.fromEntries(both.map(([open, read]) => [open, read])),
  ops: Object.fromEntries(both.map(([open, , op]) => [open.slice(2), op])),
  examples: [
    { tex: '\\lfloor x \\rfloor + 1', tree: '(add (floor x) 1)' },
    { tex: '\\left\\lceil \\frac{a}{b} \\right\\rceil', tree: '(ceil (divide a b))' },
  ],
};
