/**
 * `\left[ F(x) \right]_a^b`: F(b) - F(a), as it stands after an integral from a to b, which says the name that runs; at an end
 * where F has no value, such as \infty, its limit from inside.
 */
import { exact, subtract, type Bounded } from '../number/bounded.ts';
import { limitAt } from '../meaning/approach.ts';
import { attempt, Refusal } from '../meaning/refusal.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import type { Parser } from '../tex/parser.ts';
import { sameTree, walk, type Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';

/** The two ends behind a square bracket, if there are two. */
export function readEnds(p: Parser, inner: Tree, start: number): Tree | null {
  return p.attempt(() => {
    if (!p.accept('_')) return null;
    const low = p.group('_');
    if (!p.accept('^')) return null;
    return p.node('between', [inner, low, p.group('^')], '', start);
  });
}

/** Each bracket with the name that an integral of the same ends says; another is left, and refused when it is compiled. */
export function withNames(statements: readonly Tree[]): readonly Tree[] {
  const integrals = statements.flatMap((t) => [...walk(t)].filter((part) => part.op === 'integral'));
  const named = (t: Tree): Tree => {
    const args = t.args.map(named);
    if (t.op !== 'between' || t.args.length > 3) return args.every((arg, i) => arg === t.args[i]) ? t : { ...t, args };
    const found = integrals.flatMap(({ args: [domain] }) => {
      const [name, low, high] = domain!.args;
      return name && low && high && sameTree(low, t.args[1]!) && sameTree(high, t.args[2]!) ? [name] : [];
    });
    const one = found.length > 0 && found.every((name) => sameTree(name, found[0]!)) ? [found[0]!] : [];
    return { ...t, args: [...args, ...one] };
  };
  return integrals.length === 0 ? statements : statements.map(named);
}

function compile(t: Tree, scope: Scope): Code {
  const [body, low, high, said] = t.args as [Tree, Tree, Tree, Tree?];
  const name = said ?? onlyFree(body, scope);
  if (name?.op !== 'symbol')
    throw new Refusal(`“${scope.shared.print(t)}” does not say which name runs from one end to the other: no integral of the same ends stands beside it`, t.span); // prettier-ignore
  const slot = scope.slot();
  const value = scope.bind(name.text, slot).number(body);
  const ends = [scope.number(low), scope.number(high)] as const;
  scope.shared.evidence.add('limit');
  const at = (end: Bounded, from: '+' | '-', env: Env): Bounded => {
    const f = (x: Bounded): Bounded => {
      env[slot] = x;
      const v = attempt(() => value(env));
      return v instanceof Refusal ? exact(NaN) : v;
    };
    const plain = Number.isFinite(end.value) ? f(end) : exact(NaN);
    if (Number.isFinite(plain.value)) return plain;
    const found = limitAt((x) => f(exact(x)), end.value, from);
    return 'value' in found ? found : exact(NaN);
  };
  return (env) => {
    const [a, b] = ends.map((end) => end(env)) as [Bounded, Bounded];
    const falls = a.value > b.value;
    return subtract(at(b, falls ? '+' : '-', env), at(a, falls ? '-' : '+', env));
  };
}

/** The one name in the formula that nothing gives. */
function onlyFree(body: Tree, scope: Scope): Tree | undefined {
  const free = new Map<string, Tree>();
  for (const t of walk(body))
    if (t.op === 'symbol' && /^[A-Za-z]$/.test(t.text) && t.text !== 'e' && !scope.declarations.has(t.text) && !scope.expand(t)) free.set(t.text, t);
  return free.size === 1 ? [...free.values()][0] : undefined;
} // prettier-ignore

export const ends: Notation = {
  name: { en: 'differences of values at two ends', zh: '两端取值之差' },
  meaning: {
    en: 'A square bracket with two ends behind it: the value at the upper end less that at the lower one, of the name over which the integral of the same ends runs. At an end where the formula has no value its limit is taken.',
    zh: '方括号后带上下两端：式子在上端的值减去在下端的值，变量是上下限相同的积分所用的变量。若式子在某一端没有值，则取其极限。',
  },
  ops: {
    between: {
      binds: 100,
      print: (t, print) => `\\left[${print(t.args[0]!)}\\right]_{${print(t.args[1]!)}}^{${print(t.args[2]!)}}`,
      compile,
    },
  },
  examples: [{ tex: '\\left[\\frac{x^2}{2}\\right]_0^1', tree: '(between (divide (power x 2) 2) 0 1)' }],
};
