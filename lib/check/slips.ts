/** The slips of the pen that are tried on an equation, as LaTeX: what a page may show of the attack (attack.ts). */
import { print } from '../notation/index.ts';
import { read } from '../notation/statement.ts';
import { claimsOf } from './claim.ts';
import { makeContext } from './context.ts';
import { mutantsOf } from './mutant.ts';
import type { Given } from './record.ts';

export interface Slip {
  readonly rule: string;
  readonly tex: string;
}

/** The mutants of the first relation of an equation under its givens; none of an equation without one. */
export function slipsOf(tex: string, givens: readonly Given[]): Slip[] {
  const context = makeContext(givens);
  const [claim] = claimsOf(read(tex, context.names, context.words));
  if (!claim) return [];
  const roles = (name: string) => context.declarations.get(name)?.role;
  return mutantsOf(claim, roles, () => false).mutants.map(({ rule, claim: { left, sign, right } }) => ({
    rule,
    tex: `${print(left)} ${sign.text} ${print(right)}`,
  }));
}
