/**
 * `F_X(x)`, `f_X(x)`, `Q_X(p)`, `M_X(t)` of a random variable X: its distribution function Pr(X <= x), its density or
 * probability, its quantile (the least x with F_X(x) >= p), its moment-generating function E e^(tX), its
 * probability-generating function G_X(z) = E z^X and its cumulant-generating function K_X(t) = log M_X(t).
 */
import { cumulative } from '../distribution/cumulative.ts';
import { log, type Bounded } from '../number/bounded.ts';
import { derivedLaw } from '../meaning/derived-law.ts';
import { compileLaw, variableLaw } from '../meaning/law.ts';
import { logMassAt, massAt, quantileAt } from '../meaning/place.ts';
import { average, probability } from '../meaning/random.ts';
import { randomNames } from '../meaning/random-names.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import type { Law } from '../meaning/value.ts';
import type { VariableHead } from '../meaning/variable-head.ts';
import { tree, type Tree } from '../tex/tree.ts';

/** A name that no page can write: where X itself stands in the argument, it is another one than that below the letter. */
const PLACE = '\\place';

/** The law of a variable that is defined by others, where rules say what it is. */
function derivedFrom(variable: Tree, written: string, scope: Scope): (env: Env) => Law {
  const found = derivedLaw(variable, scope, compileLaw);
  return (env) => {
    const law = found?.(env);
    if (law) return law;
    throw new Refusal(`“${written}” is read of a variable whose law is given: say in the givens what law “${scope.shared.print(variable)}” has`, variable.span); // prettier-ignore
  };
}

/** `f_Y(y)` of a Y that is made of others: by its own law, else \Pr(Y = y), or the slope of its distribution function. */
function massOf(t: Tree, variable: Tree, scope: Scope): Code {
  const node = (op: string, args: readonly Tree[], text = ''): Tree => tree(op, args, text, t.span);
  const [place] = t.args[1]!.args as [Tree];
  const argument = scope.number(place);
  const known = derivedLaw(variable, scope, compileLaw);
  const made = [...randomNames(variable, scope).values()];
  const event = node('chain', [variable, node('relation', [], '='), place]);
  const share = scope.compile(node('call', [node('symbol', [], '\\Pr'), node('list', [event])]));
  const below = node('call', [node('index', [node('symbol', [], 'F'), variable]), t.args[1]!]);
  const slope = scope.compile(node('prime', [below], "'"));
  const isDense = (env: Env): boolean =>
    made.some((d) => d.lawSlot === undefined || (env[d.lawSlot] as Law).kind === 'density');
  return (env) => {
    const law = known?.(env);
    if (law) return massAt(law, argument(env));
    return (isDense(env) ? slope : share)(env);
  };
}

export function compileOfVariable(t: Tree, { kind, variable, declared }: VariableHead, scope: Scope): Code {
  const written = scope.shared.print(t);
  if (t.args.length !== 2 || t.args[1]!.args.length !== 1)
    throw new Refusal(`“${written}” is a function of one argument`, t.span);
  const argument = scope.number(t.args[1]!.args[0]!);
  const { span } = t;
  const node = (op: string, args: readonly Tree[], text = ''): Tree => tree(op, args, text, span);
  if (['f', 'p', 'Q'].includes(kind)) {
    if (!declared && kind !== 'Q') return massOf(t, variable, scope);
    const lawOf = declared ? variableLaw(scope.lookup(declared.name)!, scope, t) : derivedFrom(variable, written, scope);
    if (kind === 'Q') return (env) => quantileAt(cumulative(lawOf(env)), argument(env));
    const code: Code = (env) => massAt(lawOf(env), argument(env));
    code.log = (env) => logMassAt(lawOf(env), argument(env));
    return code;
  }
  const slot = scope.slot();
  const inner = scope.bind(PLACE, slot);
  const place = node('symbol', [], PLACE);
  const at = (value: (env: Env) => Bounded) => (env: Env): Bounded => {
    env[slot] = argument(env);
    return value(env);
  }; // prettier-ignore
  if (kind === 'F') {
    const event = node('chain', [variable, node('relation', [], '\\le'), place]);
    return at(probability(node('call', [node('symbol', [], '\\Pr'), node('list', [event])]), inner) as (env: Env) => Bounded);
  }
  const power = kind === 'G' ? node('power', [place, variable]) : node('apply', [node('multiply', [place, variable])], '\\exp');
  const mean = at(average(power, inner, t));
  return kind === 'K' ? (env) => log(mean(env)) : mean;
} // prettier-ignore
