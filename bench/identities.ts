import fc from 'fast-check';
import type { EquationSource } from '../lib/check/record.ts';

/** What the checker reads, and the same as one would write it for fast-check: plain numbers, functions of one's own. */
export interface Identity {
  readonly name: string;
  readonly tex: string;
  readonly givens: readonly string[];
  /** Whether it held in so many worlds. */
  readonly byHand: (numRuns: number, seed: number) => boolean;
}

const property =
  <T>(arbitrary: fc.Arbitrary<T>, holds: (drawn: T) => boolean): Identity['byHand'] =>
  (numRuns, seed) =>
    !fc.check(fc.property(arbitrary, holds), { numRuns, seed }).failed;

/** Numbers are the same if they differ by less than anybody would look at. */
const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const atMost = (a: number, b: number): boolean => a <= b + 1e-9;

/** Draws as the sorts do: small whole numbers on two to four outcomes, made into shares. */
const weights = (least: number, count: number) => fc.array(fc.integer({ min: least, max: 9 }), { minLength: count, maxLength: count }); // prettier-ignore
const size = fc.constantFrom(2, 2, 3, 4);
const shares = (list: readonly number[]): number[] => {
  const total = list.reduce((a, b) => a + b, 0);
  return total > 0 ? list.map((w) => w / total) : list.map(() => 1 / list.length);
};
const pmf = fc.tuple(size, weights(0, 4)).map(([k, w]) => shares(w.slice(0, k)));
const two = (least: number) =>
  fc.tuple(size, weights(least, 4), weights(least, 4)).map(([k, v, w]) => [shares(v.slice(0, k)), shares(w.slice(0, k))] as const); // prettier-ignore
/** Cells of a joint law, row by row. */
const joint = fc.tuple(size, weights(1, 16)).map(([k, w]) => ({ k, p: shares(w.slice(0, k * k)) }));
const place = fc.tuple(joint, fc.nat({ max: 33 }), fc.nat({ max: 33 })).map(([j, x, z]) => ({ ...j, x: x % j.k, z: z % j.k })); // prettier-ignore
const positive = fc.integer({ min: 1, max: 64 }).map((n) => n / 8);

const sum = (list: readonly number[], f: (x: number, i: number) => number): number => {
  let s = 0;
  for (let i = 0; i < list.length; i++) s += f(list[i]!, i);
  return s;
};
const kl = (p: readonly number[], q: readonly number[]): number =>
  sum(p, (x, i) => (x === 0 ? 0 : x * Math.log(x / q[i]!)));
const entropy = (p: readonly number[]): number => -sum(p, (x) => (x === 0 ? 0 : x * Math.log(x)));
const crossEntropy = (p: readonly number[], q: readonly number[]): number =>
  -sum(p, (x, i) => (x === 0 ? 0 : x * Math.log(q[i]!)));
const jsd = (p: readonly number[], q: readonly number[]): number => {
  const m = p.map((x, i) => (x + q[i]!) / 2);
  return (kl(p, m) + kl(q, m)) / 2;
};

interface Place {
  readonly k: number;
  readonly p: readonly number[];
  readonly x: number;
  readonly z: number;
}
const ofX = ({ k, p }: Place, x: number): number => sum(p, (w, i) => (Math.floor(i / k) === x ? w : 0));
const ofZ = ({ k, p }: Place, z: number): number => sum(p, (w, i) => (i % k === z ? w : 0));
const at = ({ k, p, x, z }: Place): number => p[x * k + z]!;

const pair = 'P, Q : positive pmf';
const cells = ['p(x, z) : joint pmf', 'x : outcome of p(x)', 'z : outcome of p(z)'];

export const identities: readonly Identity[] = [
  {
    name: 'KL is not negative',
    tex: 'D_{\\mathrm{KL}}(P \\,\\|\\, Q) \\ge 0',
    givens: [pair],
    byHand: property(two(1), ([p, q]) => atMost(0, kl(p, q))),
  },
  {
    name: 'KL as a sum',
    tex: 'D_{\\mathrm{KL}}(P \\,\\|\\, Q) = \\sum_x P(x) \\log \\frac{P(x)}{Q(x)}',
    givens: [pair, 'x : outcome of P'],
    byHand: property(two(1), ([p, q]) =>
      same(
        kl(p, q),
        sum(p, (w, i) => w * Math.log(w / q[i]!)),
      ),
    ),
  },
  {
    name: 'cross-entropy taken apart',
    tex: 'H(P, Q) = H(P) + D_{\\mathrm{KL}}(P \\,\\|\\, Q)',
    givens: [pair],
    byHand: property(two(1), ([p, q]) => same(crossEntropy(p, q), entropy(p) + kl(p, q))),
  },
  {
    name: 'chain rule',
    tex: 'p(x, z) = p(z \\mid x) p(x)',
    givens: cells,
    byHand: property(place, (j) => {
      const conditional = at(j) / ofX(j, j.x);
      return same(at(j), conditional * ofX(j, j.x));
    }),
  },
  {
    name: 'log of a product',
    tex: '\\log(a b) = \\log a + \\log b',
    givens: ['a, b : positive'],
    byHand: property(fc.tuple(positive, positive), ([a, b]) => same(Math.log(a * b), Math.log(a) + Math.log(b))),
  },
  {
    name: 'probabilities add up',
    tex: '\\sum_x P(x) = 1',
    givens: ['P : pmf', 'x : outcome of P'],
    byHand: property(pmf, (p) =>
      same(
        1,
        sum(p, (x) => x),
      ),
    ),
  },
  {
    name: 'Jensen for squares',
    tex: '\\mathbb{E}_{x \\sim P}[x]^2 \\le \\mathbb{E}_{x \\sim P}[x^2]',
    givens: ['P : pmf'],
    byHand: property(pmf, (p) =>
      atMost(
        sum(p, (w, x) => w * x) ** 2,
        sum(p, (w, x) => w * x * x),
      ),
    ),
  },
  {
    name: 'JSD is symmetric',
    tex: '\\mathrm{JSD}(P \\,\\|\\, Q) = \\mathrm{JSD}(Q \\,\\|\\, P)',
    givens: ['P, Q : pmf'],
    byHand: property(two(0), ([p, q]) => same(jsd(p, q), jsd(q, p))),
  },
  {
    name: 'total probability',
    tex: 'p(x) = \\sum_z p(x \\mid z) p(z)',
    givens: cells,
    byHand: property(place, (j) => {
      let s = 0;
      for (let z = 0; z < j.k; z++) s += (at({ ...j, z }) / ofZ(j, z)) * ofZ(j, z);
      return same(ofX(j, j.x), s);
    }),
  },
  {
    name: 'Bayes',
    tex: 'p(z \\mid x) = \\frac{p(x \\mid z) p(z)}{p(x)}',
    givens: cells,
    byHand: property(place, (j) => {
      const likelihood = at(j) / ofZ(j, j.z);
      return same(at(j) / ofX(j, j.x), (likelihood * ofZ(j, j.z)) / ofX(j, j.x));
    }),
  },
];

export function sourceOf({ tex, givens }: Identity): EquationSource {
  const place = (line: number) => ({ path: 'bench.md', line, column: 1 });
  return {
    tex,
    display: true,
    place: place(100),
    givens: givens.map((text, i) => ({ text, place: place(i + 1) })),
    locate: () => ({ line: 100, column: 1 }),
  };
}
