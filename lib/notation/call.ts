/**
 * `p(x \mid \theta)`, `D_{\mathrm{KL}}(P \| Q)`, `P(|X| \ge a)`: a head, and arguments in groups parted by a
 * conditioning bar, a divergence bar or a semicolon. Whether it is a law, a functional or an event is told by
 * what the head means and by what stands inside.
 */
import { exp as exponential, log as logarithm, type Bounded } from '../number/bounded.ts';
import { likelihood, logProbability, probability as massAt } from '../distribution/likelihood.ts';
import type { JointDensity, LogDensity } from '../distribution/joint-normal.ts';
import { probabilityOf, type JointLaw } from '../distribution/joint.ts';
import type { Family } from '../distribution/family.ts';
import { typicalSum } from '../meaning/limit.ts';
import {
  acceptConditions,
  assignment,
  axisValues,
  compileLaw,
  conditionOf,
  demandApart,
  jointIn,
  member,
  sampleLaw,
} from '../meaning/law.ts';
import { indicatorHeads } from '../meaning/event.ts';
import { eventHeads, eventProbability } from '../meaning/event-set.ts';
import { compileNamed, namedHead } from '../meaning/named-call.ts';
import { asColumn, matrix, sameShape } from '../meaning/matrix.ts';
import { logMassAt, massAt as massAround } from '../meaning/place.ts';
import { preimage } from '../meaning/preimage.ts';
import { probability } from '../meaning/random.ts';
import { isMeant } from '../meaning/random-names.ts';
import { Misshapen, Refusal } from '../meaning/refusal.ts';
import type { Code, Declaration, Env, Scope } from '../meaning/scope.ts';
import { isNumber, kindOf, type FunctionValue, type Law, type Value } from '../meaning/value.ts';
import { distributionOf, variableHead } from '../meaning/variable-head.ts';
import type { VectorLaw } from '../meaning/vector-law.ts';
import { demandWhole } from '../meaning/whole.ts';
import type { Parser } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { baseOf, type Tree } from '../tex/tree.ts';
import { functionals } from './functional.ts';
import { compileBessel } from './bessel.ts';
import { compileOfVariable } from './of-variable.ts';
import { compileTogether, variablesTogether } from './of-variables.ts';
import type { Notation, Print } from './notation.ts';

const closing: Record<string, string> = { '(': ')', '[': ']', '\\{': '\\}' };

/** Items up to a comma, in groups up to a bar or semicolon. */
function readArguments(p: Parser): { groups: Tree[]; separators: string } {
  const open = p.take();
  const end = closing[open.text]!;
  const groups: Tree[] = [];
  let separators = '';
  p.free(() => {
    for (;;) {
      const start = p.peek().start;
      const items: Tree[] = [];
      do items.push(p.expression(power.list));
      while (p.accept(','));
      groups.push(p.node('list', items, '', start));
      const bar = p.accept('|', '‖', ';');
      if (!bar) break;
      if (bar.text === '|' && separators.includes('|'))
        throw p.error('a second conditioning bar', bar, 'list the conditions after one bar, separated by commas');
      separators += bar.text;
    }
  }, true);
  p.close(end, open);
  return { groups, separators };
}

/** The call that `head` begins, or `head` itself where no bracket follows. */
export function readCall(p: Parser, head: Tree): Tree {
  const base = baseOf(head);
  if (!p.is('(', '[') && !(p.is('\\{') && indicatorHeads.includes(base.text))) return head;
  const { groups, separators } = readArguments(p);
  return p.node('call', [head, ...groups], separators, head.span.start);
}

function printCall(t: Tree, print: Print): string {
  const bars: Record<string, string> = { '|': ' \\mid ', '‖': ' \\| ', ';': '; ' };
  const [head, ...groups] = t.args;
  const inner = groups.map((g, i) => `${i ? bars[t.text[i - 1]!] : ''}${g.args.map((a) => print(a, power.list + 1)).join(', ')}`);
  const name = print(head!, 90);
  return `${head!.op === 'word' ? name.replace(/^\{(.*)\}$/, '$1') : name}(${inner.join('')})`;
} // prettier-ignore

const isEvent = (t: Tree): boolean => t.op === 'chain' || t.op === 'iff' || t.op === 'and';

function compileCall(t: Tree, scope: Scope): Code {
  const [head, first, ...conditions] = t.args as [Tree, Tree, ...Tree[]];
  if (first.args.some((arg) => arg.op === 'placeholder')) return compileLaw(t, scope).law;
  const number = numberNamed(t, scope);
  if (number) return (env) => env[number.slot]!;
  // a head that stands for a law, such as M := (P + Q)/2 in M(x)
  if (scope.expand(head)) return compileDensity(compileLaw(head, scope).law as (env: Env) => Law, first, scope);
  const together = distributionOf(t, scope);
  if (together) return probability(together, scope);
  const several = variablesTogether(t, scope);
  if (several) return compileTogether(t, several, inJoint, scope);
  if (head.op === 'inverse') return compileInverse(t, scope);
  const own = variableHead(t, scope);
  if (own) return compileOfVariable(t, own, scope);
  const bessel = compileBessel(t, scope);
  if (bessel) return bessel;
  const base = baseOf(head);
  const ofEvents =
    eventHeads.includes(head.text) && !scope.declarations.has(head.text) ? eventProbability(t, scope) : null;
  if (ofEvents) return ofEvents;
  const functional = functionals.find(
    (f) => f.heads.includes(base.text) && f.separators === t.text && (f.below || base === head),
  );
  const said = scope.declarations.get(base.text);
  // \chi^2(k) with parameters is a law, \chi^2(P, Q) a divergence
  const isLaw = namedHead(t, scope)?.parameters.length === first.args.length && t.text === '';
  if (functional && !isMeant(said, base) && !isLaw) return functional.compile(t, scope);
  if (
    first.args.some(isEvent) &&
    (eventHeads.includes(head.text) || said?.role === 'law') &&
    !said?.role.startsWith('joint')
  )
    return probability(t, scope);
  const named = namedHead(t, scope);
  if (named) {
    const { law, at } = compileNamed(t, named, scope);
    return at ? densityAt(law as (env: Env) => Law | VectorLaw, at, scope) : law;
  }
  const declared = scope.lookup(base.text);
  if (!declared) throw new Refusal(unknown(t, scope), head.span);
  switch (declared.role) {
    case 'law':
      acceptConditions(declared, head, conditions, scope);
      return compileDensity((env) => env[declared.slot] as Law, first, scope);
    case 'family': {
      const parameter = head.op === 'index' ? head.args[1]! : conditionOf(declared, conditions, t, scope);
      return compileFamily(declared, parameter, first, scope);
    }
    case 'joint':
    case 'joint family':
      return compileJoint(declared, t, scope);
    case 'function': {
      const count = first.args.length + conditions.length;
      if (count !== 1)
        throw new Refusal(`“${declared.name}” is a function of one argument, here it has ${count}`, t.span);
      const argument = scope.number(first.args[0]!);
      return (env) => {
        const f = env[declared.slot] as FunctionValue;
        return f.of ? f.of(argument(env)) : f.at(argument(env).value);
      };
    }
    default:
      throw new Refusal(
        `“${scope.shared.print(head)}” is neither a law nor a function, so it takes no arguments`,
        head.span,
      );
  }
}

/** `\\mathrm{MLL}(m)` that is given as a number. Of a name with values it would be a function that does not move with them. */
function numberNamed(t: Tree, scope: Scope): Declaration | undefined {
  const name = scope.shared.print(t);
  if (scope.declarations.get(name)?.role !== 'value') return undefined;
  const moving = t.args.slice(1).flatMap(({ args }) => args).find((arg) => scope.declarations.has(scope.shared.print(arg)));
  if (!moving) return scope.lookup(name);
  throw new Refusal(`“${name}” is given as one number, though “${scope.shared.print(moving)}” takes several values: give it by a formula`, t.span);
} // prettier-ignore

/** The inverse of F_X is the quantile function of X; that of a defined function has been read off its formula before. */
function compileInverse(t: Tree, scope: Scope): Code {
  const own = variableHead(t, scope);
  if (own) return compileOfVariable(t, own, scope);
  const [of, first] = [t.args[0]!.args[0]!, t.args[1]!];
  const declared = scope.declarations.get(of.text);
  if (declared?.monotone && t.args.length === 2 && first.args.length === 1) {
    const argument = scope.number(first.args[0]!);
    const { slot } = scope.lookup(of.text)!;
    return (env) => preimage(env[slot] as FunctionValue, argument(env));
  }
  const written = scope.shared.print(t);
  throw new Refusal(`“${written}” cannot be read off the formula of “${scope.shared.print(of)}”: give it, as in ${written} := …`, t.span);
} // prettier-ignore

/** Why a head that no given declares has no meaning: H(X, Y; Z) is no entropy, for what an entropy is of has no semicolon. */
function unknown(t: Tree, scope: Scope): string {
  const head = scope.shared.print(t.args[0]!);
  const known = functionals.filter((f) => f.heads.includes(head)).map((f) => f.separators);
  if (known.length === 0) return `nothing given says what “${head}” is`;
  const signs: Record<string, string> = { '': 'commas', '|': 'one bar', '‖': 'a double bar', ';': 'a semicolon' };
  const due = [...new Set(known)].map((s) => signs[s] ?? s).join(' or ');
  return `“${scope.shared.print(t)}” is not read: the arguments of “${head}” are parted by ${due}`;
}

function compileDensity(law: (env: Env) => Law, first: Tree, scope: Scope): Code {
  if (first.args.length !== 1)
    throw new Refusal(`a law of one argument is written with ${first.args.length}`, first.span);
  return densityAt(law, first.args[0]!, scope);
}

function densityAt(law: (env: Env) => Law | VectorLaw, place: Tree, scope: Scope): Code {
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
function compileFamily(declared: Declaration, parameter: Tree, first: Tree, scope: Scope): Code {
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

function compileJoint(declared: Declaration, t: Tree, scope: Scope): Code {
  const first = t.args[1]!;
  const target = axisValues(first.args, declared, scope);
  const { joint: jointOf, conditions } = jointIn(declared, t, scope);
  const given = axisValues(conditions, declared, scope);
  demandApart(...([target, given].map((codes) => codes.map(([name]) => name)) as [string[], string[]]), t, scope);
  return inJoint(jointOf, target, given);
}

type Places = readonly (readonly [string, (env: Env) => Bounded])[];

/** A law of several names at places, given others. */
function inJoint(jointOf: (env: Env) => JointLaw | JointDensity, target: Places, given: Places): Code {
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

export const call: Notation = {
  name: { en: 'laws, functions and functionals', zh: '分布、函数与泛函' },
  meaning: {
    en: 'A law or function at its arguments. A bar conditions, or separates parameters, as a semicolon does; a double bar separates the two laws of a divergence. Laws of several variables have every marginal and conditional, told apart by the names of their arguments.',
    zh: '分布或函数在其自变量处的值。单竖线表示条件或隔开参数，分号亦然；双竖线隔开散度的两个分布。多变量分布具有全部边缘分布与条件分布，以自变量的名称相区别。',
  },
  ops: {
    call: { binds: 95, print: printCall, compile: compileCall },
    list: {
      binds: power.list,
      print: (t, print) => t.args.map((a) => print(a, power.list + 1)).join(', '),
      compile: (t, scope) => {
        const items = t.args.map((item) => scope.compile(item));
        return (env) => ({ kind: 'list', items: items.map((item) => item(env)) });
      },
    },
  },
  examples: [
    { tex: 'p(x \\mid \\theta)', tree: '(call "|" p (list x) (list \\theta))' },
    { tex: 'D_{KL}(P \\mid\\mid Q)', tree: '(call "‖" D_{KL} (list P) (list Q))' },
    { tex: 'p(x, z)', tree: '(call p (list x z))' },
  ],
};
