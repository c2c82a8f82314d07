import { add, divide, exact, multiply, sum, type Bounded } from '../number/bounded.ts';
import type { DensityLaw } from './density.ts';
import type { JointDensity, Point } from './joint-normal.ts';
import { uncertainNormal } from './uncertain-normal.ts';

/** What the makers of its parts need: laws of parameters that are known up to a bound only. */
export interface Makers {
  readonly gamma: (shape: Bounded, rate: Bounded) => DensityLaw;
  readonly studentT: (location: Bounded, variance: Bounded, df: Bounded) => DensityLaw;
}

/**
 * The normal-gamma law of (x, y): y of the gamma law (a, b), and x given y normal with mean mu and variance v/y, all but mu
 * positive (Koch 2007, eq. 2.212). Alone, x has the t law around mu with 2a degrees of freedom and squared scale v b/a.
 */
export function normalGamma(mu: Bounded, v: Bounded, a: Bounded, b: Bounded, make: Makers): JointDensity {
  for (const [name, p] of [['variance', v], ['shape', a], ['rate', b]] as const)
    if (!(p.value > 0)) throw new RangeError(`normal-gamma: ${name} must be in (0, inf), got ${p.value}`); // prettier-ignore
  const names = ['x', 'y'];
  const y = make.gamma(a, b);
  const around = (at: number): DensityLaw => uncertainNormal(mu, divide(v, exact(at)));
  /** (a, b) after one observation x. */
  const after = (x: number): DensityLaw => {
    const off = add(exact(x), { value: -mu.value, error: mu.error });
    const half = divide(multiply(off, off), multiply(exact(2), v));
    return make.gamma(add(a, exact(0.5)), add(b, half));
  };
  const of = (name: string, given: Point = {}): DensityLaw => {
    const known = Object.keys(given).filter((other) => names.includes(other));
    if (!names.includes(name) || known.length < Object.keys(given).length || name in given)
      throw new RangeError(`normal-gamma: ${name} given ${Object.keys(given).join(', ')} is no law of x, y`);
    if (name === 'x') return 'y' in given ? around(given['y']!) : make.studentT(mu, multiply(v, divide(b, a)), multiply(exact(2), a)); // prettier-ignore
    return 'x' in given ? after(given['x']!) : y;
  };
  const self: JointDensity = {
    kind: 'joint density',
    names,
    describe: `normal-gamma(${[mu, v, a, b].map((p) => p.value).join(', ')})`,
    of,
    among: (wanted, given = {}) => {
      if (wanted.length === 2 && Object.keys(given).length === 0 && wanted[0] !== wanted[1]) return self;
      throw new RangeError('normal-gamma: it has two arguments');
    },
    logDensity: (wanted, given) => (values, conditions) => {
      const point: Record<string, number> = Object.fromEntries(given.map((name, i) => [name, conditions[i]!]));
      const order = ['y', 'x'].filter((name) => wanted.includes(name));
      const terms = order.map((name) => {
        const x = values[wanted.indexOf(name)]!;
        const term = of(name, point).logDensity(x);
        point[name] = x;
        return term;
      });
      return sum(terms);
    },
  };
  return self;
}
