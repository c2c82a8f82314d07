/** `\arg\max`, `\arg\min` (they take a sum), `\max`, `\min`, `\sup`, `\inf`: over lists of places, by looking at all, and over a continuum, by search. */
import { exact, maximum, minimum, negate, type Bounded } from '../number/bounded.ts';
import { high, low, type Stretch } from '../number/maximum.ts';
import { compileLaw } from '../meaning/law.ts';
import { Refusal } from '../meaning/refusal.ts';
import { remembered } from '../meaning/remember.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import { isNumber, type ListValue, type SetValue, type Value } from '../meaning/value.ts';
import { demandWhole } from '../meaning/whole.ts';
import type { Parser, Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { isSquareOfName, walk, type Tree } from '../tex/tree.ts';
import type { Notation, Op } from './notation.ts';
import { endOfRule, readRule } from './rule-set.ts';
import { type Runner, searched, searchedInLogs, stretchOf, stretchOfLaw } from './continuum.ts';
import { placeOfVector } from './extremum-of-vector.ts';
import { alphabet, between, fromBounds, indices, lawOfRange, printRange, readRange, sampleOver } from './range.ts';

const argument = (name: 'argmax' | 'argmin') => (p: Parser, start: number): Tree => {
  const range = readRange(p, `\\arg\\${name.slice(3)}`, true);
  return p.node(name, [range, p.expression(power.relation)], '', start);
}; // prettier-ignore

const arg: Prefix = (p, token) => {
  const which = p.accept('\\max', '\\min', 'max', 'min');
  if (!which) throw p.error('\\arg should be followed by \\max or \\min', p.peek());
  return argument(which.text.endsWith('max') ? 'argmax' : 'argmin')(p, token.start);
};

/** The candidates that may be best, and those that surely are. NaN decides nothing. */
export function maximisers(candidates: readonly number[], values: readonly Bounded[]): SetValue {
  if (values.some((v) => Number.isNaN(v.value))) return { kind: 'set', possible: candidates, certain: [] };
  const [least, most] = [values.map(low), values.map(high)];
  const bar = Math.max(...least);
  const possible = candidates.filter((_, i) => most[i]! >= bar);
  const certain = candidates.filter((_, i) => most.every((h, j) => j === i || least[i]! >= h));
  return { kind: 'set', possible, certain };
}

/** The name runs over a list of places, or over a stretch; which, a law may say only in its world. */
interface Range {
  readonly name: Runner;
  readonly inner: Scope;
  readonly points: ((env: Env) => readonly number[]) | null;
  readonly stretch: ((env: Env) => Stretch | null) | null;
}

function compileRange(range: Tree, body: Tree, scope: Scope): Range {
  const [written, set] = range.args as [Tree, Tree?];
  if (written.op === 'list')
    throw new Refusal(
      `a maximum over several names, “${scope.shared.print(written)}”, is not read: write one below another \\max`,
      written.span,
    );
  // \max_{\sigma^2}: \sigma is what the expression has, and the place is that of its square
  const isSquare = isSquareOfName(written);
  const variable = isSquare ? written.args[0]! : written;
  if (variable.op !== 'symbol')
    throw new Refusal(`“${scope.shared.print(written)}” cannot run over anything: it is no name`, written.span);
  const name: Runner = { variable, slot: scope.slot(), isSquare };
  const inner = scope.bind(variable.text, name.slot);
  const listed = placesOf(range, body, scope);
  if (listed) return { name, inner, points: listed, stretch: null };
  const found = lawOfRange(variable, set, body, scope);
  const stretch = stretchOf(name, set, found !== null, scope);
  if (stretch) scope.shared.evidence.add('search');
  if (stretch) return { name, inner, points: null, stretch };
  if (isSquare)
    throw new Refusal(`“${scope.shared.print(written)}” runs over a list of places: write its root`, written.span);
  if (!set && !found && !scope.lookup(variable.text))
    throw new Refusal(
      `“${scope.shared.print(variable)}” has no range: say in the givens that it is real, or what it is an outcome of, or write its set, as in \\max_{x \\in [0, 1]}`,
      variable.span,
    );
  const points = alphabet(variable, set, body, scope);
  if (!found) return { name, inner, points, stretch: null };
  return { name, inner, points, stretch: stretchOfLaw(compileLaw(found.law, found.scope).law, variable.text) };
}

/** `i = 1 \dots n`, `1 \le i \le n` of what stands as an index, or the index of a sample by itself; null for others. */
function placesOf(range: Tree, body: Tree, scope: Scope): ((env: Env) => readonly number[]) | null {
  if (range.op === 'range') return between(range, scope);
  const [variable, set] = range.args as [Tree, Tree?];
  const isIndex = [...walk(body)].some((t) => t.op === 'index' && t.args[1]!.text === variable.text);
  if (!isIndex) return null;
  const sample = set ? undefined : sampleOver(variable, body, scope);
  if (sample) return indices(sample);
  const bounds = fromBounds(range);
  return bounds.op === 'range' ? between(bounds, scope) : null;
}

/** The values at a list of places, one after the other. */
const valuesAt = (places: readonly number[], { slot }: Runner, value: (env: Env) => Bounded, env: Env): Bounded[] =>
  places.map((x) => {
    env[slot] = exact(x);
    return value(env);
  });

const compileArgument = (sign: 1 | -1) => (t: Tree, scope: Scope): Code => {
  const [range, body] = t.args as [Tree, Tree];
  const whole = placeOfVector(sign, range, body, t, scope);
  if (whole) return whole;
  const { name, inner, points, stretch } = compileRange(range, body, scope);
  // what underflows is compared by its logarithm, which has the same maximisers
  const logOf = scope.limits.size ? inner.compile(body).log : undefined;
  const value = logOf ?? inner.number(body);
  const search = stretch && searchedInLogs(body, name, sign, inner);
  return remembered((env): Value => {
    const where = stretch?.(env);
    if (where) {
      const { place, attained } = search!(env, where);
      return attained || !Number.isFinite(place.value) ? place : exact(NaN);
    }
    const all = points!(env);
    const values = valuesAt(all, name, value, env);
    return maximisers(all, sign > 0 ? values : values.map(negate));
  }, [t], scope);
}; // prettier-ignore

const extremum = (name: '\\max' | '\\min' | '\\sup' | '\\inf', best: (list: readonly Bounded[]) => Bounded): [Prefix, Op] => [
  (p, token) => {
    if (p.is('_')) {
      const range = readRange(p, name, true);
      return p.node(name.slice(1), [range, p.expression(power.sum)], '', token.start);
    }
    const brace = p.accept('\\{');
    const rule = brace && readRule(p, brace);
    if (rule) return p.node(name.slice(1), [rule], '', token.start);
    const open = brace ?? p.expect('(', `after ${name}`, `write ${name}_x f(x) or ${name}(a, b)`);
    const inner = p.free(() => p.expression(power.any));
    p.close(open.text === '(' ? ')' : '\\}', open);
    if (brace && (inner.op === 'list' ? inner.args : [inner]).some(({ op }) => op === 'chain'))
      throw p.error('a set by a rule has a bar or a colon before the rule', open, 'write \\{ x \\in \\mathbb{R} \\mid \\dots \\}');
    return p.node(name.slice(1), [inner.op === 'list' ? inner : p.node('list', [inner], '', token.start)], '', token.start);
  },
  {
    binds: power.sum + 5,
    print: (t, print) =>
      t.args[0]!.op === 'rule' ? `${name} ${print(t.args[0]!)}` : t.args.length === 1 ? `${name}(${print(t.args[0]!)})` : `${name}${printRange(t.args[0]!, print)} ${print(t.args[1]!, power.sum + 1)}`,
    compile: (t, scope) => {
      const [range, body] = t.args as [Tree, Tree?];
      if (range.op === 'rule') return endOfRule(range, best === maximum ? 1 : -1, name === '\\min' || name === '\\max', scope);
      if (!body) {
        if (range.args.some((item) => item.op === 'dots')) return ofSample(best, range, scope);
        const items = range.args.map((item) => scope.number(item));
        return (env) => best(items.map((item) => item(env)));
      }
      const { name: runner, inner, points, stretch } = compileRange(range, body, scope);
      const value = inner.number(body);
      const search = stretch && searched(body, runner, best === maximum ? 1 : -1, inner, value);
      const isBound = name === '\\sup' || name === '\\inf';
      return remembered((env): Value => {
        const where = stretch?.(env);
        if (where) {
          const found = search!(env, where);
          return found.attained || isBound ? found.value : exact(NaN);
        }
        return best(valuesAt(points!(env), runner, value, env));
      }, [t], scope);
    },
  },
]; // prettier-ignore

/** `\max(x_1, \dots, x_n)`: the largest observation of a whole sample. */
function ofSample(best: (list: readonly Bounded[]) => Bounded, members: Tree, scope: Scope): Code {
  const [first] = members.args;
  const sample = first!.op === 'index' ? scope.lookup(`${first!.args[0]!.text}_\\cdot`) : undefined;
  if (!sample) throw new Refusal(`“${scope.shared.print(members)}” is no sample that is given`, members.span);
  demandWhole(members.args, sample, scope);
  if (sample.size && scope.limits.has(sample.size))
    throw new Refusal('in the limit a sample has no largest or smallest member that is read', members.span);
  return (env) => best((env[sample.slot] as ListValue).items.map((v) => (isNumber(v) ? v : exact(NaN))));
}

const [max, maxOp] = extremum('\\max', maximum);
const [min, minOp] = extremum('\\min', minimum);
const [sup, supOp] = extremum('\\sup', maximum);
const [inf, infOp] = extremum('\\inf', minimum);

const argumentOp = (name: string, sign: 1 | -1): Op => ({
  binds: power.relation + 5,
  print: (t, print) => `\\arg\\${name}${printRange(t.args[0]!, print)} ${print(t.args[1]!, power.relation + 1)}`,
  compile: compileArgument(sign),
});

const spelt =
  (name: 'argmax' | 'argmin'): Prefix =>
  (p, token) =>
    argument(name)(p, token.start);

export const extrema: Notation = {
  name: { en: 'maximisers and maxima', zh: '最大值点与最大值' },
  meaning: {
    en: 'With arg the set of all places where the expression is largest or smallest, equal to another such set if both agree; without it the value there. Over an interval, a given number or a density the place is found by search; where several tie it is not told.',
    zh: '带 arg 时，是使表达式最大或最小的全体位置之集合，两个这样的集合相同才算相等；不带 arg 时，是那里的值。在区间、已知的实数或密度上，位置由数值搜索得到；若有几处并列，则不作判定。',
  },
  prefix: {
    '\\arg': arg,
    argmax: spelt('argmax'),
    argmin: spelt('argmin'),
    'arg max': spelt('argmax'),
    'arg min': spelt('argmin'),
    '\\max': max,
    '\\min': min,
    max,
    min,
    '\\sup': sup,
    '\\inf': inf,
  },
  ops: {
    argmax: argumentOp('max', 1),
    argmin: argumentOp('min', -1),
    max: maxOp,
    min: minOp,
    sup: supOp,
    inf: infOp,
  },
  examples: [
    { tex: '\\arg\\max_\\theta a - b', tree: '(argmax (over \\theta) (subtract a b))' },
    { tex: '\\underset{\\theta}{argmin} \\ a', tree: '(argmin (over \\theta) a)' },
    { tex: '\\max(x_1, \\dots, x_n)', tree: '(max (list (index x 1) (dots) (index x n)))' },
    { tex: '\\inf_{t > 0} f(t)', tree: '(inf (over t (chain t (relation ">") 0)) (call f (list t)))' },
    {
      tex: '\\max_{0 \\le x \\le 1} f(x)',
      tree: '(max (over x (chain 0 (relation "\\\\le") x (relation "\\\\le") 1)) (call f (list x)))',
    },
    {
      tex: '\\arg\\max_{x \\in [0, 1]} f(x)',
      tree: '(argmax (over x (interval "[]" 0 1)) (call f (list x)))',
    },
    { tex: '\\max_x f(x) + 1', tree: '(add (max (over x) (call f (list x))) 1)' },
  ],
};
