/**
 * Laws of what is made of independent variables, `\sum_{i=1}^n X_i^2`, `\frac{X/u}{Y/v}`, by the rules of reproductive.ts.
 * Each variable may stand in one place only: X - X is no difference of independent variables.
 */
import { divide, exact, square, type Bounded } from '../number/bounded.ts';
import { sameTree, type Tree } from '../tex/tree.ts';
import type { ReadLaw } from './law-code.ts';
import { randomNames } from './random-names.ts';
import { Refusal } from './refusal.ts';
import * as rules from './reproductive.ts';
import type { Known } from './reproductive.ts';
import { isAlike, isLine, isWholeSample, meanOver, nameOf } from './sample-sum.ts';
import type { Declaration, Env, Scope } from './scope.ts';
import { isLaw, type Law } from './value.ts';

interface Derived {
  /** Names of variables, of members of samples as `X[i]`, of whole samples as `X[*]`, `X[mean]` and `X[scatter]`. */
  readonly sources: readonly string[];
  /** null in a world where no rule is known to hold. */
  readonly at: (env: Env) => Known | null;
}

type Rule = (x: Known, y: Known) => Known | null;

const isNumbered = (source: string): boolean => /\[\d+\]$/.test(source);

/** X_1 and X_2 are two draws; X_i and X_j may be one. The mean of a normal sample is independent of its scatter (Cochran). */
const meets = (a: string, b: string): boolean =>
  nameOf(a) === nameOf(b) && (a === b || !((isNumbered(a) && isNumbered(b)) || (isPart(a) && isPart(b))));
const isPart = (source: string): boolean => /\[(mean|scatter)\]$/.test(source);

const both = (a: Derived | null, b: Derived | null, rule: Rule): Derived | null => {
  if (!a || !b || a.sources.some((s) => b.sources.some((other) => meets(s, other)))) return null;
  return {
    sources: [...a.sources, ...b.sources],
    at: (env) => {
      const [x, y] = [a.at(env), b.at(env)];
      return x && y && rule(x, y);
    },
  };
};

const one = (a: Derived | null, rule: (x: Known, env: Env) => Known | null): Derived | null =>
  a && {
    ...a,
    at: (env) => {
      const x = a.at(env);
      return x && rule(x, env);
    },
  };

class Reader {
  private readonly read: ReadLaw;
  constructor(read: ReadLaw) {
    this.read = read;
  }

  of(t: Tree, scope: Scope): Derived | null {
    const expanded = scope.expand(t);
    if (expanded) return this.of(expanded.body, expanded.scope);
    if (t.op === 'symbol' || t.op === 'index') return this.leaf(t, scope);
    if (t.op === 'sum') return this.sum(t, scope);
    const [a, b] = t.args as [Tree, Tree?];
    const constant = (arg: Tree): ((env: Env) => Bounded) | null =>
      randomNames(arg, scope).size === 0 ? scope.number(arg) : null;
    switch (t.op) {
      case 'plus':
        return this.of(a, scope);
      case 'negate':
        return a.op === 'apply' && a.text === '\\log' && !a.args[1]
          ? one(this.of(a.args[0]!, scope), rules.surpriseOf)
          : one(this.of(a, scope), (x) => rules.multipleOf(x, exact(-1)));
      case 'add': {
        const [c, d] = [constant(a), constant(b!)];
        if (c || d) return one(this.of(c ? b! : a, scope), (x, env) => rules.shiftOf(x, (c ?? d!)(env)));
        return both(this.of(a, scope), this.of(b!, scope), rules.sumOf);
      }
      case 'subtract': {
        const [c, d] = [constant(a), constant(b!)];
        const less = (v: Bounded): Bounded => ({ value: -v.value, error: v.error });
        if (d) return one(this.of(a, scope), (x, env) => rules.shiftOf(x, less(d(env))));
        if (!c) return both(this.of(a, scope), this.of(b!, scope), rules.differenceOf);
        return one(this.of(b!, scope), (x, env) => {
          const from = c(env);
          if (from.value === 1 && from.error === 0 && x.kind === 'beta') return rules.restOf(x);
          const turned = rules.multipleOf(x, exact(-1));
          return turned && rules.shiftOf(turned, from);
        });
      }
      case 'multiply': {
        const [c, d] = [constant(a), constant(b!)];
        if (c || d) return one(this.of(c ? b! : a, scope), (x, env) => rules.multipleOf(x, (c ?? d!)(env)));
        return both(this.of(a, scope), this.of(b!, scope), rules.productOf);
      }
      case 'divide':
        return this.quotient(a, b!, scope, constant);
      case 'power': {
        const power = b!.op === 'number' ? Number(b!.text) : b!.op === 'negate' && b!.args[0]!.text === '1' ? -1 : 0;
        return power === 2
          ? one(this.of(a, scope), rules.squareOf)
          : power === -1
            ? one(this.of(a, scope), rules.inverseOf)
            : null;
      }
      case 'apply':
        if (b) return null;
        return t.text === '\\exp'
          ? one(this.of(a, scope), rules.exponentialOf)
          : t.text === '\\log'
            ? one(this.of(a, scope), rules.logarithmOf)
            : null;
      case 'min': {
        const parts = b || a.op !== 'list' ? [] : a.args.map((arg) => this.of(arg, scope));
        return parts.length < 2 ? null : parts.reduce((x, y) => both(x, y, rules.leastOf));
      }
      default:
        return null;
    }
  }

  /** A variable that is alone, or a member of a sample. */
  private leaf(t: Tree, scope: Scope): Derived | null {
    const declared = scope.declarations.get(scope.shared.print(t));
    const sample = t.op === 'index' ? scope.declarations.get(`${t.args[0]!.text}_\\cdot`) : undefined;
    const isMember = !declared && sample?.role === 'sample' && sample.of && !scope.limits.has(sample.size ?? '');
    if (!isMember && (declared?.role !== 'random' || declared.joint || declared.vector)) return null;
    const { law } = this.read(isMember ? sample.of! : t, scope);
    const source = isMember ? `${sample.name}[${scope.shared.print(t.args[1]!)}]` : declared!.name;
    return {
      sources: [source],
      at: (env) => {
        const own = law(env);
        return isLaw(own) ? rules.knownOf(own) : null;
      },
    };
  }

  private quotient(a: Tree, b: Tree, scope: Scope, constant: (t: Tree) => ((env: Env) => Bounded) | null): Derived | null {
    const [c, d] = [constant(a), constant(b)];
    const over = (x: Bounded): Bounded => divide(exact(1), x);
    if (d) return one(this.of(a, scope), (x, env) => rules.multipleOf(x, over(d(env))));
    if (c)
      return one(this.of(b, scope), (x, env) => {
        const inverse = rules.inverseOf(x);
        return inverse && rules.multipleOf(inverse, c(env));
      });
    const root = this.squareOfRoot(b, scope, constant);
    if (root) return both(this.of(a, scope), root, rules.quotientByRoot);
    const below = scope.expand(b)?.body ?? b;
    const other = below.op === 'add' ? below.args.findIndex((part) => sameTree(part, a)) : -1;
    if (other >= 0) return both(this.of(a, scope), this.of(below.args[1 - other]!, scope), rules.shareOf);
    return both(this.of(a, scope), this.of(b, scope), rules.quotientOf);
  } // prettier-ignore

  /** The law of the square of `\sqrt{V/\nu}`, `s/\sqrt{n}`, `s \sqrt{\frac1n + \frac1m}`; null for what is no root. */
  private squareOfRoot(t: Tree, scope: Scope, constant: (t: Tree) => ((env: Env) => Bounded) | null): Derived | null {
    const expanded = scope.expand(t);
    if (expanded) return this.squareOfRoot(expanded.body, expanded.scope, constant);
    if (t.op === 'apply' && t.text === '\\sqrt' && !t.args[1]) return this.of(t.args[0]!, scope);
    if (t.op !== 'multiply' && t.op !== 'divide') return null;
    const [a, b] = t.args as [Tree, Tree];
    const [c, d] = [constant(a), constant(b)];
    if (t.op === 'divide' && !d) return null;
    const squared = (v: Bounded): Bounded => (t.op === 'divide' ? divide(exact(1), square(v)) : square(v));
    const factor = c ?? d;
    return factor && one(this.squareOfRoot(c ? b : a, scope, constant), (x, env) => rules.multipleOf(x, squared(factor(env))));
  } // prettier-ignore

  private sum(t: Tree, scope: Scope): Derived | null {
    const [range, body] = t.args as [Tree, Tree];
    if (range.op !== 'range' || range.args[0]!.op !== 'symbol') return null;
    const [variable, low, high] = range.args as [Tree, Tree, Tree];
    const slot = scope.slot();
    const inner = scope.bind(variable.text, slot);
    const [from, to] = [scope.number(low), scope.number(high)];
    const scatter = this.scatter(t, inner);
    if (scatter) return scatter;
    const term = this.of(body, inner);
    if (!term || !term.sources.every((source) => source.endsWith(`[${variable.text}]`))) return null;
    const alike = isAlike(body, variable, inner);
    const isMean = alike && term.sources.length === 1 && isLine(body, variable, inner) && low.text === '1';
    const ofMean = isMean && isWholeSample(term.sources[0]!, high, inner);
    const sources = term.sources.map((source) => `${nameOf(source)}[${ofMean ? 'mean' : '*'}]`);
    if (new Set(sources).size < sources.length) return null;
    const at = (env: Env): Known | null => {
      const [first, last] = [from(env).value, to(env).value];
      if (!(last >= first)) return null;
      let total: Known | null = null;
      for (let i = first; i <= last; i++) {
        env[slot] = exact(i);
        const x = term.at(env);
        if (!x) return null;
        if (alike) return rules.sumOfCopies(x, exact(last - first + 1));
        total = total ? rules.sumOf(total, x) : x;
        if (!total) return null;
      }
      return total;
    };
    return { sources, at };
  }

  /** `\sum_{i=1}^n (X_i - \bar{X})^2` of a whole sample. */
  private scatter(t: Tree, inner: Scope): Derived | null {
    const [range, body] = t.args as [Tree, Tree];
    const [variable, low, high] = range.args as [Tree, Tree, Tree];
    const distance = body.op === 'power' && body.args[1]!.text === '2' ? body.args[0]! : null;
    if (distance?.op !== 'subtract' || low.text !== '1') return null;
    const [member, mean] = distance.args as [Tree, Tree];
    const summed = meanOver(inner.expand(mean)?.body ?? mean, high);
    const isMember = member.op === 'index' && sameTree(member.args[1]!, variable);
    if (!isMember || !summed || !sameTree(summed.args[0]!, member.args[0]!)) return null;
    const sample = inner.declarations.get(`${member.args[0]!.text}_\\cdot`);
    if (sample?.size !== inner.shared.print(high)) return null;
    const own = this.leaf(member, inner);
    const size = inner.number(high);
    return own && one({ ...own, sources: [`${sample.name}[scatter]`] }, (x, env) => rules.scatterOf(x, size(env)));
  }
}

const compound = new Set(['plus', 'negate', 'add', 'subtract', 'multiply', 'divide', 'power', 'apply', 'sum', 'min']);

/** The law of an expression, or null; it may be null in some worlds only. */
export function derivedLaw(t: Tree, scope: Scope, read: ReadLaw): ((env: Env) => Law | null) | null {
  const body = bodyOf(t, scope);
  if (!compound.has(body.op) || !isApart([...randomNames(t, scope).values()])) return null;
  try {
    const found = new Reader(read).of(t, scope);
    return found && ((env) => made(found.at(env)));
  } catch (error) {
    // what is made by no rule is refused by whoever reads it otherwise, in his words
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function made(known: Known | null): Law | null {
  try {
    return known && rules.lawOf(known);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function bodyOf(t: Tree, scope: Scope): Tree {
  const expanded = scope.expand(t);
  return expanded ? bodyOf(expanded.body, expanded.scope) : t;
}

/** Of one variable at most nothing says that it is independent of the others. */
const isApart = (names: readonly Declaration[]): boolean =>
  names.length > 0 && names.filter((d) => d.role === 'random' && !d.apart).length <= 1;
