/** Entropies of laws and of random variables, cross-entropy, mutual information. */
import { crossEntropy, entropy } from '../distribution/divergence.ts';
import { entropyOf, informationOf, isRandom } from '../meaning/information.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import type { Tree } from '../tex/tree.ts';
import { lawsOf, ofPair, type Functional } from './of-laws.ts';

const entropyHeads = ['H', 'h', '\\mathrm{H}', '\\mathcal{H}'];
const informationHeads = ['I', 'MI'];

/** H(P) and H(P, Q) of laws, H(X) and H(X, Y) of random variables: never one of each. */
function compileEntropy(t: Tree, scope: Scope): Code {
  const parts = t.args[1]!.args;
  const random = parts.map((part) => isRandom(part, scope));
  if (!random.includes(false)) return entropyOf(parts, [], scope, t);
  if (random.includes(true))
    throw new Refusal(`“${scope.shared.print(t)}” mixes laws and random variables: it is neither a cross-entropy nor a joint entropy`, t.span);
  if (parts.length === 2) return ofPair(crossEntropy)(t, scope);
  const [p] = lawsOf(t, scope, 1);
  return (env) => {
    const law = p!(env);
    if (law.kind === 'density' && !law.entropy) scope.shared.evidence.add('quadrature');
    return entropy(law);
  };
} // prettier-ignore

/** The two sides of I(X; Y), I(X, Y) and what they are given. */
function compileInformation(t: Tree, scope: Scope): Code {
  const groups = t.args.slice(1).map((group) => group.args);
  const given = t.text.endsWith('|') ? groups.pop()! : [];
  const [a, b] = groups.length === 2 ? groups : groups[0]!.map((x) => [x]);
  if (!a || !b || (groups.length === 1 && groups[0]!.length !== 2))
    throw new Refusal(`“${scope.shared.print(t)}” should have two sides, as in I(X; Y)`, t.span);
  return informationOf(a, b, given, scope, t);
}

export const information: readonly Functional[] = [
  { heads: entropyHeads, separators: '', compile: compileEntropy },
  {
    heads: entropyHeads,
    separators: '|',
    compile: (t, scope) => entropyOf(t.args[1]!.args, t.args[2]!.args, scope, t),
  },
  ...['', ';', '|', ';|'].map((separators) => ({ heads: informationHeads, separators, compile: compileInformation })),
];
