/**
 * Integrals of every kind whose values quadrature.reference.json knows to 40 digits. The integrands are written by
 * hand in bounded arithmetic, so that their bounds are honest and have nothing to do with the laws of the library.
 */
import { ofFunctions } from './integrals/functions.ts';
import type { Integral } from './integrals/kit.ts';
import { ofLaws } from './integrals/laws.ts';

export const integrals: readonly Integral[] = [...ofLaws, ...ofFunctions];
