/** `p(\cdot)`, `p(\cdot \mid x)`: a dot where an argument is due makes the call the law itself. */
import type { Notation } from './notation.ts';

const after = [')', ']', ',', ';', '|', '‖'];

export const placeholder: Notation = {
  name: 'a dot for the argument',
  prefix: {
    '\\cdot': (p, token) => {
      if (!p.is(...after)) throw p.error('expected an operand, found \\cdot', token);
      return p.node('placeholder', [], '', token.start);
    },
  },
  ops: { placeholder: { binds: 100, print: () => '\\cdot' } },
  examples: [{ tex: 'p(\\cdot \\mid x)', tree: '(call "|" p (list (placeholder)) (list x))' }],
};
