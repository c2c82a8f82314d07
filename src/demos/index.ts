/** Every demo, loaded when it is needed. A new one: a folder, one line here and one in pages.ts. */
import type { Demo } from './kit/demo.ts';

export const demos: Readonly<Record<string, () => Promise<{ default: Demo }>>> = {
  'two-laws': () => import('./two-laws/demo.ts'),
  likelihood: () => import('./likelihood/demo.ts'),
  'large-numbers': () => import('./large-numbers/demo.ts'),
  nll: () => import('./nll/demo.ts'),
  underflow: () => import('./underflow/demo.ts'),
  'two-gradients': () => import('./two-gradients/demo.ts'),
  elbo: () => import('./elbo/demo.ts'),
  em: () => import('./em/demo.ts'),
  'forward-reverse': () => import('./forward-reverse/demo.ts'),
};
