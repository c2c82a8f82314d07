/** Laws by their names. They read as calls (call.ts); their table is lib/meaning/named.ts. */
import type { Notation } from './notation.ts';

export const named: Notation = {
  name: { en: 'named laws', zh: '具名分布' },
  meaning: {
    en: 'A law of a known family, by its name and parameters: the law itself, or its probability or density at a point.',
    zh: '已知分布族中的一个分布，由名称与参数给出：可以是分布本身，也可以是它在一点处的概率或密度。',
  },
  ops: {},
  examples: [
    { tex: 'X \\sim \\mathcal{N}(\\mu, \\sigma^2)', tree: '(chain X (relation "\\\\sim") (call \\mathcal{N} (list \\mu (power \\sigma 2))))' },
    { tex: '\\mathcal{N}(x; 0, 1)', tree: '(call ";" \\mathcal{N} (list x) (list 0 1))' },
    { tex: '\\mathrm{Bin}(k \\mid n, p)', tree: '(call "|" (word "Bin") (list k) (list n p))' },
    { tex: '\\mathrm{KL}[\\mathrm{Gam}(a, b) \\,||\\, \\mathrm{Gam}(c, d)]', tree: '(call "‖" (word "KL") (list (call (word "Gam") (list a b))) (list (call (word "Gam") (list c d))))' },
  ],
}; // prettier-ignore
