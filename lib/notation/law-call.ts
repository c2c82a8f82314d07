/** The call of a law, a family or a joint law at its arguments: a probability or a density, with its logarithm where that is known better. */
import { exp as exponential, log as logarithm, type Bounded } from '../number/bounded.ts';
import { likelihood, logProbability, probability as massAt } from '../distribution/likelihood.ts';
import type { JointDensity, LogDensity } from '../distribution/joint-normal.ts';
import { probabilityOf, type JointLaw } from '../distribution/joint.ts';
import type { Family } from '../distribution/family.ts';
import { assignment, axisValues, demandApart, jointIn, member, sampleLaw } from '../meaning/law.ts';
import { typicalSum } from '../meaning/limit.ts';
import { asColumn, matrix, sameShape } from '../meaning/matrix.ts';
import { logMassAt, massAt as massAround } from '../meaning/place.ts';
import { Misshapen, Refusal } from '../meaning/refusal.ts';
import type { Code, Declaration, Env, Scope } from '../meaning/scope.ts';
import { isNumber, kindOf, type Law, type Value } from '../meaning/value.ts';
import type { VectorLaw } from '../meaning/vector-law.ts';
import { demandWhole } from '../meaning/whole.ts';
import { baseOf, type Tree } from '../tex/tree.ts';

export function compileDensity(law: (env: Env) => Law, first: Tree, scope: Scope): Code {
  if (first.args.length !== 1)
    throw new Refusal(`a law of one argument is written with ${first.args.length}`, first.span);
  return densityAt(law, first.args[0]!, scope);
}

export function densityAt(law: (env: Env) => Law | VectorLaw, place: Tree, scope: Scope): Code {
  const argument = scope.number(place);
  const vector = scope.compile(place);
  const ofVector = (l: VectorLaw, env: Env): Bounded => {
    const v = vector(env);
    const column = isNumber(v) ? matrix([[v]]) : asColumn(v);
    if (column && sameShape(column, l.mean)) return l.logDensity(column);
    throw new Misshapen(`“${scope.shared.print(place)}” is ${kindOf(v)} where ${kindOf(l.mean)} is due`, place.span);
  };
  const read =
    (mass: (l: Law, x: Bounded) => Bounded, of: (l: Bounded) => Bounded) =>
    (env: Env): Bounded => {
      const l = law(env);
      return l.kind === 'vector law' ? of(ofVector(l, env)) : mass(l, argument(env));
    };
  return Object.assign(read(massAround, exponential), { log: read(logMassAt, (x) => x) });
}

/** One argument is a point; several, or a whole sample, are independent draws. */
export function compileFamily(declared: Declaration, parameter: Tree, first: Tree, scope: Scope): Code {
  const theta = scope.number(parameter);
  const print = scope.shared.print;
  const whole = first.args.some((a) => a.op === 'dots');
  const sample = whole || first.args[0]!.op !== 'index' ? sampleIn(first.args[0]!, scope) : undefined;
  if (whole && sample) demandWhole(first.args, sample, scope);
  if (sample?.size && scope.limits.has(sample.size)) return typicalLikelihood(declared, theta, sample, first, scope);
  // x_1, …, x_n is the sample even where x alone is given as an outcome
  const points: Code[] = whole && sample ? [(env) => env[sample.slot]!] : first.args.map((arg) => scope.compile(arg));
  const law = member(declared, parameter, scope);
  const only = points.length === 1 ? points[0]! : null;
  const code: Code = (env) => {
    const alone = only?.(env);
    if (alone && isNumber(alone)) return massAt(law(env), alone.value);
    const values = points.flatMap((point): Value[] => {
      const v = point(env);
      return 'kind' in v && v.kind === 'list' ? [...v.items] : [v];
    });
    const numbers = values.map((v) => {
      if (isNumber(v)) return v.value;
      throw new Refusal(`“${print(first)}” is ${kindOf(v)}, not a point or a sample`, first.span);
    });
    const model = law(env);
    if (numbers.length === 1) return massAt(model, numbers[0]!);
    return likelihood(model, numbers);
  };
  if (points.length === 1 && !whole)
    code.log = (env) => {
      const v = points[0]!(env);
      return isNumber(v) ? logProbability(law(env), v.value) : logarithm(code(env) as Bounded);
    };
  return code;
}

/** The sample that an argument stands for as a whole: `X`, `x_1, \\dots, x_n`. */
function sampleIn(t: Tree, scope: Scope): Declaration | undefined {
  const expanded = scope.expand(t);
  if (expanded) return sampleIn(expanded.body, expanded.scope);
  if (t.op === 'set' || t.op === 'list')
    return t.args.some((a) => a.op === 'dots') ? sampleIn(t.args[0]!, scope) : undefined;
  if (t.op === 'collection') return sampleIn(t.args[1]!, scope);
  const base = baseOf(t).text;
  if (t.op === 'symbol' && scope.declarations.has(base)) return undefined;
  return scope.lookup(`${base}_\\cdot`);
}

/** The likelihood of an unbounded sample: 0 in floating point, but its logarithm is a typical sum. */
function typicalLikelihood(
  family: Declaration,
  theta: (env: Env) => Bounded,
  sample: Declaration,
  at: Tree,
  scope: Scope,
): Code {
  // prettier-ignore
  scope.shared.evidence.add('tail');
  const { law } = sampleLaw(sample, at, scope);
  const logOf = (env: Env): Bounded => {
    const model = (env[family.slot] as Family).at(theta(env).value);
    return typicalSum(law(env) as Law, (x) => logProbability(model, x));
  };
  return Object.assign((env: Env) => exponential(logOf(env)), { log: logOf });
}

export function compileJoint(declared: Declaration, t: Tree, scope: Scope): Code {
  const first = t.args[1]!;
  const target = axisValues(first.args, declared, scope);
  const { joint: jointOf, conditions } = jointIn(declared, t, scope);
  const given = axisValues(conditions, declared, scope);
  demandApart(...([target, given].map((codes) => codes.map(([name]) => name)) as [string[], string[]]), t, scope);
  return inJoint(jointOf, target, given);
}

type Places = readonly (readonly [string, (env: Env) => Bounded])[];

/** A law of several names at places, given others. */
export function inJoint(jointOf: (env: Env) => JointLaw | JointDensity, target: Places, given: Places): Code {
  const [names, conditionNames] = [target, given].map((codes) => codes.map(([name]) => name)) as [string[], string[]];
  let last: JointDensity | null = null;
  let logDensity: LogDensity;
  const values = (codes: Places, env: Env): number[] => codes.map(([, code]) => code(env).value);
  const read =
    (density: (l: Bounded) => Bounded, mass: (p: Bounded) => Bounded) =>
    (env: Env): Bounded => {
      const joint = jointOf(env);
      if (joint.kind === 'joint') return mass(probabilityOf(joint, assignment(target, env), assignment(given, env)));
      if (joint !== last) {
        logDensity = joint.logDensity(names, conditionNames);
        last = joint;
      }
      return density(logDensity(values(target, env), values(given, env)));
    };
  const same = (x: Bounded): Bounded => x;
  return Object.assign(read(exponential, same), { log: read(same, logarithm) });
}
