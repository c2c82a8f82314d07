/**
 * Double-exponential rules (Takahasi and Mori 1974): x = g(t), trapezoidal sums in t. In t all integrands fall off
 * doubly exponentially, and the sums converge exponentially in 1/h if the integrand is analytic.
 * `line`: g = sinh(pi/2 sinh t); `ray`: g = exp(pi/2 sinh t); `segment`: distance from the nearer end, relative.
 */
export type Kind = 'line' | 'ray' | 'segment';

export interface Node {
  readonly t: number;
  /** line: coordinate; ray: distance from the end; segment: relative distance from the lower end … */
  readonly place: number;
  /** … and from the upper end. */
  readonly other: number;
  readonly slope: number;
}

/** Nodes reach to 2^±500 in the coordinate: squares of it and of its inverse still do not over- or underflow. */
const REACH = Math.asinh((1000 / Math.PI) * Math.LN2);
export const FIRST = 2; // nodes per unit of t on level 0
export const LEVELS = 7; // at most FIRST * 2^7 nodes per unit of t

function node(kind: Kind, t: number): Node {
  const u = (Math.PI / 2) * Math.sinh(t);
  const du = (Math.PI / 2) * Math.cosh(t);
  if (kind === 'line') return { t, place: Math.sinh(u), other: 0, slope: du * Math.cosh(u) };
  if (kind === 'ray') return { t, place: Math.exp(u), other: 0, slope: du * Math.exp(u) };
  // The reach of u is halved, as the relative distance falls as e^(-2u).
  const place = 1 / (1 + Math.exp(-u));
  const other = 1 / (1 + Math.exp(u));
  return { t, place, other, slope: du * place * other };
}

/** tables[kind][level]: level 0 holds all multiples of 1/FIRST, each further level the points halfway between. */
const tables: Record<Kind, (readonly Node[])[]> = { line: [], ray: [], segment: [] };

export function table(kind: Kind, level: number): readonly Node[] {
  const made = tables[kind][level];
  if (made) return made;
  const h = 1 / (FIRST * 2 ** level);
  const top = Math.floor(REACH / h);
  const nodes: Node[] = [];
  for (let i = -top; i <= top; i++) if (level === 0 || i % 2 !== 0) nodes.push(node(kind, i * h));
  return (tables[kind][level] = nodes);
}
