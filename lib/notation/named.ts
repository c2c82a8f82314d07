/** Laws by their names. They read as calls (call.ts); their table is lib/meaning/named.ts. */
import type { Notation } from './notation.ts';

export const named: Notation = {
  name: 'named laws',
  ops: {},
  examples: [
    { tex: 'X \\sim \\mathcal{N}(\\mu, \\sigma^2)', tree: '(chain X (relation "\\\\sim") (call \\mathcal{N} (list \\mu (power \\sigma 2))))' },
    { tex: '\\mathcal{N}(x; 0, 1)', tree: '(call ";" \\mathcal{N} (list x) (list 0 1))' },
    { tex: '\\mathrm{Bin}(k \\mid n, p)', tree: '(call "|" (word "Bin") (list k) (list n p))' },
    { tex: '\\mathrm{KL}[\\mathrm{Gam}(a, b) \\,||\\, \\mathrm{Gam}(c, d)]', tree: '(call "‖" (word "KL") (list (call (word "Gam") (list a b))) (list (call (word "Gam") (list c d))))' },
  ],
}; // prettier-ignore
