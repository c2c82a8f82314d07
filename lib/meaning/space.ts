/**
 * What random names run over: each alone, samples member by member, and those that have a law together cell by cell.
 * Conditions such as X = x hold a name still, and what has a law together with it then has its conditional law.
 */
import { exact, multiply, sum, type Bounded } from '../number/bounded.ts';
import { expectation } from '../distribution/expectation.ts';
import { conditionalJoint, type JointLaw } from '../distribution/joint.ts';
import type { JointDensity } from '../distribution/joint-normal.ts';
import { entropy } from '../distribution/divergence.ts';
import { sampler } from '../distribution/sampling.ts';
import type { Tree } from '../tex/tree.ts';
import type { Kinks } from './kinks.ts';
import { compileLaw, variableLaw } from './law.ts';
import type { ClosedForm } from './polynomial.ts';
import { around } from './place.ts';
import { Refusal } from './refusal.ts';
import { spanOf, type Drawable } from './simulate.ts';
import { kept, type Declaration, type Env, type Scope } from './scope.ts';
import { isLaw, type Law, type ListValue, type Value } from './value.ts';

type Quantity = (env: Env) => Bounded;
/** The average of a quantity, with each outcome in its slot. */
export type Over = (env: Env, f: Quantity) => Bounded;

/** A name that is held still, and the value at which. */
export interface Held {
  readonly declared: Declaration;
  readonly value: Quantity;
}

export interface Step {
  readonly over: Over;
  /** Has it a density in this world? */
  readonly continuous: (env: Env) => boolean;
  /** The entropy of all that it runs over, in nats. */
  readonly entropy: Quantity;
  /** How it is drawn, where that is all that can be done. */
  readonly drawable?: Drawable;
  /** Can it be neither enumerated nor integrated in this world? */
  readonly endless?: (env: Env) => boolean;
  /** Where it runs over one random variable: its name, and the law that it has under the conditions. */
  readonly alone?: { readonly declared: Declaration; readonly law: (env: Env) => Law };
}

/** What is known, by name, of that which is averaged. */
export interface Shape {
  /** Places where it is not smooth. */
  readonly kinks: Kinks;
  /** Its average over the name, where that is known without quadrature. */
  readonly closed: ClosedForm | null;
}
export type Shapes = ReadonlyMap<string, Shape>;

/** Outcomes of a sample that are still enumerated. */
const MOST = 4096;

/** The steps for `names`, given what is held. Names without a common law are independent. */
export function stepsOver(
  names: readonly Declaration[],
  held: readonly Held[],
  scope: Scope,
  at: Tree,
  shapes: Shapes = new Map(),
): Step[] {
  const vector = [...names, ...held.map((h) => h.declared)].find((d) => d.vector);
  if (vector) throw new Refusal(`“${scope.shared.print(at)}” runs over the vector “${vector.name}”, of which means, covariances, entropies and laws are read`, at.span); // prettier-ignore
  const still = new Set(held.map((h) => h.declared.name));
  const free = names.filter((d) => !still.has(d.name));
  const joints = new Set(free.flatMap((d) => (d.joint ? [d.joint.slot] : [])));
  demandTogether(free, scope, at);
  for (const d of free) if (d.joint && d.moved) variableLaw(d, scope, at);
  // the innermost meets what is averaged as it is: only its closed form holds
  const closed = (list: readonly Declaration[]): number => (list.some((d) => shapes.get(d.name)?.closed) ? 1 : 0);
  const groups = [...free.filter((d) => !d.joint).map((d) => [d]), ...[...joints].map((slot) => free.filter((d) => d.joint?.slot === slot))].sort((a, b) => closed(a) - closed(b)); // prettier-ignore
  const outer: Shapes = new Map([...shapes].map(([name, { kinks }]) => [name, { kinks, closed: null }]));
  return groups.map((group, i): Step => {
    const [d] = group as [Declaration];
    const known = i === groups.length - 1 ? shapes : outer;
    if (d.joint) return jointStep(d.joint.slot, group, held.filter((h) => h.declared.joint?.slot === d.joint!.slot), scope, known); // prettier-ignore
    if (d.role === 'sample' && d.lawSlot !== undefined) return listStep(d, d.lawSlot);
    return d.role === 'sample' ? sampleStep(d, scope, at) : variableStep(d, ownLaw(d, scope, at), scope, known);
  });
}

/** Refuses variables of which nothing says how they depend on each other: their product would be a guess. */
function demandTogether(free: readonly Declaration[], scope: Scope, at: Tree): void {
  const open = free.filter((d) => d.role === 'random' && !d.apart);
  const [first] = open;
  const other = open.find((d) => d !== first && (!d.joint || d.joint.slot !== first!.joint?.slot));
  if (!first || !other) return;
  const names = [first, other].map((d) => d.name).join(', ');
  throw new Refusal(
    `“${scope.shared.print(at)}” averages over ${names}, and nothing given says how they depend on each other: give them on one line (any law together), or as independent`,
    at.span,
  );
}

/** A random variable's own law, or that of which an outcome is one. */
function ownLaw(declared: Declaration, scope: Scope, at: Tree): (env: Env) => Law {
  if (declared.role === 'random') return variableLaw(declared, scope, at);
  const { law } = compileLaw(declared.of!, scope);
  return (env) => {
    const l = law(env);
    if (isLaw(l)) return l;
    throw new Refusal(`“${declared.name}” is an outcome of several variables together`, at.span);
  };
}

/** One step inside the other. */
export function overAll(steps: readonly Step[]): Over {
  return steps.reduceRight<Over>(
    (inner, step) => (env, f) => step.over(env, (e) => inner(e, f)),
    (env, f) => f(env),
  );
}

/** Runs `f` with the held names at their values; a value that is not known exactly widens the result. */
export function holding(held: readonly Held[], f: Quantity): Quantity {
  return held.reduce<Quantity>((inner, { declared: { slot }, value }) => (env) => {
    const before = kept(env, slot)!;
    const result = around((x) => {
      env[slot] = exact(x);
      return inner(env);
    }, value(env));
    env[slot] = before;
    return result;
  }, f); // prettier-ignore
}

/** One random variable, or as many members of a sample as it has. */
function drawableOf({ slot }: Declaration, law: (env: Env) => Law, isSample: boolean): Drawable {
  const size = (env: Env): number => (env[slot] as ListValue).items.length;
  const put = (env: Env, next: () => Bounded): void => {
    env[slot] = isSample ? { kind: 'list', items: Array.from({ length: size(env) }, next) } : next();
  };
  const ends = (l: Law): readonly [number, number] =>
    l.kind === 'density' ? l.support : [l.tail?.below ? -Infinity : Math.min(...l.outcomes), l.tail?.above ? Infinity : Math.max(...l.outcomes)]; // prettier-ignore
  return {
    draw: (env, source) => {
      const next = sampler(law(env), source);
      return () => put(env, () => exact(next()));
    },
    whole: (env) => put(env, () => spanOf(...ends(law(env)))),
    restore: (env) => {
      const before = kept(env, slot)!;
      return () => void (env[slot] = before);
    },
  };
}

function variableStep(declared: Declaration, law: (env: Env) => Law, scope: Scope, shapes: Shapes): Step {
  return {
    drawable: drawableOf(declared, law, false),
    alone: { declared, law },
    continuous: (env) => law(env).kind === 'density',
    entropy: (env) => entropy(law(env)),
    over: (env, f) => averageOver(law(env), declared, env, f, shapes.get(declared.name), scope),
  };
}

function averageOver(
  law: Law,
  { slot }: Declaration,
  env: Env,
  f: Quantity,
  shape: Shape | undefined,
  scope: Scope,
): Bounded {
  const known = law.kind === 'density' || law.tail ? shape?.closed?.([law], env) : null;
  if (known) return known;
  const before = kept(env, slot)!;
  const places = law.kind === 'density' ? (shape?.kinks(env, law) ?? []) : [];
  if (law.kind === 'density') scope.shared.evidence.add('quadrature');
  const split =
    places.length && law.kind === 'density'
      ? { ...law, bell: undefined, breaks: [...(law.breaks ?? []), ...places] }
      : law;
  const result = expectation(split, (x) => {
    env[slot] = exact(x);
    return f(env);
  });
  env[slot] = before;
  return result;
}

function sampleStep(declared: Declaration, scope: Scope, at: Tree): Step {
  const { law } = compileLaw(declared.of!, scope);
  const own = (env: Env): Law => {
    const l = law(env);
    if (isLaw(l)) return l;
    throw new Refusal(`“${declared.name.replace('_\\cdot', '')}” is a sample of several variables together`, at.span);
  };
  return {
    drawable: drawableOf(declared, own, true),
    endless: (env) => {
      const l = own(env);
      return l.kind === 'density' || l.outcomes.length ** (env[declared.slot] as ListValue).items.length > MOST;
    },
    continuous: () => false,
    entropy: (env) => multiply(exact((env[declared.slot] as ListValue).items.length), entropy(law(env) as Law)),
    over: (env, f) => {
      const l = law(env) as Law;
      if (l.kind !== 'finite') throw new Refusal('a sample from a density cannot be enumerated', at.span);
      const before = env[declared.slot] as ListValue;
      const size = before.items.length;
      if (l.outcomes.length ** size > MOST)
        throw new Refusal(`a sample of ${size} from a law of ${l.outcomes.length} outcomes is too large to enumerate`, at.span);
      const items: Value[] = [];
      const draw = (): Bounded => {
        if (items.length === size) {
          env[declared.slot] = { kind: 'list', items: [...items] };
          return f(env);
        }
        return expectation(l, (x) => {
          items.push(exact(x));
          const value = draw();
          items.pop();
          return value;
        });
      };
      const result = draw();
      env[declared.slot] = before;
      return result;
    },
  };
} // prettier-ignore

/** A list of variables of which each has its own values. */
function listStep({ slot }: Declaration, lawSlot: number): Step {
  return {
    continuous: () => false,
    entropy: (env) => entropyOfCells(env[lawSlot] as JointLaw),
    over: (env, f) => {
      const joint = env[lawSlot] as JointLaw;
      const before = kept(env, slot)!;
      const items: Bounded[] = [];
      const listed: Quantity = (e) => {
        e[slot] = { kind: 'list', items: [...items] };
        return f(e);
      };
      const result = overCells(joint, (i, x) => void (items[i] = x), env, listed);
      env[slot] = before;
      return result;
    },
  };
}

const entropyOfCells = ({ probabilities, weights }: JointLaw): Bounded =>
  entropy({ kind: 'finite', name: 'cells', outcomes: probabilities.map((_, i) => i), probabilities, weights });

/** Variables that have a law together. */
function jointStep(slot: number, free: readonly Declaration[], held: readonly Held[], scope: Scope, shapes: Shapes): Step {
  const joint = (env: Env) => env[slot] as JointLaw | JointDensity;
  const given = (env: Env): Record<string, number> => Object.fromEntries(held.map((h) => [axis(h.declared), number(h, env)]));
  const own = (env: Env): JointLaw => conditionalJoint(joint(env) as JointLaw, free.map(axis), given(env));
  const one = free.length === 1 ? free[0]! : undefined;
  const lawOfOne = (env: Env): Law => {
    const j = joint(env);
    if (j.kind === 'joint density') return j.of(axis(one!), given(env));
    const cells = own(env);
    return { kind: 'finite', name: one!.name, outcomes: cells.outcomes[0]!, probabilities: cells.probabilities, weights: cells.weights };
  };
  if (one) return variableStep(one, lawOfOne, scope, shapes);
  return {
    continuous: (env) => joint(env).kind === 'joint density',
    entropy: (env) => {
      const j = joint(env);
      if (j.kind === 'joint density') return jointEntropy(j, free.map(axis), given(env));
      return entropyOfCells(own(env));
    },
    over: (env, f) => {
      const j = joint(env);
      if (j.kind === 'joint') {
        const before = free.map((d) => kept(env, d.slot)!);
        const result = overCells(own(env), (i, x) => void (env[free[i]!.slot] = x), env, f);
        free.forEach((d, i) => (env[d.slot] = before[i]!));
        return result;
      }
      // causes come last in the names of a joint density, and first here: each is given those before it
      const order = j.names.flatMap((name) => free.filter((d) => axis(d) === name)).reverse();
      const inside = (i: number, values: Record<string, number>): Bounded => {
        const d = order[i]!;
        const last = i === order.length - 1;
        const next = (): Bounded => inside(i + 1, { ...values, [axis(d)]: (env[d.slot] as Bounded).value });
        return averageOver(j.of(axis(d), values), d, env, last ? f : next, last ? shapes.get(d.name) : undefined, scope);
      };
      return inside(0, given(env));
    },
  };
} // prettier-ignore

/** Of normal laws, which have the same conditional entropies wherever what is given lies. */
function jointEntropy(j: JointDensity, names: readonly string[], given: Record<string, number>): Bounded {
  const values = { ...given };
  return sum(names.map((name) => {
    const own = entropy(j.of(name, values));
    values[name] = 0;
    return own;
  }));
} // prettier-ignore

const axis = (d: Declaration): string => d.joint!.axis;
const number = ({ declared }: Held, env: Env): number => (env[declared.slot] as Bounded).value;

/** Over the cells that are not impossible; `put` takes the value of each axis. */
function overCells(joint: JointLaw, put: (axis: number, x: Bounded) => void, env: Env, f: Quantity): Bounded {
  const terms: Bounded[] = [];
  joint.probabilities.forEach((p, cell) => {
    if (p.value === 0 && p.error === 0) return;
    let rest = cell;
    for (let i = joint.sizes.length - 1; i >= 0; i--) {
      put(i, exact(joint.outcomes[i]![rest % joint.sizes[i]!]!));
      rest = Math.floor(rest / joint.sizes[i]!);
    }
    terms.push(multiply(p, f(env)));
  });
  return sum(terms);
}
