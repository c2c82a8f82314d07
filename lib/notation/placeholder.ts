/** `p(\cdot)`, `p(\cdot \mid x)`: a dot where an argument is due makes the call the law itself. */
import type { Token } from '../tex/token.ts';
import type { Notation } from './notation.ts';

const after = [')', ']', ',', ';', '|', '‖'];

export const placeholder: Notation = {
  name: { en: 'a dot for the argument', zh: '以点代替自变量' },
  meaning: {
    en: 'A dot in place of an argument means the law itself rather than its value.',
    zh: '以点占据自变量的位置，表示分布本身，而不是它的值。',
  },
  prefix: {
    '\\cdot': (p, token) => {
      const [before, bars] = [(p.peek(-2) as Token | undefined)?.text ?? '', ['|', '‖']];
      const due = ['(', '[', ',', ';', ...bars].includes(before) && !(bars.includes(before) && p.is(...bars));
      if (!due || !p.is(...after)) throw p.error('expected an operand, found \\cdot', token);
      return p.node('placeholder', [], '', token.start);
    },
  },
  ops: { placeholder: { binds: 100, print: () => '\\cdot' } },
  examples: [{ tex: 'p(\\cdot \\mid x)', tree: '(call "|" p (list (placeholder)) (list x))' }],
};
