/** `\{ x \in \mathbb{R} \mid F_X(x) \ge p \}`: the numbers for which a rule holds, and their least and largest. */
import { compare, exact, maximum, minimum, type Bounded } from '../number/bounded.ts';
import { inverted } from '../meaning/inverse.ts';
import type { Interval } from '../meaning/interval-set.ts';
import { valuesOf } from '../meaning/region.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import type { Parser } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import type { Token } from '../tex/token.ts';
import { tree, type Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';

/** Behind `\{`; null where no bar and no colon parts the names from a rule. */
export function readRule(p: Parser, open: Token): Tree | null {
  return p.attempt(() => {
    const member = p.free(() => p.expression(power.any), true);
    const sign = p.accept('|', ':');
    if (!sign) return null;
    const rule = p.free(() => p.expression(power.any));
    p.close('\\}', open);
    return p.node('rule', [member, rule], sign.text, open.start);
  });
}

interface RuleSet {
  /** null where the bounds do not say which values belong to it. */
  readonly values: (env: Env) => readonly Interval[] | null;
  /** Whether its ends belong to it. */
  readonly closed: boolean;
}

const signs = (t: Tree): readonly string[] => t.args.filter((_, i) => i % 2 === 1).map(({ text }) => text);

function ruleSet(t: Tree, scope: Scope): RuleSet {
  const [member, rule] = t.args as [Tree, Tree];
  const written = scope.shared.print(t);
  const isIn = member.op === 'chain' && member.args.length === 3 && member.args[1]!.text === '\\in';
  const name = isIn ? member.args[0]! : member;
  if (name.op !== 'symbol') throw new Refusal(`“${written}” should begin with one name, as in \\{ x \\in \\mathbb{R} \\mid \\dots \\}`, member.span); // prettier-ignore
  const inner = scope.bind(name.text, scope.slot());
  const rules = rule.op === 'list' ? rule.args : [rule];
  const isEqual = (r: Tree): boolean => r.op === 'chain' && signs(r).length === 1 && signs(r)[0] === '=';
  const parts = rules.map((r) => {
    const turned = (sign: string): Tree => tree('chain', [r.args[0]!, tree('relation', [], sign, r.args[1]!.span), r.args[2]!], '', r.span); // prettier-ignore
    const [up, down] = (isEqual(r) ? ['\\ge', '\\le'].map(turned) : [r]).map((one) => valuesOf(one, name.text, inner));
    if (!up || down === null) throw new Refusal(`“${scope.shared.print(r)}” is no rule that can be solved for “${name.text}”`, r.span); // prettier-ignore
    return down ? (env: Env) => (down(env) ? ends(up(env)) : null) : up;
  });
  const among = isIn ? amongOf(member.args[2]!, scope) : null;
  return {
    closed: rules.every((r) => signs(r).every((sign) => ['=', '\\le', '\\ge'].includes(sign))),
    values: (env) => {
      let found: readonly Interval[] | null = among ? among(env) : [{ low: exact(-Infinity), high: exact(Infinity) }];
      for (const part of parts) {
        const more = part(env);
        found = more && found && meeting(found, more);
      }
      return found;
    },
  };
}

/** Where a continuous function crosses its level: the ends of where it is above. */
const ends = (above: readonly Interval[] | null): readonly Interval[] | null =>
  above && above.flatMap(({ low, high }) => [low, high].filter((x) => Number.isFinite(x.value)).map((x) => ({ low: x, high: x }))); // prettier-ignore

/** The set that stands behind \in; null for all reals. */
function amongOf(set: Tree, scope: Scope): ((env: Env) => readonly Interval[]) | null {
  if (set.text === '\\mathbb{R}') return null;
  const code = scope.compile(set);
  return (env) => {
    const v = code(env);
    if ('kind' in v && v.kind === 'interval' && !v.whole) return [v];
    throw new Refusal(`“${scope.shared.print(set)}” is no set of reals of which a rule chooses some`, set.span);
  };
}

/** A single place belongs to an interval where it surely lies in it. */
const meeting = (p: readonly Interval[], q: readonly Interval[]): readonly Interval[] =>
  p
    .flatMap((a) => q.map((b) => ({ low: maximum([a.low, b.low]), high: minimum([a.high, b.high]) })))
    .filter(({ low, high }) => compare(low, high) !== 'greater');

/** The least (`sign` -1) or the largest of the numbers for which the rule holds; one that is attained where `within`. */
export function endOfRule(t: Tree, sign: 1 | -1, within: boolean, scope: Scope): Code {
  const set = ruleSet(t, scope);
  if (within && !set.closed)
    throw new Refusal(`“${scope.shared.print(t)}” leaves its ends out, so that it has no ${sign < 0 ? 'least' : 'largest'} number that is known: write ${sign < 0 ? '\\inf' : '\\sup'}`, t.span); // prettier-ignore
  return (env) => {
    const found = set.values(env);
    if (!found) return exact(NaN);
    if (found.length === 0) return within ? exact(NaN) : exact(-sign * Infinity);
    const best: Bounded = sign < 0 ? minimum(found.map(({ low }) => low)) : maximum(found.map(({ high }) => high));
    return within && !Number.isFinite(best.value) ? exact(NaN) : best;
  };
}

const isMember = ({ op, args }: Tree): boolean =>
  op === 'chain' && args.length === 3 && args[1]!.text === '\\in' && args[0]!.op === 'symbol';

/** `\{ a y + c \mid y \in \mathcal{Y} \}`, also with a name for what is in it: what a formula makes of an interval; else null. */
function imageOf(t: Tree, scope: Scope): Code | null {
  const [member, rule] = t.args as [Tree, Tree];
  if (!isMember(rule) || member.op === 'symbol' || isMember(member)) return null;
  const [name, , set] = rule.args as [Tree, Tree, Tree];
  const isNamed = member.op === 'chain' && member.args.length === 3 && member.args[1]!.text === '=' && member.args[0]!.op === 'symbol';
  const formula = isNamed ? member.args[2]! : member;
  const slot = scope.slot();
  const inner = scope.bind(name.text, slot);
  const written = inner.expand(formula)?.body ?? formula;
  if (!inverted(written, name, tree('symbol', [], '\\preimage', t.span)))
    throw new Refusal(`“${scope.shared.print(formula)}” is not known to take each value once, so that “${scope.shared.print(t)}” is not read off its ends`, formula.span);
  const [among, value] = [scope.compile(set), inner.number(formula)];
  const at = (env: Env, x: Bounded): Bounded => {
    env[slot] = x;
    const found = value(env);
    // beyond all numbers the bound of what is made says nothing
    return Number.isFinite(x.value) ? found : exact(found.value);
  };
  return (env) => {
    const v = among(env);
    if (!('kind' in v) || v.kind !== 'interval' || v.whole) throw new Refusal(`“${scope.shared.print(set)}” is no interval`, set.span);
    const [low, high] = [at(env, v.low), at(env, v.high)];
    if (Number.isNaN(low.value) || Number.isNaN(high.value)) throw new Refusal(`“${scope.shared.print(formula)}” has no value at the ends of “${scope.shared.print(set)}”`, formula.span);
    const isTurned = low.value > high.value;
    return { kind: 'interval', low: isTurned ? high : low, high: isTurned ? low : high, closed: isTurned ? [v.closed[1], v.closed[0]] : v.closed, whole: false };
  };
} // prettier-ignore

function compile(t: Tree, scope: Scope): Code {
  const image = imageOf(t, scope);
  if (image) return image;
  const set = ruleSet(t, scope);
  return (env) => {
    const [one, ...more] = set.values(env) ?? [];
    const closed = set.closed ? true : null;
    if (one && more.length === 0) return { kind: 'interval', ...one, closed: [closed, closed], whole: false };
    throw new Refusal(`“${scope.shared.print(t)}” is no interval in some world`, t.span);
  };
}

export const ruleSets: Notation = {
  name: { en: 'sets by a rule', zh: '由条件给出的集合' },
  meaning: {
    en: 'The numbers for which the rule behind the bar or colon holds, or what a formula makes of the members of an interval; their least and largest stand behind min, inf, max and sup.',
    zh: '满足竖线或冒号之后条件的全体数，或公式作用于区间各点所得的数；其最小与最大者写在 min、inf、max、sup 之后。',
  },
  ops: {
    rule: {
      binds: 100,
      print: (t, print) => `\\{${print(t.args[0]!)} ${t.text === '|' ? '\\mid' : ':'} ${print(t.args[1]!)}\\}`,
      compile,
    },
  },
  examples: [
    { tex: '\\inf \\{x \\in \\mathbb{R} : x \\ge p\\}', tree: '(inf (rule ":" (chain x (relation "\\\\in") \\mathbb{R}) (chain x (relation "\\\\ge") p)))' },
    { tex: '\\{x \\mid x^2 \\le 4\\}', tree: '(rule "|" x (chain (power x 2) (relation "\\\\le") 4))' },
  ],
}; // prettier-ignore
