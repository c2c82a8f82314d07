/** Densities that are given by a formula, such as f_Y(y) := \\frac12 f_X(\\frac{y}{2}). */
import { exact, subtract, type Bounded } from '../number/bounded.ts';
import { withLeeway } from '../number/precision.ts';
import { integrate } from '../number/quadrature.ts';
import { type DensityLaw, narrowest } from '../distribution/density.ts';
import type { Tree } from '../tex/tree.ts';
import type { ReadLaw } from './law-code.ts';
import { logOf } from './logarithm.ts';
import { massesIn, reachOf, type Mass } from './mass.ts';
import { Refusal } from './refusal.ts';
import { remembered } from './remember.ts';
import type { Env, Scope } from './scope.ts';

/** null: no law in the formula says where it has its mass. Refused in a world where it does not integrate to 1. */
export function densityOf(body: Tree, name: string, scope: Scope, at: Tree, read: ReadLaw): ((env: Env) => DensityLaw) | null {
  const slot = scope.slot();
  const inner = scope.bind(name, slot);
  const masses = massesIn(body, name, inner, read);
  if (masses.length === 0) return null;
  const reach = reachOf(body, name, inner, read);
  const code = inner.compile(body);
  const [value, log] = [inner.number(body), logOf(code)];
  const written = scope.shared.print(at);
  return remembered((env) => {
    const known = masses.map((mass) => mass(env));
    if (known.includes('finite')) throw new Refusal(`“${written}” is a formula for probabilities, and nothing says of which outcomes`, at.span);
    const [main] = known as Mass[];
    const placed = (f: (env: Env) => Bounded) => (x: number): Bounded => {
      env[slot] = exact(x);
      return f(env);
    };
    const [low, high] = reach(env);
    const density = placed(value);
    const breaks = (known as Mass[]).flatMap((m) => m.breaks).filter((x) => x > low && x < high);
    const bell = narrowest(known as Mass[]);
    const law: DensityLaw = {
      kind: 'density',
      name: 'formula',
      parameters: {},
      support: [low, high],
      centre: main!.centre,
      scale: main!.scale,
      breaks,
      bell,
      density,
      logDensity: placed(log),
      mean: null,
      variance: null,
      entropy: null,
    };
    const domain = { lower: low, upper: high, centre: law.centre, scale: law.scale, breaks, bell };
    const off = subtract(withLeeway(0, () => integrate(density, domain)), exact(1));
    if (!(Math.abs(off.value) <= off.error) || !(off.error < TINY))
      throw new Refusal(`“${written}” is no density of ${name}: its integral is ${Number((1 + off.value).toPrecision(6))}`, at.span);
    return law;
  }, [body], scope);
} // prettier-ignore

/** An integral less sure than this does not show that it is 1. */
const TINY = 2 ** -20;
