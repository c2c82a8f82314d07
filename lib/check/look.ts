/**
 * A relation is looked at in a world with integrals that stop early, as long as that says enough: an equation holds by a
 * bound that is narrow, or an inequality by more than its bound. Whatever else is found is looked for again with integrals as
 * near as doubles come, so that nothing is refuted, undecided or met for want of precision.
 */
import type { Env } from '../meaning/scope.ts';
import { withLeeway } from '../number/precision.ts';
import type { Runnable } from './side.ts';
import { isInequality, type Weighed } from './weigh.ts';

/** Far below what is narrow (SHARE in weigh.ts), and so small a share of an integral that mutants differ by more. */
export const ROUGH = 2 ** -24;

/** Whether a relation rests on integrals whose precision is to be chosen, as far as is known from where it has been run. */
const hasLeeway = ({ evidence, existential, joins }: Runnable): boolean => {
  if (existential || joins) return false;
  const kind = evidence();
  return kind === 'quadrature' || kind === 'derivative';
};

/** What a relation says in a world. */
export function look(relation: Runnable, env: Env): Weighed {
  if (!hasLeeway(relation)) return relation.run(env);
  const rough = withLeeway(ROUGH, () => relation.run(env));
  const { says, residual, bound } = rough;
  const enough = says === 'true' && residual !== null && bound !== null;
  return enough && (!isInequality(relation.sign) || residual > bound) ? rough : relation.run(env);
}
