import { type Double, LOG_2, addDouble, divideDouble, double, multiplyDouble } from './double.ts';

/**
 * Double-exponential rules (Takahasi and Mori 1974): x = g(t), trapezoidal sums in t. In t all integrands fall off
 * doubly exponentially, and the sums converge exponentially in 1/h if the integrand is analytic. With
 * u = RATE sinh t: `line`: g = sinh u; `ray`: g = e^u; `segment`: distance from the lower end, relative, 1/(1 + e^-u).
 */
export type Kind = 'line' | 'ray' | 'segment';

export interface Node {
  readonly t: number;
  /** line: coordinate; ray: distance from the end; segment: relative distance from the lower end … */
  readonly place: number;
  /** … and from the upper end. */
  readonly other: number;
  /** Derivative of the place by t, and of its logarithm, the latter roughly. */
  readonly slope: number;
  readonly bend: number;
}

/** With STEP and UNIT chosen for few evaluations under random members of the families; any others would do. */
export const RATE: Readonly<Record<Kind, number>> = { line: 0.8125, ray: 1.25, segment: 1.71875 };
/** Distance of the nodes in t on level 0; each further level halves it. */
export const STEP = 0.75;
export const LEVELS = 8;
/** Largest |u|: coordinates reach to 2^±505, so that their squares and the inverses of these are still doubles. */
const REACH = 350;

const ONE = double(1);
const times = (a: Double, b: number): Double => multiplyDouble(a, double(b));

/** e^x for |x| <= 350, relative error below 2^-75: Taylor's series at 1/32 of what x exceeds a multiple of log 2. */
function exp(x: Double): Double {
  const k = Math.round(x.hi / Math.LN2);
  const r = times(addDouble(x, times(LOG_2, -k)), 1 / 32);
  let s = ONE;
  for (let n = 9; n > 0; n--) s = addDouble(ONE, multiplyDouble(s, divideDouble(r, double(n))));
  for (let i = 0; i < 5; i++) s = multiplyDouble(s, s);
  return times(s, 2 ** k);
}

/** The nodes at t >= 0 and at -t. Place, other and slope are rounded but once: relative error U. */
function pair(kind: Kind, t: number): readonly [Node, Node] {
  const e = exp(double(t));
  const sinh = times(addDouble(e, divideDouble(double(-1), e)), RATE[kind] / 2);
  const cosh = times(addDouble(e, divideDouble(ONE, e)), RATE[kind] / 2);
  const tanh = Math.tanh(t);
  const up = exp(sinh);
  const down = divideDouble(ONE, up);
  const by = (d: Double): number => multiplyDouble(cosh, d).hi;
  if (kind === 'ray')
    return [
      { t, place: up.hi, other: 0, slope: by(up), bend: cosh.hi + tanh },
      { t: -t, place: down.hi, other: 0, slope: by(down), bend: cosh.hi - tanh },
    ];
  if (kind === 'line') {
    const place = addDouble(up, times(down, -1)).hi / 2;
    const slope = by(addDouble(up, down)) / 2;
    const bend = cosh.hi * Math.tanh(sinh.hi) + tanh;
    return [
      { t, place, other: 0, slope, bend },
      { t: -t, place: -place, other: 0, slope, bend: -bend },
    ];
  }
  const near = divideDouble(ONE, addDouble(ONE, up));
  const far = divideDouble(ONE, addDouble(ONE, down));
  const slope = by(multiplyDouble(near, far));
  const bend = cosh.hi * (near.hi - far.hi) + tanh;
  return [
    { t, place: far.hi, other: near.hi, slope, bend },
    { t: -t, place: near.hi, other: far.hi, slope, bend: -bend },
  ];
}

/** tables[kind][level]: level 0 holds all multiples of STEP, each further level the points halfway between. */
const tables: Record<Kind, (readonly Node[])[]> = { line: [], ray: [], segment: [] };

/** The nodes of one level in the order of t, made when they are first asked for. */
export function table(kind: Kind, level: number): readonly Node[] {
  const made = tables[kind][level];
  if (made) return made;
  const h = STEP / 2 ** level;
  const top = Math.floor(Math.asinh(REACH / RATE[kind]) / h);
  const right: Node[] = [];
  const left: Node[] = [];
  for (let i = level === 0 ? 0 : 1; i <= top; i += level === 0 ? 1 : 2) {
    const [a, b] = pair(kind, i * h);
    right.push(a);
    if (i > 0) left.push(b);
  }
  return (tables[kind][level] = [...left.reverse(), ...right]);
}
