import type { Names } from '../../lib/tex/parser.ts';

const heads = [
  ...'PQpqfgLHD',
  ...['\\mathcal{L}', '\\mathcal{N}', '\\mathcal{I}', '\\ell', '\\hat{p}', '\\Pr', 'p_{data}'],
  ...['\\mathbf{1}', '\\mathbb{1}'],
  ...['D_{KL}', 'D_{JS}', 'JSD', 'KL', 'NLL', 'ELBO', 'Var'],
];

/** What the texts take for laws, functions and functionals; everything else before a bracket is a factor. */
export const names: Names = { callable: (name) => heads.includes(name), declared: () => false };

/** Identifiers of several letters. */
export const words: readonly string[] = ['data'];
