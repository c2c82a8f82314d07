/** The laws on integers: against 45 digits of mpmath 1.3, exact rational numbers, direct sums, and each other. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FiniteLaw, type Law, bernoulli, binomial, categorical, discreteUniform, entropy, expectation, exponential, finiteFromWeights, geometric, kl, logLikelihood, logProbability, normal, pmf, poisson, probability } from '../../lib/distribution/index.ts'; // prettier-ignore
import { type Bounded, bounded, compare, exact, log, multiply, negate, sum } from '../../lib/number/bounded.ts';
import { stream } from '../../lib/number/stream.ts';
import {
  type Rational,
  encloses,
  fromDecimal,
  fromNumber,
  minus,
  over,
  plus,
  rational,
  times,
} from '../number/rational.ts';

const makers = { poisson, binomial, geometric, bernoulli, 'discrete uniform': discreteUniform } as Record<
  string,
  (...p: number[]) => FiniteLaw
>;

/** An entry of test/reference/laws.json. */
interface Entry {
  readonly law: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly entropy: string;
  readonly points: readonly { readonly x: number; readonly logDensity: string }[];
}

type Row = [law: string, parameters: number[], at: number, logProbability: string];
const LOG_PROBABILITIES: Row[] = [
  ['poisson', [1e-300], 1, '-690.775527898213705180338344570100502908613342'],
  ['poisson', [1e-300], 2, '-1382.24420297698735567009392126165918238530218'],
  ['poisson', [1e-300], 5, '-3458.6651312338505718959394237850257575914663'],
  ['poisson', [2.5], 0, '-2.5'],
  ['poisson', [2.5], 1, '-1.58370926812584493481647278823198892854989878'],
  ['poisson', [2.5], 3, '-1.54288727360558980526189572307666905837268703'],
  ['poisson', [2.5], 23, '-33.0319887346588070712252766116448746346398934'],
  ['poisson', [2.5], 24, '-35.2937518331325976256886910011739189720637831'],
  ['poisson', [2.5], 25, '-37.5963369261266433097066824558582831796648846'],
  ['poisson', [2.5], 1000, '-4998.33744661400828369460367495748281102164449'],
  ['poisson', [1e9], 0, '-1000000000.0'],
  ['poisson', [1e9], 1, '-999999979.276734163053588843838076907840722132'],
  ['poisson', [1e9], 999900000, '-16.2806881242615533415294223384424388497370008'],
  ['poisson', [1e9], 1000000000, '-11.2805714517612116531946246158158121296219097'],
  ['poisson', [1e9], 1000030000, '-11.7305819516037124381926742751199920005439286'],
  ['poisson', [1e9], 2000000000, '-386294372.747035660833981884152927146031664571'],
  ['poisson', [1e9], 1e12, '-5908755278996.8715011451433942323142346011496'],
  ['poisson', [2 ** 53 - 1], 0, '-9007199254740991.0'],
  ['poisson', [2 ** 53 - 1], 2 ** 52, '-1381942243287834.83632464409632152336750085593'],
  ['poisson', [2 ** 53 - 1], 2 ** 53 - 2, '-19.2873388180432233950776882623324387885522242'],
  ['poisson', [2 ** 53 - 1], 2 ** 53, '-19.287338818043223506099990724848098993891213'],
  ['poisson', [2 ** 53 - 1], 2 ** 60, '-4450095726924056015.87087988114036178991779325'],
  ['binomial', [1e15, 0.3], 0, '-356674943938732.363052309788024662597687152563'],
  ['binomial', [1e15, 0.3], 1, '-356674943938698.671573775264543068905685916206'],
  ['binomial', [1e15, 0.3], 1e14, '-116321756586021.474557473152271972670646482645'],
  ['binomial', [1e15, 0.3], 3e14, '-17.4080028565276814999331117132450514278393461'],
  ['binomial', [1e15, 0.3], 3e14 + 1e7, '-17.6460981031636906568200840565372902333658318'],
  ['binomial', [1e15, 0.3], 1e15 - 1, '-1203972804325900.64355592507404479702077402036'],
  ['binomial', [1e15, 0.3], 1e15, '-1203972804325936.02963018037193372386851642454'],
  ['binomial', [1e15, 1e-15], 0, '-1.0000000000000005777053998766614902770403956'],
  ['binomial', [1e15, 1e-15], 1, '-0.999999999999999499999999999999836352397918329'],
  ['binomial', [1e15, 1e-15], 5, '-5.78749174278205118342610142789146370222760161'],
  ['binomial', [1e15, 1e-15], 100, '-364.739375555568332951245405744326735840624757'],
  ['binomial', [1e15, 1e-300], 0, '-1.00000000000000002505909183520875968569614681e-285'],
  ['binomial', [1e15, 1e-300], 1, '-656.236751503303019920068472749835039794596819'],
  ['binomial', [1e15, 1e-300], 2, '-1313.16665018716598614955417762112875615726914'],
  ['binomial', [2 ** 53 - 1, 1 - 2 ** -53], 2 ** 53 - 1, '-0.999999999999999944488848768742170924493142582'],
  ['binomial', [2 ** 53 - 1, 1 - 2 ** -53], 2 ** 53 - 2, '-0.999999999999999944488848768742170924493142582'],
  ['binomial', [2 ** 53 - 1, 1 - 2 ** -53], 2 ** 53 - 3, '-1.69314718055994536492838335271602002385927564'],
  ['binomial', [2 ** 53 - 1, 1 - 2 ** -53], 2 ** 52, '-159204526588216642.877008015379516883262823035'],
  ['binomial', [2 ** 53 - 1, 1 - 2 ** -53], 0, '-330895682712764001.333901299017405410023311059'],
  ['binomial', [50, 0.5], 23, '-2.34380627099493803272213272818806651239600729'],
  ['binomial', [50, 0.5], 25, '-2.18680252218527328191413772214642491349796121'],
  ['binomial', [50, 0.5], 26, '-2.22602323533855457818333861871754480732752658'],
  ['binomial', [2, 0.25], 0, '-0.575364144903561854878438011987654863007019422'],
  ['binomial', [2, 0.25], 1, '-0.980829253011726236856451127452003999579009845'],
  ['binomial', [2, 0.25], 2, '-2.77258872223978123766892848583270627230200054'],
  ['geometric', [1e-300], 1, '-690.775527898213705180338344570100502908613342'],
  ['geometric', [1e-300], 1e9, '-690.775527898213705180338344570100502908613342'],
  ['geometric', [1 - 2 ** -53], 1, '-1.11022302462515660205338988848237217180973272e-16'],
  ['geometric', [1 - 2 ** -53], 2, '-36.736800569677101510135604899799018313340496'],
  ['geometric', [1 - 2 ** -53], 100, '-3636.94325639803303862323924375356811289748819'],
  ['geometric', [1e-10], 1, '-23.0258509299404568037477172313459011604979684'],
  ['geometric', [1e-10], 1e10, '-24.0258509298904568401782478801768927396635106'],
  ['geometric', [1e-10], 1e300, '-1.00000000005000008894029091030420481891648787e+290'],
  ['bernoulli', [1e-300], 0, '-1.00000000000000002505909183520875968569614681e-300'],
  ['bernoulli', [1e-300], 1, '-690.775527898213705180338344570100502908613342'],
];

const ENTROPIES: [law: string, parameters: number[], entropy: string][] = [
  ['geometric', [1e-300], '691.775527898213705180338344570100502908613342'],
  ['geometric', [1e-10], '24.0258509298904568037460505628575412946016357'],
  ['geometric', [0.3], '2.03621434018297825408431821817655920730411156'],
  ['geometric', [1 - 2 ** -53], '4.189626486814324649946410297246555007755758e-15'],
  ['bernoulli', [1e-300], '6.91775527898213722515604827521457115254644285e-298'],
  ['bernoulli', [1e-10], '0.00000000240258509298904576790605923133615598868016843'],
  ['bernoulli', [0.3], '0.610864302054893453618775030022332331736126939'],
  ['bernoulli', [1 - 2 ** -53], '4.1896264868143241848044312731797510532255224e-15'],
  ['poisson', [1e-300], '6.91775527898213722515604827521457115254644285e-298'],
  ['poisson', [1e-10], '0.00000000240258509299751150380897767815469328205523501'],
  ['poisson', [0.5], '0.927637467495797374138068936899758116118148866'],
  ['poisson', [40], '3.26126801293768563518695894724748194779278904'],
  ['binomial', [10, 1e-300], '6.89472942805219676773886144763052258202748874e-297'],
  ['binomial', [1000, 1 - 2 ** -53], '0.00000000000342271159089413443532025414595737224263446674'],
  ['binomial', [300, 0.01], '1.92744902575228676891284422869425985090904174'],
];

/** The true value is inside the bound, and the bound is at most so many units in the last place of size. */
function within(b: Bounded, truth: Rational, units: number, size = Math.abs(b.value)): void {
  // the truth itself is cut after 45 digits
  const whole = bounded(b.value, b.error + 1e-44 * Math.abs(b.value));
  expect({ b, encloses: encloses(whole, truth) }).toEqual({ b, encloses: true });
  expect(b.error).toBeLessThanOrEqual(units * Number.EPSILON * size + 1e-320);
}

describe('against reference values', () => {
  it.each(LOG_PROBABILITIES)('log P of %s(%j) at %d', (name, parameters, k, digits) => {
    const law = makers[name]!(...parameters);
    // beside the rounding of the result those of log(2 pi k)/2 and of its likes, at most 20
    const l = law.logProbability!(k);
    within(l, fromDecimal(digits), 30, Math.abs(l.value) + (l.value > -1e-10 ? 0 : 20));
    expect(logProbability(law, k)).toEqual(l);
  });
  const file = JSON.parse(readFileSync(new URL('../reference/laws.json', import.meta.url), 'utf8')) as {
    laws: Entry[];
  };
  const entries = file.laws.filter(({ law }) => law in makers);
  it.each(entries.map((e) => [`${e.law} ${JSON.stringify(e.parameters)}`, e] as const))('%s', (_, e) => {
    const law = makers[e.law]!(...Object.values(e.parameters));
    for (const { x, logDensity } of e.points) {
      const l = logProbability(law, x);
      if (logDensity === '-Infinity') expect([x, l]).toEqual([x, exact(-Infinity)]);
      else within(l, fromDecimal(logDensity), 30, Math.abs(l.value) + (l.value > -1e-10 ? 0 : 20));
    }
    // listing the places around 10^9 takes a second
    if (law.mean!.value < 1e9) within(entropy(law), fromDecimal(e.entropy), 40);
  });
  it('of every law on integers', () =>
    expect(new Set(entries.map((e) => e.law))).toEqual(new Set(Object.keys(makers))));
  it.each(ENTROPIES)('entropy of %s(%j)', (name, parameters, digits) => {
    within(entropy(makers[name]!(...parameters)), fromDecimal(digits), 40);
  });
});

/** n over k in whole numbers. */
function choose(n: number, k: number): bigint {
  let c = 1n;
  for (let i = 1; i <= k; i++) c = (c * BigInt(n - i + 1)) / BigInt(i);
  return c;
}
const power = (a: Rational, n: number): Rational => rational(a.n ** BigInt(n), a.d ** BigInt(n));
const whole = (n: number): Rational => rational(BigInt(n));

describe('against exact rational numbers', () => {
  it.each([[20, 0.3], [30, 1e-300], [7, 1 - 2 ** -53], [5, 5e-324], [100, 0.5], [3, 1], [3, 0], [0, 0.5]] as const)('binomial(%d, %d)', (n, p) => {
    const law = binomial(n, p);
    const [a, b] = [fromNumber(p), minus(whole(1), fromNumber(p))];
    for (const k of law.outcomes) {
      const truth = times(times(rational(choose(n, k)), power(a, k)), power(b, n - k));
      within(law.probabilities[k]!, truth, 2);
      expect(encloses(pmf(law, k), truth)).toBe(true);
    }
    within(law.mean!, times(whole(n), a), 1);
    within(law.variance!, times(times(whole(n), a), b), 4);
  }); // prettier-ignore
  it.each([0.3, 0.99, 2 ** -6, 1 - 2 ** -53, 1])('geometric(%d)', (p) => {
    const law = geometric(p);
    const [a, b] = [fromNumber(p), minus(whole(1), fromNumber(p))];
    for (const [i, k] of law.outcomes.slice(0, 200).entries())
      within(law.probabilities[i]!, times(a, power(b, k - 1)), 2);
    within(law.mean!, over(whole(1), a), 1);
    within(law.variance!, over(b, times(a, a)), 4);
    const last = law.outcomes.at(-1)!;
    const omitted = power(b, last);
    expect(encloses(bounded(0, law.tail?.omitted ?? 0), omitted)).toBe(true);
  });
  it.each([[1, 6], [-5, 10], [0, 99_999], [7, 7], [-(2 ** 51), 2 ** 51 - 1], [2 ** 53 - 2, 2 ** 53 - 1]] as const)('discrete uniform(%d, %d)', (lower, upper) => {
    const law = discreteUniform(lower, upper);
    const m = plus(minus(whole(upper), whole(lower)), whole(1));
    within(law.mean!, over(plus(whole(lower), whole(upper)), whole(2)), 1);
    within(law.variance!, over(minus(times(m, m), whole(1)), whole(12)), 4);
    if (upper > lower) within(law.entropy!, fromDecimal(Math.log(upper - lower + 1).toString()), 4);
    expect(law.logProbability!(lower)).toEqual(negate(law.entropy!));
    for (const off of [lower - 1, upper + 1, -0.5]) expect(law.logProbability!(off)).toEqual(exact(-Infinity));
    if (upper - lower < 2 ** 21) for (const p of law.probabilities.slice(0, 9)) within(p, over(whole(1), m), 1);
  }); // prettier-ignore
});

const open: FiniteLaw[] = [
  ...[0.3, 1e-20, 1 - 2 ** -53].map(bernoulli),
  ...([[20, 0.3], [1000, 0.999], [1e4, 1e-3]] as const).map(([n, p]) => binomial(n, p)), // prettier-ignore
  ...[1e-10, 2.5, 1000].map(poisson),
  ...[0.3, 0.99, 0.001].map(geometric),
  categorical([0.5, 0.25, 0.125, 0.125]),
  categorical([0.1, 0.2, 0.7], [-1, 0, 2]),
];
const shown = (law: Law) => `${law.name} ${JSON.stringify(law.parameters ?? {})}`;

describe('score and information', () => {
  it.each(open.map((law) => [shown(law), law] as const))('%s: the score has mean 0 and the information as covariance', (_, law) => {
    const information = law.information!();
    const at = (x: number) => law.score!(x);
    const free = at(law.outcomes[0]!).length;
    expect(information.length).toBe(free);
    for (let i = 0; i < free; i++) {
      const size = Math.sqrt(information[i]![i]!.value);
      const m = expectation(law, (x) => at(x)[i]!);
      expect(compare(m, exact(0))).toBe('overlap');
      expect(m.error).toBeLessThan(1e-9 * size);
      for (let j = 0; j < free; j++) {
        const v = expectation(law, (x) => multiply(at(x)[i]!, at(x)[j]!));
        expect({ v, information: information[i]![j], order: compare(v, information[i]![j]!) }).toMatchObject({ order: 'overlap' });
        expect(v.error).toBeLessThan(1e-9 * size * Math.sqrt(information[j]![j]!.value));
      }
    }
  }); // prettier-ignore
  it('there is none where the support moves, and no value off the support', () => {
    expect(discreteUniform(1, 6).score).toBeUndefined();
    expect(categorical([0.5, 0.5]).score!(7)[0]!.value).toBeNaN();
  });
});

/** Without a name no closed form is found. */
const nameless = (law: FiniteLaw): FiniteLaw => ({ ...law, name: '', entropy: undefined as never });

describe('sums', () => {
  it.each(open.map((law) => [shown(law), law] as const))('%s: entropy is the direct sum', (_, law) => {
    const terms = law.probabilities.map((p) => (p.value > p.error ? negate(multiply(p, log(p))) : bounded(0, 1e-300)));
    const direct = sum([...terms, bounded(0, 1e-28)]);
    expect(compare(entropy(law), direct)).toBe('overlap');
    expect(entropy(law).error).toBeLessThan(1e-13 * entropy(law).value);
  });
  it.each([[10, 12, 0.3, 0.3], [12, 13, 0.3, 0.9], [0, 5, 0.5, 0.5], [400, 500, 0.5, 0.4]] as const)('binomial of %d from %d', (n, m, p, q) => {
    const [a, b] = [binomial(n, p), binomial(m, q)];
    const d = kl(a, b);
    const direct = sum(
      a.outcomes.map((k) => multiply(a.probabilities[k]!, sum([log(a.probabilities[k]!), negate(log(b.probabilities[k]!))]))),
    );
    expect({ d, direct, order: compare(d, direct) }).toMatchObject({ order: 'overlap' });
    expect(d.error).toBeLessThan(1e-13 * Math.max(1, d.value));
    expect(kl(b, a)).toEqual(exact(Infinity));
  }); // prettier-ignore
  it('a success that is impossible, or sure', () => {
    expect(kl(binomial(5, 0), binomial(4, 0.5)).value).toBeCloseTo(4 * Math.LN2, 14);
    expect(kl(binomial(5, 1), binomial(4, 1))).toEqual(exact(Infinity));
    expect(kl(binomial(4, 1), binomial(4, 0.5)).value).toBeCloseTo(4 * Math.LN2, 14);
    expect(kl(binomial(1e15, 0.5), binomial(1e14, 0.5))).toEqual(exact(Infinity));
    expect(kl(binomial(1e15, 0.5), binomial(1e15, 0.5000001)).value).toBeCloseTo(20, 5);
  });
  it.each([
    [poisson(2.5), poisson(4)], [poisson(1e-10), poisson(1)], [geometric(0.3), geometric(0.31)], [geometric(0.9), geometric(0.2)],
    [discreteUniform(1, 6), discreteUniform(0, 100)], [binomial(20, 0.3), binomial(20, 0.31)], [geometric(1), geometric(0.5)],
  ].map(([p, q]) => [shown(p!), shown(q!), p!, q!] as const))('%s from %s: the closed form is the sum', (_, __, p, q) => {
    const [closed, summed] = [kl(p, q), kl(nameless(p), nameless(q))];
    expect({ closed, summed, order: compare(closed, summed) }).toMatchObject({ order: 'overlap' });
    expect(closed.error).toBeLessThan(1e-14 * closed.value);
    expect(summed.error).toBeLessThan(1e-13);
  }); // prettier-ignore
  it('rates whose ratio is not a number of the machine', () => {
    const d = kl(poisson(7.5e9), poisson(8.9e-300)); // 7.5e9 (log(7.5e9/8.9e-300) - 1)
    expect(Math.abs(d.value - 7.5e9 * (Math.log(7.5e9) - Math.log(8.9e-300) - 1))).toBeLessThan(1e-14 * d.value);
    expect(d.error).toBeLessThan(1e-14 * d.value);
  });
  it('a geometric law from a Poisson law, which falls faster', () => {
    const [p, q] = [geometric(0.5), poisson(1)];
    // sum 2^-k (-k log 2 + 1 + log k!) = 1 - 2 log 2 + sum 2^-k log k!
    let rest = 0;
    for (let k = 200, f = 0; k >= 1; k--) {
      f = 0;
      for (let i = 2; i <= k; i++) f += Math.log(i);
      rest += f * 2 ** -k;
    }
    expect(Math.abs(kl(p, q).value - (1 - 2 * Math.LN2 + rest))).toBeLessThan(1e-14);
    expect(kl(p, q).error).toBeLessThan(1e-14);
    expect(kl(q, p)).toEqual(exact(Infinity)); // q can be 0
  });
  it('a countable law is not absolutely continuous with respect to a finite one', () => {
    expect(kl(poisson(1), binomial(10, 0.1))).toEqual(exact(Infinity));
    expect(kl(poisson(1), binomial(1000, 0.001))).toEqual(exact(Infinity));
    expect(kl(geometric(0.5), discreteUniform(1, 1000))).toEqual(exact(Infinity));
    expect(kl(binomial(1000, 0.999), geometric(0.3))).toEqual(exact(Infinity)); // by 0, of probability 10^-3000
    const d = kl(binomial(1000, 0.001), poisson(1));
    expect(d.value).toBeCloseTo(2.5025025e-7, 13);
    expect(d.error).toBeLessThan(1e-15);
  });
});

describe('lists', () => {
  it('are refused where they are too long, but the rest is there', () => {
    const laws: [FiniteLaw, string][] = [
      [binomial(1e15, 0.5), 'binomial: n must be at most 1000000 to list the outcomes, got 1000000000000000'],
      [poisson(2 ** 40), 'poisson: lambda must be at most 2^30 to list the outcomes, got 1099511627776'],
      [geometric(1e-10), 'geometric: p must be at least 2^-15 to list the outcomes, got 1e-10'],
      [
        discreteUniform(5, 1e9),
        'discrete uniform: upper must be less than 5 + 2^21 to list the outcomes, got 1000000000',
      ],
    ];
    for (const [law, text] of laws) {
      for (const read of [() => law.outcomes, () => law.probabilities]) expect(read).toThrow(new RangeError(text));
      for (const v of [law.mean!, law.variance!, logProbability(law, 7)])
        expect(v.error / Math.abs(v.value)).toBeLessThan(1e-14);
      expect(law.sampler!(stream(1))()).toBeGreaterThan(0);
    }
  });
  it('are made once', () => {
    for (const law of open) expect(law.probabilities).toBe(law.probabilities);
  });
  it('a countable law goes on beyond its list', () => {
    const [p, g] = [poisson(1), geometric(0.5)];
    expect(g.outcomes.at(-1)).toBeLessThan(110);
    within(probability(g, 1000), power(rational(1n, 2n), 1000), 3000);
    expect(compare(probability(p, 100), log(exact(1)))).toBe('greater');
    for (const law of [p, g, binomial(5, 0.5), discreteUniform(0, 5), bernoulli(0.5)])
      for (const x of [-1, 0.5, NaN, Infinity, 1e300 * law.outcomes.at(-1)! ** 0])
        if (x !== 1e300 || !law.tail)
          expect([x, logProbability(law, x), pmf(law, x)]).toEqual([x, exact(-Infinity), exact(0)]);
  });
  it('the log-likelihood of any law', () => {
    expect(logLikelihood(bernoulli(0), [0, 1])).toEqual(exact(-Infinity));
    expect(logLikelihood(bernoulli(0), [0, 0])).toEqual(exact(0));
    const die = finiteFromWeights([1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6]);
    expect(logLikelihood(die, Float64Array.of(1, 6)).value).toBeCloseTo(-2 * Math.log(6), 14);
    const l = logLikelihood(binomial(1e15, 0.3), [3e14, 3e14 + 1e7]);
    within(l, fromDecimal('-35.0541009596913721567531957697823416612051779'), 60);
  });
});

describe('divergences are never negative', () => {
  const LAWS = 1000;
  const words = new Uint32Array(2);
  const double = new Float64Array(words.buffer);
  let state = 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const ODD = [
    Number.MIN_VALUE,
    2 ** -1022,
    1e-310,
    1e-300,
    1e-20,
    2 ** -54,
    2 ** -53,
    0.5,
    1 - 2 ** -53,
    1 - 2 ** -52,
  ];
  /** Any positive bit pattern below 1. */
  const pattern = (): number => {
    words[0] = next();
    words[1] = next() % 0x3ff00000;
    return double[0]! || 0.5;
  };
  const unit = (): number => {
    const kind = next() & 7;
    return kind === 0 ? ODD[next() % ODD.length]! : kind === 1 ? pattern() : kind === 2 ? 1 - pattern() ** 0.05 || 0.5 : (next() + 0.5) / 2 ** 32;
  }; // prettier-ignore
  /** The same, or its neighbour by a few bits, for half of the pairs. */
  const near = (x: number, other: () => number, most: number): number => {
    if ((next() & 1) === 0) return other();
    const y = x * (1 + (next() % 9 - 4) * 2 ** -(next() % 53)); // prettier-ignore
    return y > 0 && y <= most ? y : x;
  };
  const rate = (most: number) => (): number => ((next() & 1) === 0 ? pattern() : Math.min(unit() / unit(), most));
  const sign = (): number => ((next() & 1) === 0 ? 1 : -1);
  const rates = rate(2 ** 53 - 1);
  const sizes = rate(1e308);
  type Case = [name: string, make: () => Law, other: (p: Law) => Record<string, number>];
  const cases: Case[] = [
    ['bernoulli', () => bernoulli(unit()), (p) => ({ p: near(p.parameters!.p!, unit, 1) })],
    ['geometric', () => geometric(unit()), (p) => ({ p: near(p.parameters!.p!, unit, 1) })],
    ['poisson', () => poisson(rates()), (p) => ({ lambda: near(p.parameters!.lambda!, rates, 2 ** 53 - 1) })],
    ['exponential', () => exponential(sizes()), (p) => ({ rate: near(p.parameters!.rate!, sizes, 1e308) })],
    [
      'normal',
      () => normal(sign() * sizes(), sizes()),
      ({ parameters: { mu, sigma } = {} }) => ({
        mu: sign() * near(Math.abs(mu!), sizes, 1e308),
        sigma: near(sigma!, sizes, 1e308),
      }),
    ],
  ];
  it.each(cases)('%s, 4 10^5 pairs', (_, make, other) => {
    let [negative, sharp] = [0, 0];
    for (let i = 0; i < LAWS; i++) {
      const p = make();
      for (let j = 0; j < 4e5 / LAWS; j++) {
        const q = other(p);
        const d = p.klTo!(q);
        // nor exactly 0 for two laws
        const same = Object.entries(q).every(([name, v]) => p.parameters![name] === v);
        if (!(d.value >= 0 && d.error >= 0 && (same || d.value + d.error > 0))) negative++;
        if (d.error < 1e-9 * d.value) sharp++;
      }
    }
    expect(negative).toBe(0);
    expect(sharp).toBeGreaterThan(1.6e5);
  });
  it('categorical laws of three outcomes', () => {
    const all = Array.from({ length: 300 }, () => {
      const a = unit();
      const b = (1 - a) * unit();
      return categorical([a, b, Math.max(0, 1 - a - b)]);
    });
    let wrong = 0;
    for (const p of all)
      for (const q of all) {
        const d = kl(p, q);
        // the lists add up to 1 within 2^-52 each, and are taken as they are: so far below 0 the sum may be
        if (!(d.value >= -(2 ** -51) - d.error)) wrong++;
      }
    expect(wrong).toBe(0);
  });
});
