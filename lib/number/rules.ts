import { type Double, LOG_2, addDouble, divideDouble, double, multiplyDouble } from './double.ts';

/**
 * Double-exponential rules (Takahasi and Mori 1974): x = g(t), trapezoidal sums in t. In t all integrands fall off
 * doubly exponentially, and the sums converge exponentially in 1/h if the integrand is analytic. With
 * u = RATE sinh t: `line`: g = sinh u; `ray`: g = e^u; `segment`: distance from the lower end, relative, 1/(1 + e^-u).
 */
export type Kind = 'line' | 'ray' | 'segment';

/**
 * Beside them `bell`, for what dies out like a normal density by itself: g = sinh(RATE_BELL t), nearly equidistant where the
 * mass is, where plain trapezoidal sums converge like e^(-2 (pi/h)^2). Fully equidistant nodes were rejected: a wave whose
 * length divides their distance looks constant on every level.
 */
export type Rule = Kind | 'bell';

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
/**
 * That of `bell`, and its unit, which alone says how soon the nodes grow apart: at 3 the first waves of e^(-x^2) cos(wx) are
 * taken for constants. With it this rate costs least for polynomials and logarithms of mixtures.
 */
const RATE_BELL = 0.6;
/** Nodes of level 0 on either side of the middle for `bell`, as far as 2^18 units. */
const SIDE = 30;
/** Unit of length of a rule in scales of the law; of `bell`, in widths of its narrowest peak. */
export const UNIT: Readonly<Record<Rule, number>> = { line: 2, ray: 4, segment: 1, bell: 2.4 };
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
function pair(kind: Rule, t: number): readonly [Node, Node] {
  const isBell = kind === 'bell';
  const e = exp(double(isBell ? RATE_BELL * t : t));
  const rate = isBell ? 0 : RATE[kind];
  const sinh = times(addDouble(e, divideDouble(double(-1), e)), rate / 2);
  const cosh = times(addDouble(e, divideDouble(ONE, e)), rate / 2);
  const tanh = Math.tanh(t);
  const up = isBell ? e : exp(sinh);
  const down = divideDouble(ONE, up);
  const by = (d: Double): number => multiplyDouble(isBell ? double(RATE_BELL) : cosh, d).hi;
  if (kind === 'ray')
    return [
      { t, place: up.hi, other: 0, slope: by(up), bend: cosh.hi + tanh },
      { t: -t, place: down.hi, other: 0, slope: by(down), bend: cosh.hi - tanh },
    ];
  if (kind === 'line' || isBell) {
    const place = addDouble(up, times(down, -1)).hi / 2;
    const slope = by(addDouble(up, down)) / 2;
    const bend = isBell ? RATE_BELL * Math.tanh(RATE_BELL * t) : cosh.hi * Math.tanh(sinh.hi) + tanh;
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
const tables: Record<Rule, (readonly Node[])[]> = { line: [], ray: [], segment: [], bell: [] };

/** The nodes of one level in the order of t, made when they are first asked for. */
export function table(kind: Rule, level: number): readonly Node[] {
  const made = tables[kind][level];
  if (made) return made;
  const h = STEP / 2 ** level;
  const top = kind === 'bell' ? SIDE * 2 ** level : Math.floor(Math.asinh(REACH / RATE[kind]) / h);
  const right: Node[] = [];
  const left: Node[] = [];
  for (let i = level === 0 ? 0 : 1; i <= top; i += level === 0 ? 1 : 2) {
    const [a, b] = pair(kind, i * h);
    right.push(a);
    if (i > 0) left.push(b);
  }
  return (tables[kind][level] = [...left.reverse(), ...right]);
}
