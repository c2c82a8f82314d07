/** Random variables whose law is given: alone, or several with a joint law. */
import { marginal, type JointLaw } from '../../distribution/joint.ts';
import type { JointDensity } from '../../distribution/joint-normal.ts';
import type { Tree } from '../../tex/tree.ts';
import { namedAny } from '../named.ts';
import { Refusal } from '../refusal.ts';
import type { Env } from '../scope.ts';
import { isLaw, type Law } from '../value.ts';
import { draws, point } from './draw.ts';
import { headOf, type Context, type Sort } from './sort.ts';
import type { VectorLaw } from '../vector-law.ts';

type Joint = JointLaw | JointDensity;

/** The law of one of the variables. */
function marginalOf(law: Law | Joint, axis: string | undefined, at: Tree): Law {
  if (isLaw(law)) return law;
  if (axis === undefined)
    throw new Refusal(`a random variable has the law of ${law.names.join(', ')} together: name one for each`, at.span);
  return law.kind === 'joint density' ? law.of(axis) : (marginal(law, [axis]) as Law);
}

function declareVariables(
  names: readonly Tree[],
  source: string,
  apart: boolean,
  vector: boolean,
  context: Context,
): void {
  const of = context.tex(source);
  const law = context.law(of) as (env: Env) => Law | Joint | VectorLaw;
  const arguments_ = of.op === 'call' ? of.args[1]!.args.map(context.print) : [];
  const isJoint = names.length > 1 && !apart && !vector;
  // the x of p(x) is a place in the law, the \mu of \mathcal{N}(\mu, 1) a number that it is made of
  const head = of.op === 'call' ? headOf(of, context).name : '';
  const isPlace = of.args.length > 2 || context.scope().declarations.has(head) || !namedAny(head);
  const moving = new Set(context.namesIn(of).filter((name) => !(isPlace && arguments_.includes(name))));
  if (isJoint && arguments_.length !== names.length)
    context.fail(
      `“${source}” should be a joint law of ${names.length} arguments, such as p(x, y), one for each variable`,
    );
  const joint = isJoint ? context.slot() : undefined;
  names.forEach((t, i) => {
    const [slot, lawSlot] = [context.slot(), context.slot()];
    const name = context.print(t);
    const axis = isJoint ? arguments_[i]! : undefined;
    context.add({
      name,
      role: 'random',
      slot,
      lawSlot,
      ...(isJoint ? { joint: { slot: joint!, axis: axis! } } : {}),
      ...(apart ? { apart } : {}),
      ...(moving.size > 0 ? { given: { law: of, names: moving } } : {}),
      ...(vector ? { vector } : {}),
    });
    context.generate({
      name,
      needs: context.namesIn(of),
      arbitrary: draws,
      realise: (raw, env) => {
        const value = law(env);
        if (value.kind === 'vector law') {
          if (!vector) throw new Refusal(`“${name}” has a law of vectors: give it as a random vector`, of.span);
          env[lawSlot] = value;
          env[slot] = value.place(raw);
          return;
        }
        if (isJoint) env[joint!] = value;
        const own = marginalOf(value, axis, of);
        env[lawSlot] = own;
        env[slot] = point(own, raw);
      },
    });
  });
}

export const variables: Sort = {
  name: 'random variable with law',
  pattern:
    /^(?:an? )?(independent )?random (?:variables?|(vectors?|matri(?:x|ces))) (?:from|with (?:a |the )?(?:joint )?(?:law|pmf|density)) (.+)$/,
  declare: (names, match, context) => declareVariables(names, match[3]!, Boolean(match[1]), Boolean(match[2]), context),
  sentence: {
    en: '$ {a random variable or vector|random variables or vectors} of the law',
    zh: '$ 为服从该分布的随机变量或向量',
  },
  examples: [
    'X : random variable with law \\mathrm{Bin}(3, \\frac12)',
    'X, Y : random variables with joint pmf p(x, y)',
    'X : random vector with law \\mathcal{N}(\\mu, \\Sigma)',
    'X : random matrix with law \\mathcal{MN}(M, U, V)',
    'Y : independent random variable with law \\mathcal{N}(0, 1)',
  ],
};
