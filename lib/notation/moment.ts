/** `\mathrm{E}`, `\mathrm{Var}` and `\mathrm{Cov}` as calls: with a law or variables below, with conditions after a bar. */
import { multiply, subtract, type Bounded } from '../number/bounded.ts';
import { average, averageOfVector, randomBinder } from '../meaning/random.ts';
import {
  correlation,
  covariance,
  covarianceMatrix,
  kurtosis,
  skewness,
  spread,
  type Averaged,
} from '../meaning/shape.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Declaration, Scope } from '../meaning/scope.ts';
import { tree, type Tree } from '../tex/tree.ts';

interface Parts {
  readonly items: readonly Tree[];
  readonly conditions: readonly Tree[];
  /** What stands below: random variables, or a law. */
  readonly variables?: readonly Declaration[];
  readonly law?: Tree;
}

function partsOf(t: Tree, scope: Scope, count: number): Parts {
  const [head, first, second] = t.args as [Tree, Tree, Tree?];
  const items = first.args;
  const written = scope.shared.print(t);
  if (items.length !== count)
    throw new Refusal(`“${written}” takes ${count === 1 ? 'one random quantity' : 'two random quantities'}`, t.span);
  const conditions = second?.args ?? [];
  if (head.op !== 'index') return { items, conditions };
  const below = head.args[1]!;
  const variables = randomBinder(below, scope);
  if (variables) return { items, conditions, variables };
  if (conditions.length > 0)
    throw new Refusal(`“${written}” has a law below or conditions after a bar, not both`, t.span);
  return { items, conditions, law: below };
}

/** The expectation under a law, as the notation \mathbb{E} has it. */
const under = (law: Tree, body: Tree, scope: Scope): ((env: Parameters<Code>[0]) => Bounded) =>
  scope.number(tree('expectation', [law, body], '', body.span));

export function expectationUnder(t: Tree, scope: Scope): Code {
  const { items, conditions, variables, law } = partsOf(t, scope, 1);
  const ofVector = law || conditions.length > 0 ? null : averageOfVector(items[0]!, scope, t, variables);
  if (ofVector) return ofVector;
  return law ? under(law, items[0]!, scope) : average(items[0]!, scope, t, conditions, variables);
}

const MEAN = '\\bar{\\mathrm{mean}}';

export function varianceUnder(t: Tree, scope: Scope): Code {
  const { items, conditions, variables, law } = partsOf(t, scope, 1);
  const body = items[0]!;
  const ofVector = law || conditions.length > 0 ? null : covarianceMatrix(body, body, scope, t);
  if (ofVector) return ofVector;
  if (!law) return spread({ body, at: t, conditions, ...(variables ? { only: variables } : {}) }, scope);
  const mean = under(law, body, scope);
  const slot = scope.slot();
  const node = (op: string, args: readonly Tree[], text = ''): Tree => tree(op, args, text, body.span);
  const deviation = node('power', [node('subtract', [body, node('symbol', [], MEAN)]), node('number', [], '2')]);
  const second = under(law, deviation, scope.bind(MEAN, slot));
  return (env) => {
    env[slot] = mean(env);
    return second(env);
  };
}

export function covarianceUnder(t: Tree, scope: Scope): Code {
  const single = t.args.length === 2 && t.args[1]!.args.length === 1 && t.args[0]!.op !== 'index';
  const [x, y] = t.args[1]!.args as [Tree, Tree?];
  const ofVector = t.args.length === 2 && t.args[0]!.op !== 'index' ? covarianceMatrix(x, y ?? x, scope, t) : null;
  if (ofVector) return ofVector;
  if (single) throw new Refusal(`“${scope.shared.print(t)}” takes two random quantities`, t.span);
  const { items, conditions, variables, law } = partsOf(t, scope, 2);
  const [a, b] = items as [Tree, Tree];
  if (variables) throw new Refusal('a covariance has a law below, or conditions after a bar', t.span);
  if (!law) return covariance(a, b, scope, t, conditions);
  const [both, ea, eb] = [tree('multiply', [a, b], '', t.span), a, b].map((body) => under(law, body, scope));
  return (env) => subtract(both!(env), multiply(ea!(env), eb!(env)));
}

/** `\mathrm{Corr}(X, Y)` */
export function correlationOf(t: Tree, scope: Scope): Code {
  const { items, conditions, variables, law } = partsOf(t, scope, 2);
  if (variables || law)
    throw new Refusal('a correlation is read without a law below, with conditions after a bar', t.span);
  return correlation(items[0]!, items[1]!, scope, t, conditions);
}

const shaped =
  (of: (a: Averaged, scope: Scope) => Code, name: string) =>
  (t: Tree, scope: Scope): Code => {
    const { items, conditions, variables, law } = partsOf(t, scope, 1);
    if (law) throw new Refusal(`${name} is read of a random variable, without a law below it`, t.span);
    return of({ body: items[0]!, at: t, conditions, ...(variables ? { only: variables } : {}) }, scope);
  };

export const skewnessOf = shaped(skewness, 'a skewness');
export const kurtosisOf = shaped(kurtosis, 'a kurtosis');
