/** The names that the second reader knows, and what they take. */
import { conditionWords } from './joiners.ts';

/** `sum`: up to a relation; `product`: up to + or -; `derivative`: a factor, or a product of names; `name`: nothing. */
type Takes = 'sum' | 'product' | 'integral' | 'derivative' | 'function' | 'name';

const all = (takes: Takes, names: string): Record<string, Takes> =>
  Object.fromEntries(names.split(' ').map((name) => [name, takes]));

export const operators: Readonly<Record<string, Takes>> = {
  ...all('sum', '\\arg\\max \\arg\\min argmax argmin'),
  ...all('product', '\\sum \\prod \\bigcup \\bigcap \\lim \\max \\min \\sup \\inf'),
  ...all('integral', '\\int \\iint \\iiint'),
  ...all('derivative', '\\nabla \\partial'),
  ...all('name', '\\Pr'),
};

/** Words that take a factor, as \log does. */
export const prefixes: readonly string[] = ['tr', 'Tr', 'det', 'vec', 'diag', 'log', 'ln', 'exp'];
export const specials: readonly string[] = ['\\Gamma', '\\psi', '\\Phi'];
export const indicators: readonly string[] = ['\\mathbf{1}', '\\mathbb{1}', '\\mathbb{I}', '\\mathbf{I}', 'I'];
export const differentials: readonly string[] = ['d', '\\partial'];
export const joiners: readonly string[] = conditionWords;
/** What may have its law behind the bracket as well as below the name. */
export const averages: readonly string[] = ['E', 'Var', 'var', '\\mathbb{V}', 'V', 'sd', 'std', 'SD', 'Cov', 'cov'];
