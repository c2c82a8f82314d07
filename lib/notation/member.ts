/** What an index below a name means: a member of a sample, an entry, a probability; `I_n`, `1_n` and `0_n` without givens. */
import { probability } from '../distribution/likelihood.ts';
import { entryOf, splitIndex } from '../meaning/entry.ts';
import { member } from '../meaning/law.ts';
import { collapsed, identity } from '../meaning/matrix.ts';
import { namedVector } from '../meaning/named.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Declaration, Scope } from '../meaning/scope.ts';
import { isMatrix, type Law, type ListValue } from '../meaning/value.ts';
import { exact } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import { compileBelow } from './indicator.ts';

/** An outcome of a law of vectors. */
const isPlace = (declared: Declaration | undefined): boolean =>
  declared?.role === 'outcome' && declared.of?.op === 'call' && namedVector(declared.of.args[0]!.text) !== undefined;

/** `y_{ij}` in a sample of vectors is the j-th entry of y_i; of a sample of numbers there is none. */
function entryOfMember(t: Tree, sample: Declaration, scope: Scope): Code {
  const [i, j] = t.args[1]!.args.map((part) => scope.number(part));
  return (env) => {
    const { items } = env[sample.slot] as ListValue;
    const member = items[i!(env).value - 1];
    if (!member) return exact(NaN);
    if (isMatrix(member)) return member.rows[j!(env).value - 1]?.[0] ?? exact(NaN);
    throw new Refusal(`“${scope.shared.print(t)}” has two indices, and the members of the sample are numbers`, t.span);
  };
}

/** Of `t` with an index. */
export function compileIndex(t: Tree, scope: Scope): Code {
  const [base, index] = t.args as [Tree, Tree];
  const print = scope.shared.print;
  const sample = scope.lookup(`${base.text}_\\cdot`);
  if (sample && scope.declarations.get(base.text)?.role === 'matrix')
    throw new Refusal(`“${print(base)}” is given both as a vector and by its members: say one of them`, t.span);
  if (sample) {
    if (index.op === 'symbol' && scope.positions.has(index.text)) {
      const slot = scope.positions.get(index.text)!;
      return (env) => env[slot]!;
    }
    if (sample.size && scope.limits.has(sample.size))
      throw new Refusal(`in the limit “${print(t)}” has a value only under a sum over the sample`, t.span);
    if (index.op === 'multiply' && !index.text && index.args.every((part) => part.op === 'symbol'))
      return entryOfMember(t, sample, scope);
    const at = scope.number(index);
    return (env) => {
      const items = (env[sample.slot] as ListValue).items;
      // a sample too small to have this member: no value in this world
      return items[at(env).value - 1] ?? exact(NaN);
    };
  }
  const happens = compileBelow(t, scope);
  if (happens) return happens;
  const table = scope.lookup(`${base.text}_{\\cdot\\cdot}`);
  if (table) return entryOf({ ...t, args: [{ ...base, text: table.name }, index] }, scope);
  const declared = scope.lookup(base.text);
  if (declared?.role === 'matrix' || declared?.vector || isPlace(declared) || scope.expand(base))
    return entryOf(t, scope);
  if (declared?.role === 'family') return member(declared, index, scope) as Code;
  if (declared?.role === 'law') {
    const outcome = scope.number(index);
    return (env) => probability(env[declared.slot] as Law, outcome(env).value);
  }
  const split = declared ? null : splitIndex(t, scope);
  if (split) return entryOf(split, scope);
  const constant = declared ? null : sized(base.text, index, scope);
  if (constant) return constant;
  throw new Refusal(`“${print(base)}” is no sample and no law, so “${print(t)}” has no meaning here`, t.span);
}

/** The identity matrix, and vectors of ones and of zeros, of a size that stands below: at most so many entries in a row. */
const MOST = 8;

function sized(base: string, index: Tree, scope: Scope): Code | null {
  if (!['I', '\\mathbf{I}', '1', '\\mathbf{1}', '0', '\\mathbf{0}'].includes(base)) return null;
  const size = scope.number(index);
  const kind = base.replace(/^\\mathbf\{(.)\}$/, '$1');
  return (env) => {
    const n = size(env);
    if (n.error !== 0 || !Number.isInteger(n.value) || n.value < 1 || n.value > MOST)
      throw new Refusal(`“${base}_{${scope.shared.print(index)}}” should have a whole size from 1 to ${MOST}, got ${n.value}`, index.span);
    const ones = Array.from({ length: n.value }, () => [exact(Number(kind))]);
    return kind === 'I' ? collapsed(identity(n.value).rows) : collapsed(ones);
  };
} // prettier-ignore
