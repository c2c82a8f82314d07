/** What the named functionals share: their shape, and how their arguments are read as laws. */
import { add, exact, sum, type Bounded } from '../number/bounded.ts';
import { crossEntropy, kl } from '../distribution/divergence.ts';
import { jointKl } from '../distribution/joint-kl.ts';
import type { JointLaw } from '../distribution/joint.ts';
import type { JointDensity } from '../distribution/joint-normal.ts';
import { compileLaw, isOf } from '../meaning/law.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import { isLaw, kindOf, type Law } from '../meaning/value.ts';
import type { VectorLaw } from '../meaning/vector-law.ts';
import { baseOf, sameTree, tree, walk, type Tree } from '../tex/tree.ts';

export interface Functional {
  readonly heads: readonly string[];
  /** The bars between its argument groups. */
  readonly separators: string;
  /** May a law or a variable stand below it, as in \mathrm{Var}_q? */
  readonly below?: true;
  readonly compile: (t: Tree, scope: Scope) => Code;
}

type AnyLaw = Law | JointLaw | JointDensity | VectorLaw;

interface Part {
  readonly law: (env: Env) => AnyLaw;
  /** The names of its arguments, as far as they are said. */
  readonly names: readonly string[];
}

/** A product of laws such as `p(x) p(y \mid x)`, which is a law of what the other side is a law of. */
const isFormula = (t: Tree): boolean =>
  t.op === 'multiply' && t.args.every((arg) => arg.op === 'call' || isFormula(arg));

/**
 * The formula that says the probabilities: a product of laws, or what `q^*(z) := \frac{e^{f(z)}}{Z}` defines, by
 * `q^*(z)` or by `q^*` alone. Null for what is a law by itself, such as `M := \frac12 (P + Q)`.
 */
function formulaOf(t: Tree, scope: Scope): Tree | null {
  if (isFormula(t)) return t;
  const head = t.op === 'symbol' && !scope.lookup(t.text);
  const called = head ? scope.definitions.findLast(({ pattern }) => pattern.op === 'call' && sameTree(pattern.args[0]!, t)) : undefined; // prettier-ignore
  const call = called?.pattern ?? t;
  const body = call.op === 'call' && call.args.length === 2 ? scope.expand(call)?.body : undefined;
  if (!body || ['call', 'symbol', 'index'].includes(body.op)) return null;
  const names = call.args[1]!.args;
  const said = [...walk(body)].some((part) => names.some((name) => sameTree(name, part)));
  return said ? call : null;
}

/** The law whose probabilities the formula gives, cell by cell, on the cells of the other law. */
function compileFormula(t: Tree, other: Part, scope: Scope): (env: Env) => AnyLaw {
  const own = t.op === 'call' ? t.args[1]!.args.map((arg) => arg.text) : [];
  // a law with several outcomes given has one argument all the same
  const single = own.length === 1;
  const names = (single ? other.names.length === 1 : other.names.length > 0) ? other.names : own;
  const written = scope.shared.print(t);
  // q^*(z) beside a law of x is one of x
  const formula = single ? { ...t, args: [t.args[0]!, { ...t.args[1]!, args: [{ ...t.args[1]!.args[0]!, text: names[0]! }] }] } : t; // prettier-ignore
  if (names.length === 0) throw new Refusal(`nothing says of which variables “${written}” is the law`, t.span);
  const dense = denseOf(t, scope);
  const slots = names.map(() => scope.slot());
  const value = names.reduce((inner, name, i) => inner.bind(name, slots[i]!, 'outcome'), scope).number(formula);
  return (env) => {
    const beside = other.law(env);
    if (beside.kind === 'density' && t.op === 'call') return dense(env);
    if (beside.kind === 'density' || beside.kind === 'joint density' || beside.kind === 'vector law')
      throw new Refusal(
        `“${written}” is a formula beside a density: only the probabilities of finite laws are read so`,
        t.span,
      );
    const outcomes = beside.kind === 'finite' ? [beside.outcomes] : names.map((name) => beside.outcomes[beside.names.indexOf(name)]); // prettier-ignore
    if (outcomes.length !== names.length || outcomes.includes(undefined))
      throw new Refusal(`“${written}” is no law of the variables of the law beside it`, t.span);
    const probabilities: Bounded[] = [];
    const visit = (i: number): void => {
      if (i === names.length) return void probabilities.push(value(env));
      for (const x of outcomes[i]!) {
        env[slots[i]!] = exact(x);
        visit(i + 1);
      }
    };
    visit(0);
    const total = sum(probabilities);
    if (!(Math.abs(total.value - 1) <= total.error))
      throw new Refusal(`“${written}” is no law of ${names.join(', ')}: it adds up to ${total.value}`, t.span);
    if (beside.kind === 'finite') return { kind: 'finite', name: 'formula', outcomes: beside.outcomes, probabilities };
    return {
      kind: 'joint',
      names,
      sizes: outcomes.map((o) => o!.length),
      outcomes: outcomes as readonly (readonly number[])[],
      probabilities,
      weights: [],
    };
  };
}

function partsOf(t: Tree, scope: Scope, count: number): readonly Tree[] {
  const parts = t.args.slice(1).flatMap((group) => group.args);
  if (parts.length !== count)
    throw new Refusal(`“${scope.shared.print(t)}” should have ${count} laws, it has ${parts.length}`, t.span);
  return parts;
}

export function lawsOf(t: Tree, scope: Scope, count: number): ((env: Env) => Law)[] {
  return partsOf(t, scope, count).map((part) => {
    const { law } = compileLaw(part, scope);
    return (env) => {
      const l = law(env);
      if (isLaw(l)) return l;
      if (l.kind === 'joint') return cells(l, l.names);
      throw new Refusal(`“${scope.shared.print(part)}” is a joint law where a law of one argument is due`, part.span);
    };
  });
}

/** The cells of a table as outcomes 0, 1, …, its variables in the order of `names`. */
function cells(table: JointLaw, names: readonly string[]): Law {
  const places = names.map((name) => table.names.indexOf(name));
  const { sizes } = table;
  const order: number[] = [];
  const walk = (i: number, at: readonly number[]): void => {
    if (i === places.length) return void order.push(at.reduce((cell, x, k) => cell * sizes[k]! + x, 0));
    for (let x = 0; x < sizes[places[i]!]!; x++) walk(i + 1, at.with(places[i]!, x));
  };
  walk(
    0,
    sizes.map(() => 0),
  );
  const probabilities = order.map((cell) => table.probabilities[cell]!);
  return { kind: 'finite', name: 'cells', outcomes: order.map((_, i) => i), probabilities };
}

/** Two laws of the same variables, brought into one order. */
function aligned(a: AnyLaw, b: AnyLaw, t: Tree, scope: Scope): [Law, Law] {
  const refuse = (why: string): never => {
    throw new Refusal(`“${scope.shared.print(t)}” ${why}`, t.span);
  };
  if (a.kind === 'vector law' || b.kind === 'vector law') return refuse('has a law of vectors, of which the divergence KL and the cross-entropy to another of its name are read');
  if (a.kind === 'joint density' || b.kind === 'joint density') return refuse('has a joint density where finite laws or laws of one argument are due');
  if (isLaw(a) && isLaw(b)) return a.kind === b.kind ? [a, b] : refuse(`has ${kindOf(a)} beside ${kindOf(b)}: both should be of one kind`);
  if (isLaw(a) || isLaw(b)) return refuse('has a joint law beside a law of one argument');
  const same = a.names.length === b.names.length && a.names.every((name, i) => {
    const k = b.names.indexOf(name);
    return k >= 0 && a.outcomes[i]!.length === b.outcomes[k]!.length && a.outcomes[i]!.every((x, j) => x === b.outcomes[k]![j]);
  });
  if (!same) return refuse(`has laws of (${a.names.join(', ')}) and of (${b.names.join(', ')}): they should be of the same variables`);
  return [cells(a, a.names), cells(b, a.names)];
} // prettier-ignore

/** What a formula means beside a density, or beside another formula: a density itself. */
function denseOf(t: Tree, scope: Scope): (env: Env) => AnyLaw {
  const refuse = (): never => {
    throw new Refusal(`nothing says of which outcomes “${scope.shared.print(t)}” is the law: the other law should be given, and no formula`, t.span);
  };
  if (t.op !== 'call') return refuse;
  try {
    return compileLaw(t, scope).law;
  } catch (error) {
    if (error instanceof Refusal) return refuse;
    throw error;
  }
} // prettier-ignore

/** KL(p || q) and H(p, q) of joint densities as what they are, expectations under p. */
function overJointDensity(f: unknown, p: Tree, q: Tree, scope: Scope): ((env: Env) => Bounded) | null {
  if ((f !== kl && f !== crossEntropy) || p.op !== 'call') return null;
  const node = (op: string, args: readonly Tree[], text = ''): Tree => tree(op, args, text, p.span);
  const ratio = f === kl ? node('divide', [p, q]) : node('divide', [node('number', [], '1'), q]);
  return scope.number(node('expectation', [p, node('apply', [ratio], '\\log')]));
}

function ofVectors(p: VectorLaw, q: VectorLaw, divergence: boolean, t: Tree, scope: Scope): Bounded {
  if (p.name === 't' || p.name === 'finite') throw new Refusal(`“${scope.shared.print(t)}” is of ${p.name} laws, whose divergence has no closed form`, t.span);
  if (p.name !== q.name || p.dimension !== q.dimension)
    throw new Refusal(`“${scope.shared.print(t)}” has a ${p.name} law of dimension ${p.dimension} beside a ${q.name} law of dimension ${q.dimension}`, t.span);
  return divergence ? p.klTo(q) : add(p.entropy, p.klTo(q));
} // prettier-ignore

/**
 * Two laws that are compared have one variable: p(x) beside q(y) are of two, which the givens have to say. Of a law p that
 * was given without its argument, p(x) and p(y) are the same law or two marginals, and nobody can tell.
 */
function demandOneName(parts: readonly Tree[], names: readonly (readonly string[])[], t: Tree, scope: Scope): void {
  const [[a, ...more], [b, ...others]] = names as [string[], string[]];
  if (a === undefined || b === undefined || a === b || more.length + others.length > 0) return;
  parts.forEach((part, i) => {
    const law = part.op === 'call' ? scope.declarations.get(baseOf(part.args[0]!).text) : undefined;
    if (!law || !['law', 'family'].includes(law.role) || isOf(law, names[i]![0]!, scope)) return;
    throw new Refusal(`“${scope.shared.print(t)}” has a law of “${a}” beside a law of “${b}”, and nothing given says that “${law.name}” is a law of “${names[i]![0]}”: write one name in both, or give ${law.name}(${names[i]![0]})`, part.span);
  });
} // prettier-ignore

export const ofPair = (f: (p: Law, q: Law) => Bounded) => (t: Tree, scope: Scope): Code => {
  const [p, q] = partsOf(t, scope, 2) as [Tree, Tree];
  const [first, second] = [p, q].map((part) => formulaOf(part, scope));
  const [left, right] = [first ? null : compileLaw(p, scope), second ? null : compileLaw(q, scope)];
  if (!left && !right && (p.op !== 'call' || q.op !== 'call'))
    throw new Refusal(`one of the two laws in “${scope.shared.print(t)}” should be given, and no formula`, t.span);
  if (left && right) demandOneName([p, q], [left.names, right.names], t, scope);
  const one = left?.law ?? (right ? compileFormula(first!, right, scope) : denseOf(first!, scope));
  const other = right?.law ?? (left ? compileFormula(second!, left, scope) : denseOf(second!, scope));
  let joint: ((env: Env) => Bounded) | null | undefined;
  return (env) => {
    const over = left?.law(env);
    const beside = over?.kind === 'joint density' && f === kl ? right?.law(env) : undefined;
    if (over?.kind === 'joint density' && beside?.kind === 'joint density') {
      scope.shared.evidence.add('quadrature');
      return jointKl(over, beside);
    }
    if (over?.kind === 'joint density') {
      joint ??= overJointDensity(f, p, q, scope);
      if (joint) return joint(env);
    }
    const [x, y] = [one(env), other(env)];
    if (x.kind === 'vector law' && y.kind === 'vector law' && (f === kl || f === crossEntropy)) return ofVectors(x, y, f === kl, t, scope);
    const [a, b] = aligned(x, y, t, scope);
    const closed = a.kind === 'finite' || ((f === kl || f === crossEntropy) && a.name === b.name && Boolean(a.klTo));
    if (!closed) scope.shared.evidence.add('quadrature');
    return f(a, b);
  };
}; // prettier-ignore
