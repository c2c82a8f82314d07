/**
 * What the names of an equation mean while it is being compiled. Names become slots of an array once, so that
 * evaluating a world is a run of closures and no name is looked up twice.
 */
import type { Tree } from '../tex/tree.ts';
import type { Value } from './value.ts';
import { isMatrix, isNumber, kindOf } from './value.ts';
import type { Bounded } from '../number/bounded.ts';
import { Misshapen, Refusal } from './refusal.ts';
import { definitionOf, type Definition } from './define.ts';

/** Under this key a world that is watched (world.ts) is the same world unwatched. */
export const unwatched = Symbol('unwatched');
export type Env = Value[] & { readonly [unwatched]?: Value[] };
/** What a slot holds, taken down to be put back or compared later: nothing depends on that. */
export const kept = (env: Env, slot: number): Value | undefined => (env[unwatched] ?? env)[slot];
export interface Code {
  (env: Env): Value;
  /** The logarithm of the value, where it can be had without underflow. */
  log?: (env: Env) => Bounded;
}

export type Role =
  | 'value' | 'law' | 'joint' | 'family' | 'joint family' | 'outcome' | 'sample' | 'list' | 'random' | 'size' | 'parameter' | 'function' | 'alphabet' | 'matrix' | 'event'; // prettier-ignore

export interface Declaration {
  readonly name: string;
  readonly role: Role;
  readonly slot: number;
  /** Argument names of a law or family, as declared: `p(x \mid \theta)` has x. */
  readonly arguments: readonly string[];
  /** For families: the name of the parameter. */
  readonly parameter?: string;
  /** What a law was given under, as in p(x, z \mid m): it may be repeated, and says nothing. */
  readonly conditions?: readonly string[];
  /** The law that an outcome, sample or alphabet belongs to, or the family of a parameter. */
  readonly of?: Tree;
  /** For samples: the name of the size. */
  readonly size?: string;
  /** For random variables: the slot of their law. */
  readonly lawSlot?: number;
  /** The law of a random variable as it was given, with the names in it; absent where no names are. */
  readonly given?: { readonly law: Tree; readonly names: ReadonlySet<string> };
  /** One of those names moves here: the law that was made of its value in this world is not the one that is meant. */
  readonly moved?: true;
  /** For random variables that have a law together: its slot, and the name of its argument that this one is. */
  readonly joint?: {
    readonly slot: number;
    readonly axis: string;
    /** The one that shows the law of all in a counterexample, where no name of the givens does. */
    readonly whole?: boolean;
  };
  /** A list of events. */
  readonly events?: true;
  /** A function that rises on the whole line, or falls. */
  readonly monotone?: true;
  /** A random vector. */
  readonly vector?: true;
  /** A random variable that is given to be independent of all others. */
  readonly apart?: boolean;
  /** For numbers: the ends of what they may be. */
  readonly ends?: readonly [number, number];
  /** For whole numbers: the least and the largest that they may be. */
  readonly between?: readonly [number, number];
  /** A number that takes whole values only. */
  readonly whole?: boolean;
  /** Bound by a sum, an integral, an expectation: not what the givens say of the name. */
  readonly bound?: true;
  /** Quantified existentially ("some pmf"). */
  readonly some?: boolean;
}

/** The letter of a sample, under whose name with a dot below it the whole is declared. */
export const letterOf = (sample: Declaration): string => sample.name.replace(/_\\cdot$/, '');

/** Independent draws from one law, and no axis of a joint law. */
export const isOwnSample = ({ role, of, joint, lawSlot }: Declaration): boolean =>
  role === 'sample' && of !== undefined && !joint && lawSlot === undefined;

export type Compile = (t: Tree, scope: Scope) => Code;

export interface Shared {
  readonly meanings: ReadonlyMap<string, Compile>;
  readonly print: (t: Tree) => string;
  slots: number;
  /** Kinds of evidence that the compiled code relies on. */
  evidence: Set<string>;
  /** Names of declarations that the equation uses. */
  readonly used: Set<string>;
}

/** Random variables whose law has the name in it have another law wherever it moves. */
function movedBy(name: string, declarations: ReadonlyMap<string, Declaration>): ReadonlyMap<string, Declaration> {
  const own = [...declarations.values()].filter((d) => d.given?.names.has(name) && !d.moved);
  return own.length ? new Map([...declarations, ...own.map((d) => [d.name, { ...d, moved: true }] as const)]) : declarations;
} // prettier-ignore

/** Under a sum over i the one number that was given as `y_i` is not meant: nothing says what the others are. */
function withoutIndex(name: string, declarations: ReadonlyMap<string, Declaration>): Map<string, Declaration> {
  const rest = new Map(declarations);
  if (!/^[i-l]$/.test(name)) return rest;
  const below = new RegExp(`_(${name}|\\{[i-l ,]*${name}[i-l ,]*\\})$`);
  // what a set ranges over is said with its members
  for (const [own, { role }] of declarations)
    if (own !== name && role !== 'alphabet' && below.test(own)) rest.delete(own);
  return rest;
}

/** How deep a function may stand in its own arguments; one that is defined by itself goes deeper. */
const NESTED = 8;

export class Scope {
  readonly shared: Shared;
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly definitions: readonly Definition[];
  /** Sizes that go to infinity here. */
  readonly limits: ReadonlySet<string>;
  /** Position variables that stand for "each i up to the limit": name -> slot of the outcome drawn there. */
  readonly positions: ReadonlyMap<string, number>;
  private readonly expanding: readonly Definition[];

  constructor(
    shared: Shared,
    declarations: ReadonlyMap<string, Declaration>,
    definitions: readonly Definition[],
    limits: ReadonlySet<string> = new Set(),
    positions: ReadonlyMap<string, number> = new Map(),
    expanding: readonly Definition[] = [],
  ) {
    this.shared = shared;
    this.declarations = declarations;
    this.definitions = definitions;
    this.limits = limits;
    this.positions = positions;
    this.expanding = expanding;
  }

  /** What a defined expression stands for, and the scope in which to read that. */
  expand(t: Tree): { body: Tree; scope: Scope; definition: Definition } | null {
    const found = definitionOf(t, this.definitions);
    return found && { ...found, scope: this.within(found.definition) };
  }

  compile(t: Tree): Code {
    const expanded = this.expand(t);
    if (expanded) return expanded.scope.compile(expanded.body);
    const meaning = this.shared.meanings.get(t.op);
    if (!meaning) throw new Refusal(`nothing gives “${this.shared.print(t)}” a value`, t.span);
    return meaning(t, this);
  }

  /** Code for a number; a refusal in the world where it is not one. */
  number(t: Tree): (env: Env) => Bounded {
    const code = this.compile(t);
    return (env) => {
      const v = code(env);
      if (isNumber(v)) return v;
      throw new (isMatrix(v) ? Misshapen : Refusal)(
        `“${this.shared.print(t)}” is ${kindOf(v)} where a number is due`,
        t.span,
      );
    };
  }

  lookup(name: string): Declaration | undefined {
    const found = this.declarations.get(name);
    if (found) this.shared.used.add(name);
    return found;
  }

  slot(): number {
    return this.shared.slots++;
  }

  /** A scope in which `name` is a bound variable; what it was before is hidden. */
  bind(name: string, slot: number, role: Role = 'value', of?: Tree): Scope {
    const declarations = withoutIndex(name, this.declarations);
    const before = declarations.get(name);
    const declared = of ?? before?.of;
    declarations.set(name, { name, role, slot, arguments: [], bound: true, ...(declared ? { of: declared } : {}) });
    const definitions = this.definitions.filter((d) => this.shared.print(d.pattern) !== name);
    return this.with({ declarations: movedBy(name, declarations), definitions });
  }

  /** A scope in which `name` takes other values than that of the world, as under a derivative by it. */
  moving(name: string): Scope {
    return this.with({ declarations: movedBy(name, this.declarations) });
  }

  /** A scope in which one name more is declared. */
  declare(declaration: Declaration): Scope {
    return this.with({ declarations: new Map([...this.declarations, [declaration.name, declaration]]) });
  }

  inLimit(...sizes: string[]): Scope {
    return this.with({ limits: new Set([...this.limits, ...sizes]) });
  }

  atPosition(name: string, slot: number): Scope {
    return this.with({ positions: new Map([...this.positions, [name, slot]]) });
  }

  /** The scope for the body of a definition: only what is put in for its arguments may have it again, as in f(f(x)). */
  private within(definition: Definition): Scope {
    const depth = this.expanding.filter((d) => d === definition).length;
    if (depth >= (definition.pattern.op === 'call' ? NESTED : 1))
      throw new Refusal(`“${this.shared.print(definition.pattern)}” is defined by itself`, definition.pattern.span);
    // in X := \sum_i X_i the sample has the letter, and not what is being defined
    const ofSample = definition.pattern.op === 'symbol' && this.declarations.has(`${definition.pattern.text}_\\cdot`);
    const definitions = ofSample ? this.definitions.filter((d) => d !== definition) : this.definitions;
    return this.with({ expanding: [...this.expanding, definition], definitions });
  }

  private with(change: {
    declarations?: ReadonlyMap<string, Declaration>;
    definitions?: readonly Definition[];
    limits?: ReadonlySet<string>;
    positions?: ReadonlyMap<string, number>;
    expanding?: readonly Definition[];
  }): Scope {
    return new Scope(
      this.shared,
      change.declarations ?? this.declarations,
      change.definitions ?? this.definitions,
      change.limits ?? this.limits,
      change.positions ?? this.positions,
      change.expanding ?? this.expanding,
    );
  }
}
