/** The names of each demo in both languages: only the build needs them. */
import type { Page } from './kit/demo.ts';
import largeNumbers from './large-numbers/page.ts';
import elbo from './elbo/page.ts';
import em from './em/page.ts';
import forwardReverse from './forward-reverse/page.ts';
import likelihood from './likelihood/page.ts';
import nll from './nll/page.ts';
import twoGradients from './two-gradients/page.ts';
import underflow from './underflow/page.ts';
import twoLaws from './two-laws/page.ts';

export const pages: Readonly<Record<string, Page>> = {
  'two-laws': twoLaws,
  likelihood,
  'large-numbers': largeNumbers,
  nll,
  underflow,
  'two-gradients': twoGradients,
  elbo,
  em,
  'forward-reverse': forwardReverse,
};
