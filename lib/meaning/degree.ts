/** Whether an expression is a polynomial in a vector or matrix, and whether its logarithm is: by its tree, definitions expanded. */
import { transposes } from '../tex/signs.ts';
import type { Tree } from '../tex/tree.ts';
import { averaging } from './averaging.ts';
import { dependsOn } from './line.ts';
import { namedHead } from './named-call.ts';
import type { Scope } from './scope.ts';

type Degree = number | null;

const highest = (all: readonly Degree[]): Degree => (all.includes(null) ? null : Math.max(...(all as number[])));

/** A power that is a whole number from 1; NaN for others. */
function wholePower(t: Tree): number {
  const n = t.op === 'number' ? Number(t.text) : NaN;
  return Number.isInteger(n) && n >= 1 ? n : NaN;
}

/** Of the polynomial that `t` is in the name; null where it is none. */
export function degreeIn(t: Tree, name: string, scope: Scope): Degree {
  const expanded = scope.expand(t);
  if (expanded) return degreeIn(expanded.body, name, expanded.scope);
  if (!dependsOn(t, name, scope)) return 0;
  const of = (i: number): Degree => degreeIn(t.args[i]!, name, scope);
  const most = (): Degree => highest(t.args.map((_, i) => of(i)));
  switch (t.op) {
    case 'symbol':
      return 1;
    case 'plus':
    case 'negate':
    case 'add':
    case 'subtract':
    case 'trace':
    case 'vec':
    case 'diagonal':
    case 'matrix':
    case 'row':
      return most();
    // what is averaged over there is not free here
    case 'expectation':
      return t.args.length === 2 && t.args[0]!.op === 'list' && t.args[0]!.args.length === 0 ? 0 : null;
    case 'call':
      return averaging.has(t.args[0]!.text) && t.args.length === 2 ? 0 : null;
    case 'sum':
      return dependsOn(t.args[0]!, name, scope) ? null : of(1);
    case 'apply':
      return t.text === '\\log' && t.args.length === 1 ? logDegreeIn(t.args[0]!, name, scope) : null;
    case 'index':
      return dependsOn(t.args[1]!, name, scope) ? null : of(0);
    case 'kronecker':
    case 'multiply': {
      const [a, b] = [of(0), of(1)];
      return a === null || b === null ? null : a + b;
    }
    case 'divide':
      return dependsOn(t.args[1]!, name, scope) ? null : of(0);
    case 'power': {
      const [base, exponent] = t.args as [Tree, Tree];
      const a =
        base.op === 'norm' && (base.args[1]?.text ?? '2') === '2' ? degreeIn(base.args[0]!, name, scope) : of(0);
      if (a === null) return null;
      if (transposes.includes(exponent.text)) return base.op === 'norm' ? null : a;
      const n = wholePower(exponent);
      return n >= 1 && (base.op !== 'norm' || n % 2 === 0) ? a * n : null;
    }
    default:
      return null;
  }
}

/** Of the polynomial that the logarithm of `t` is in the name, up to what does not depend on it; null where it is none. */
export function logDegreeIn(t: Tree, name: string, scope: Scope): Degree {
  const expanded = scope.expand(t);
  if (expanded) return logDegreeIn(expanded.body, name, expanded.scope);
  if (!dependsOn(t, name, scope)) return 0;
  const of = (i: number): Degree => logDegreeIn(t.args[i]!, name, scope);
  switch (t.op) {
    case 'plus':
      return of(0);
    case 'multiply':
    case 'divide':
      return highest([of(0), of(1)]);
    case 'product':
      return dependsOn(t.args[0]!, name, scope) ? null : of(1);
    case 'power': {
      const [base, exponent] = t.args as [Tree, Tree];
      if (base.op === 'symbol' && base.text === 'e' && !scope.lookup('e')) return degreeIn(exponent, name, scope);
      return dependsOn(exponent, name, scope) || transposes.includes(exponent.text) ? null : of(0);
    }
    case 'apply':
      if (t.text === '\\sqrt') return of(0);
      return t.text === '\\exp' ? degreeIn(t.args[0]!, name, scope) : null;
    case 'call':
      return ofDensity(t, name, scope);
    default:
      return null;
  }
}

/** The density of a normal law whose place or mean moves. */
function ofDensity(t: Tree, name: string, scope: Scope): Degree {
  // f_X(x) where f_X is defined as a law
  const head = t.args.length === 2 ? scope.expand(t.args[0]!) : null;
  const written = head ? head.body : t;
  const law = namedHead(written, head?.scope ?? scope);
  if (!law || !/^(matrix )?normal law$/.test(law.name) || (!head && t.args.length !== 3)) return null;
  const [places, parameters] = [t.args[1]!.args, written.args.at(-1)!.args];
  const [mean, ...spread] = parameters;
  if (places.length !== 1 || !mean || spread.some((p) => dependsOn(p, name, scope))) return null;
  const moved = highest([places[0]!, mean].map((part) => degreeIn(part, name, scope)));
  return moved === null ? null : 2 * moved;
}
