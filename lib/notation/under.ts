/** `P: \\; X \\sim \\mathrm{Bin}(n, p)`: under P, the variable has this law. */
import { power } from '../tex/parser.ts';
import type { Notation } from './notation.ts';

export const under: Notation = {
  name: { en: 'under a law', zh: '在某分布下' },
  meaning: {
    en: 'Says which law a variable has under P: holds where P is that law.',
    zh: '说明在 P 之下变量服从哪个分布：当 P 就是该分布时成立。',
  },
  infix: {
    ':': {
      power: power.relation + 2,
      when: (p) => {
        const { kind, text } = p.peek(1);
        return (kind === 'letter' || /^\\[A-Za-z]+$/.test(text)) && p.peek(2).text === '\\sim';
      },
      parse: (p, left, token) => {
        if (left.op !== 'symbol' && left.op !== 'index')
          throw p.error('before the colon should stand the name of a law', token, 'write P: X \\sim …');
        return p.node('under', [left, p.expression(power.relation + 2)], '', left.span.start);
      },
    },
  },
  ops: {
    under: {
      binds: power.relation + 2,
      print: (t, print) => `${print(t.args[0]!, power.relation + 3)} : ${print(t.args[1]!, power.relation + 3)}`,
    },
  },
  examples: [{ tex: 'P: \\; X \\sim Q', tree: '(chain (under P X) (relation "\\\\sim") Q)' }],
};
