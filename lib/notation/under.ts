/** `P: \\; X \\sim \\mathrm{Bin}(n, p)`: under P, the variable has this law. */
import type { Token } from '../tex/token.ts';
import { power } from '../tex/parser.ts';
import type { Notation } from './notation.ts';

const isName = ({ kind, text }: Token): boolean => kind === 'letter' || /^\\[A-Za-z]+$/.test(text);

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
        // names up to the sign
        let at = 1;
        for (; isName(p.peek(at)); at += 2) if (p.peek(at + 1).text !== ',') return p.peek(at + 1).text === '\\sim';
        return false;
      },
      parse: (p, left, token) => {
        if (left.op !== 'symbol' && left.op !== 'index')
          throw p.error('before the colon should stand the name of a law', token, 'write P: X \\sim …');
        const names = [p.expression(power.relation + 2)];
        while (p.accept(',')) names.push(p.expression(power.relation + 2));
        const subject = names.length > 1 ? p.node('list', names, '', names[0]!.span.start) : names[0]!;
        return p.node('under', [left, subject], '', left.span.start);
      },
    },
  },
  ops: {
    under: {
      binds: power.relation + 2,
      print: (t, print) =>
        `${print(t.args[0]!, power.relation + 3)} : ${print(t.args[1]!, t.args[1]!.op === 'list' ? 0 : power.relation + 3)}`,
    },
  },
  examples: [
    { tex: 'P: \\; X \\sim Q', tree: '(chain (under P X) (relation "\\\\sim") Q)' },
    { tex: 'P: \\; X, Y \\sim Q', tree: '(chain (under P (list X Y)) (relation "\\\\sim") Q)' },
  ],
};
