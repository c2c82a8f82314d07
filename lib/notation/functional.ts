/** Named functionals of laws and of random variables, one line each: KL, JSD, entropy, variance and so on. */
import { sqrt, type Bounded } from '../number/bounded.ts';
import { jensenShannon, totalVariation } from '../distribution/distance.ts';
import { crossEntropy, entropy, kl } from '../distribution/divergence.ts';
import { compileLaw } from '../meaning/law.ts';
import { average, covariance, probability, spread } from '../meaning/random.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import { lawHeads } from '../meaning/named.ts';
import { isLaw, kindOf, type Law } from '../meaning/value.ts';
import type { Tree } from '../tex/tree.ts';

export interface Functional {
  readonly heads: readonly string[];
  /** The bars between its argument groups. */
  readonly separators: string;
  readonly compile: (t: Tree, scope: Scope) => Code;
}

function lawsOf(t: Tree, scope: Scope, count: number) {
  const parts = t.args.slice(1).flatMap((group) => group.args);
  if (parts.length !== count)
    throw new Refusal(`“${scope.shared.print(t)}” should have ${count} laws, it has ${parts.length}`, t.span);
  return parts.map((part) => {
    const { law } = compileLaw(part, scope);
    return (env: Parameters<Code>[0]): Law => {
      const l = law(env);
      if (isLaw(l)) return l;
      throw new Refusal(`“${scope.shared.print(part)}” is a joint law where a law of one argument is due`, part.span);
    };
  });
}

const ofPair = (f: (p: Law, q: Law) => Bounded) => (t: Tree, scope: Scope): Code => {
  const [p, q] = lawsOf(t, scope, 2);
  return (env) => {
    const [a, b] = [p!(env), q!(env)];
    if (a.kind !== b.kind)
      throw new Refusal(`“${scope.shared.print(t)}” has ${kindOf(a)} beside ${kindOf(b)}: both should be of one kind`, t.span);
    const closed = a.kind === 'finite' || ((f === kl || f === crossEntropy) && a.name === b.name && Boolean(a.klTo));
    if (!closed) scope.shared.evidence.add('quadrature');
    return f(a, b);
  };
}; // prettier-ignore

const ofRandom = (f: (body: Tree, scope: Scope, at: Tree) => Code) => (t: Tree, scope: Scope): Code => {
  const parts = t.args[1]!.args;
  if (parts.length !== 1) throw new Refusal(`“${scope.shared.print(t)}” takes one random quantity`, t.span);
  return f(parts[0]!, scope, t);
}; // prettier-ignore

const divergence = (heads: string[], f: (p: Law, q: Law) => Bounded): Functional[] =>
  ['‖', ''].map((separators) => ({ heads, separators, compile: ofPair(f) }));

const entropyHeads = ['H', 'h', '\\mathrm{H}', '\\mathcal{H}'];

export const functionals: readonly Functional[] = [
  ...divergence(['D_{KL}', 'KL', 'D', '\\mathrm{KL}', '\\mathbb{D}_{KL}'], kl),
  ...divergence(['JSD', 'D_{JS}', 'JS', 'D_{JSD}'], jensenShannon),
  ...divergence(['TV', 'D_{TV}', 'd_{TV}'], totalVariation),
  {
    heads: entropyHeads,
    separators: '',
    compile: (t, scope) => {
      if (t.args[1]!.args.length === 2) return ofPair(crossEntropy)(t, scope);
      const [p] = lawsOf(t, scope, 1);
      return (env) => {
        const law = p!(env);
        if (law.kind === 'density' && !law.entropy) scope.shared.evidence.add('quadrature');
        return entropy(law);
      };
    },
  },
  { heads: ['Var', 'var', '\\mathbb{V}', 'V'], separators: '', compile: ofRandom(spread) },
  {
    heads: ['sd', 'std', 'SD'],
    separators: '',
    compile: ofRandom((body, scope, at) => {
      const variance = spread(body, scope, at);
      return (env) => sqrt(variance(env));
    }),
  },
  { heads: ['\\Pr', 'Pr', '\\mathbb{P}'], separators: '', compile: probability },
  { heads: ['E'], separators: '', compile: ofRandom(average) },
  {
    heads: ['Cov', 'cov'],
    separators: '',
    compile: (t, scope) => {
      const [a, b] = t.args[1]!.args;
      if (!a || !b) throw new Refusal(`“${scope.shared.print(t)}” takes two random quantities`, t.span);
      return covariance(a, b, scope, t);
    },
  },
];

/** Heads with a meaning of their own, which a page may say again but not define. */
export const functionalHeads: ReadonlySet<string> = new Set([...functionals.flatMap((f) => f.heads), ...lawHeads]);
/** Those before which a bracket holds arguments without any given; single letters name laws only in roman. */
export const callableHeads: readonly string[] = [...functionalHeads].filter(
  (head) => !lawHeads.includes(head) || head.length > 1,
);
