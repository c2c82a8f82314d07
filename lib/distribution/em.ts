import { type Bounded, U, add, bounded, exact, log, multiply, subtract, sum } from '../number/bounded.ts';
import { logSumExp } from '../number/log-sum-exp.ts';
import { type Fit, type Sample, demand, demandSample } from './contract.ts';
import { type Mixture, normalMixture } from './mixture.ts';
import { normalLogDensity } from './normal.ts';

/**
 * The lower bound of the log-likelihood that EM raises: sum_i sum_k r_ik (log w_k + log p_k(x_i) - log r_ik), the
 * responsibilities r[i][k] any laws over the components; 0 log 0 = 0.
 */
export function mixtureElbo(law: Mixture, sample: Sample, r: readonly (readonly number[])[]): Bounded {
  demand(r.length === sample.length, law.name, 'responsibilities', `a list of ${sample.length} rows`, r.length);
  return sum(
    r.flatMap((row, i) =>
      row.map((share, k) => {
        if (share === 0) return exact(0);
        const joint = add(log(law.shares[k]!), law.components[k]!.logDensity(sample[i]!));
        return multiply(exact(share), subtract(joint, log(exact(share))));
      }),
    ),
  );
}

/** One step of an EM run: the parameters it starts from and their log-likelihood. */
export interface EmStep {
  readonly weights: readonly number[];
  readonly mus: readonly number[];
  readonly sigmas: readonly number[];
  readonly logLikelihood: number;
}

/**
 * A local maximum of the likelihood by the EM algorithm (Dempster, Laird and Rubin 1977) from `start`, with its trace:
 * until a step raises the log-likelihood by less than its rounding, or `rounds`. The likelihood itself is unbounded (a
 * component may shrink onto one observation): such a run throws RangeError.
 */
export function fitNormalMixture(sample: Sample, start: Mixture, rounds = 1000): Fit<Mixture> & { trace: EmStep[] } {
  demandSample('normal mixture', sample, 'finite', Number.isFinite, 2);
  let law = start;
  const trace: EmStep[] = [];
  for (let round = 0; round < rounds; round++) {
    const total = sum(Array.from(sample, (x) => law.logDensity(x)));
    const last = trace.at(-1);
    trace.push({ ...partsOf(law), logLikelihood: total.value });
    if (last && !(total.value - last.logLikelihood > U * Math.abs(total.value))) break;
    law = maximise(law, sample);
  }
  const { weights, mus, sigmas } = partsOf(law);
  const values = weights.flatMap((w, i) => [w, mus[i]!, sigmas[i]!]);
  const names = Object.keys(law.parameters);
  // how far a local maximum is cannot be told from the steps of EM, which may be short: no bound
  return { law, trace, estimates: Object.fromEntries(names.map((n, i) => [n, bounded(values[i]!, Infinity)])) };
}

const partsOf = (law: Mixture) => ({
  weights: law.shares.map((s) => s.value),
  mus: law.components.map((c) => c.parameters.mu!),
  sigmas: law.components.map((c) => c.parameters.sigma!),
});

function maximise(law: Mixture, sample: Sample): Mixture {
  const { mus, sigmas } = partsOf(law);
  const rows = Array.from(sample, (x) => {
    const logs = mus.map((m, k) => add(log(law.shares[k]!), normalLogDensity(x, m, sigmas[k]!)));
    const whole = logSumExp(logs).value;
    return logs.map((l) => Math.exp(l.value - whole));
  });
  const column = (k: number, f: (x: number) => number): number =>
    rows.reduce((s, r, i) => s + r[k]! * f(sample[i]!), 0);
  const totals = mus.map((_, k) => column(k, () => 1));
  const means = mus.map((_, k) => column(k, (x) => x) / totals[k]!);
  const roots = mus.map((_, k) => Math.sqrt(column(k, (x) => (x - means[k]!) ** 2) / totals[k]!));
  return normalMixture(totals.map((t) => t / sample.length), means, roots); // prettier-ignore
}
