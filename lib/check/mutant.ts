/**
 * Mutants: what a slip of the pen would have made of a relation. Each rule looks at one node of a tree and says what
 * might stand there instead; the attack (attack.ts) then asks whether the checker would have noticed.
 */
import { print } from '../notation/index.ts';
import { type Tree, sameTree, tree, walk } from '../tex/tree.ts';
import { turned } from '../meaning/region.ts';
import { arranged, key, keys, scaled, trivial } from './canonical.ts';
import type { Claim } from './claim.ts';
import { withoutFreeFactors, type Roles } from './free-factor.ts';
import { namesOf } from './proportion.ts';
import { as, isName, lawRoles, numeral, rules } from './rules.ts';

export interface Mutant {
  /** The rule that made it. */
  readonly rule: string;
  readonly claim: Claim;
}

/** Every tree that one rule makes at one node. */
function* variants(t: Tree, roles: Roles): Generator<readonly [string, Tree]> {
  for (const rule of rules) for (const made of rule.at(t, roles)) yield [rule.name, made];
  for (let i = 0; i < t.args.length; i++) {
    if (isName(t) && i > 0) continue;
    for (const [rule, made] of variants(t.args[i]!, roles))
      yield [rule, { ...t, args: t.args.map((arg, k) => (k === i ? made : arg)) }];
  }
}

/** The names of laws in a tree, in the order in which they come. */
const lawsIn = (t: Tree, roles: Roles): string[] => [
  ...new Set([...walk(t)].filter((s) => s.op === 'symbol' && lawRoles.includes(roles(s.text))).map((s) => s.text)),
];

const renamed = (t: Tree, names: ReadonlyMap<string, string>): Tree =>
  t.op === 'symbol' && names.has(t.text)
    ? { ...t, text: names.get(t.text)! }
    : { ...t, args: t.args.map((arg) => renamed(arg, names)) };

const exchange = (a: string, b: string): ReadonlyMap<string, string> => new Map([[a, b], [b, a]]); // prettier-ignore

/** Two laws exchanged on a side; another law under an expectation, or at one place. */
function* lawVariants(t: Tree, both: Tree, roles: Roles): Generator<readonly [string, Tree]> {
  const own = lawsIn(t, roles);
  for (let i = 0; i < own.length; i++)
    for (let k = i + 1; k < own.length; k++) yield ['laws', renamed(t, exchange(own[i]!, own[k]!))];
  const all = lawsIn(both, roles);
  for (const node of walk(t)) {
    const role = node.op === 'symbol' ? roles(node.text) : undefined;
    if (lawRoles.includes(role))
      for (const other of all)
        if (other !== node.text && roles(other) === role) yield ['one law', replace(t, node, { ...node, text: other })];
    if (node.op !== 'expectation') continue;
    const [binder, ...rest] = node.args as [Tree, Tree];
    for (const name of lawsIn(binder, roles))
      for (const other of all)
        if (other !== name) {
          const changed = { ...node, args: [renamed(binder, new Map([[name, other]])), ...rest] };
          yield ['law of an expectation', replace(t, node, changed)];
        }
  }
}

const replace = (t: Tree, from: Tree, to: Tree): Tree =>
  t === from ? to : { ...t, args: t.args.map((arg) => replace(arg, from, to)) };

/** Signs that might stand there instead. */
function signs(claim: Claim): readonly (readonly [string, string])[] {
  const { text } = claim.sign;
  if (turned[text]) return [['inequality', turned[text]]];
  if (text === '=' || text === '\\equiv') return [['strict', '<'], ['strict', '>']]; // prettier-ignore
  if (text === '\\in' || text === '\\notin') return [['member', text === '\\in' ? '\\notin' : '\\in']];
  return text === '\\ne' ? [['equality', '=']] : [];
}

/** What becomes of a limit and of a range, which stand beside the trees of a relation. */
function* besides(claim: Claim): Generator<Mutant> {
  const { right, sign, forall } = claim;
  if (sign.text === '\\xrightarrow' || sign.text === '\\to') {
    yield { rule: 'limit', claim: { ...claim, right: as(right, 'multiply', [numeral(right, 2), right]) } };
    yield { rule: 'limit', claim: { ...claim, right: as(right, 'add', [right, numeral(right, 1)]) } };
  }
  for (const range of forall)
    if (range.op === 'chain' && range.args[1]!.text !== '\\in')
      yield { rule: 'range', claim: { ...claim, forall: forall.filter((r) => r !== range) } };
}

/** A proportionality with its names below the sign, which a change of the left side must not change. */
const named = (claim: Claim): Claim =>
  claim.sign.text !== '\\propto' || claim.sign.args.length > 0
    ? claim
    : { ...claim, sign: { ...claim.sign, args: [as(claim.sign, 'list', namesOf(claim))] } };

/**
 * Mutants of a claim, each once, and how many more say provably the same or nothing: rearrangements, X = X, positive factors of a side
 * compared with 0, and exchanges of two names of which the same is given (`alike`).
 */
export function mutantsOf(
  original: Claim,
  roles: Roles,
  alike: (a: string, b: string) => boolean,
): { mutants: Mutant[]; equivalent: number } {
  const claim = named(original);
  const both = tree('list', [claim.left, claim.right], '', claim.sign.span);
  const made: Mutant[] = [];
  const existential = claim.exists.length > 0 || claim.sign.text === '\\ne';
  for (const side of ['left', 'right'] as const) {
    const t = claim[side];
    const found = existential ? [] : [...variants(t, roles)];
    const calls = existential ? [...variants(t, roles)].filter(([rule]) => rule === 'arguments') : [];
    for (const [rule, changed] of [...found, ...calls, ...lawVariants(t, both, roles)])
      made.push({ rule, claim: { ...claim, [side]: changed } });
  }
  if (claim.exists.length === 0)
    for (const [rule, text] of signs(claim)) made.push({ rule, claim: { ...claim, sign: { ...claim.sign, text } } });
  if (!existential) made.push(...besides(claim));

  const laws = lawsIn(both, roles);
  const names = new Set(claim.sign.text === '\\propto' ? namesOf(claim).map((t) => t.text) : []);
  const alone = (t: Tree): Tree => (names.size > 0 ? withoutFreeFactors(t, names, roles) : t);
  const plain = (c: Claim): Claim => scaled({ ...c, left: alone(arranged(c.left, roles)), right: alone(arranged(c.right, roles)) }); // prettier-ignore
  const same = new Set(keys(plain(claim)));
  for (let i = 0; i < laws.length; i++)
    for (let k = i + 1; k < laws.length; k++) {
      if (!alike(laws[i]!, laws[k]!)) continue;
      const names = exchange(laws[i]!, laws[k]!);
      const turnedClaim = { ...claim, left: renamed(claim.left, names), right: renamed(claim.right, names) };
      for (const name of keys(plain(turnedClaim))) same.add(name);
    }
  // what exists by a difference must not exist without one
  if (existential && ['\\ne', '<', '>'].includes(claim.sign.text)) {
    made.push({ rule: 'same sides', claim: { ...claim, right: claim.left } });
    made.push({ rule: 'same sides', claim: { ...claim, left: claim.right } });
  }
  const seen = new Set<string>();
  let equivalent = 0;
  const mutants = made.filter((m) => {
    if (m.rule === 'range') return true;
    const written = `${print(m.claim.left)} ${m.claim.sign.text} ${print(m.claim.right)}`;
    if (seen.has(written) || (sameTree(m.claim.left, claim.left) && sameTree(m.claim.right, claim.right) && m.claim.sign.text === claim.sign.text)) return false; // prettier-ignore
    seen.add(written);
    const arrangedClaim = plain(m.claim);
    if (!same.has(key(arrangedClaim)) && !trivial(arrangedClaim)) return true;
    equivalent++;
    return false;
  });
  return { mutants, equivalent };
}
