/** `\mathrm{median}(X)` and `\mathrm{mode}(X)`: one number, refused in a world where several would do. */
import { medianOf as medianOfLaw, modeOf as modeOfLaw } from '../distribution/typical-value.ts';
import type { Bounded } from '../number/bounded.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import type { Law } from '../meaning/value.ts';
import type { Tree } from '../tex/tree.ts';
import { lawsOf } from './of-laws.ts';

const of = (f: (law: Law) => Bounded) => (t: Tree, scope: Scope): Code => {
  const [law] = lawsOf(t, scope, 1);
  return (env) => {
    try {
      return f(law!(env));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new Refusal(`“${scope.shared.print(t)}” has no single value there: ${error.message}`, t.span);
    }
  };
}; // prettier-ignore

export const medianOf = of(medianOfLaw);
export const modeOf = of(modeOfLaw);
