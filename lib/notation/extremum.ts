/** `\arg\max`, `\arg\min` (they take a sum), `\max`, `\min`, `\sup`, `\inf`, over finite parameter grids and alphabets. */
import { exact, maximum, minimum, negate, type Bounded } from '../number/bounded.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import { isNumber, type ListValue, type SetValue } from '../meaning/value.ts';
import { demandWhole } from '../meaning/whole.ts';
import type { Parser, Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import type { Tree } from '../tex/tree.ts';
import type { Notation, Op } from './notation.ts';
import { alphabet, printRange, readRange } from './range.ts';

const argument = (name: 'argmax' | 'argmin') => (p: Parser, start: number): Tree => {
  const range = readRange(p, `\\arg\\${name.slice(3)}`);
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
  const low = values.map((v) => (Number.isFinite(v.value) ? v.value - v.error : v.value));
  const high = values.map((v) => (Number.isFinite(v.value) ? v.value + v.error : v.value));
  const bar = Math.max(...low);
  const possible = candidates.filter((_, i) => high[i]! >= bar);
  const certain = candidates.filter((_, i) => high.every((h, j) => j === i || low[i]! >= h));
  return { kind: 'set', possible, certain };
}

const compileArgument = (sign: 1 | -1) => (t: Tree, scope: Scope): Code => {
  const [range, body] = t.args as [Tree, Tree];
  const variable = range.args[0]!;
  const points = candidates(range, body, scope);
  const slot = scope.slot();
  const inner = scope.bind(variable.text, slot);
  // what underflows in the limit is compared by its logarithm, which has the same maximisers
  const logOf = scope.limits.size ? inner.compile(body).log : undefined;
  const value = logOf ?? inner.number(body);
  return (env) => {
    const all = points(env);
    const values = all.map((x) => {
      env[slot] = exact(x);
      const v = value(env);
      return sign > 0 ? v : negate(v);
    });
    return maximisers(all, values);
  };
}; // prettier-ignore

function candidates(range: Tree, body: Tree, scope: Scope) {
  if (range.op === 'range') throw new Refusal('a maximum over bounds i = a … b is not read yet', range.span);
  return alphabet(range.args[0]!, range.args[1], body, scope);
}

const extremum = (name: string, best: (list: readonly Bounded[]) => Bounded): [Prefix, Op] => [
  (p, token) => {
    if (p.is('_')) {
      const range = readRange(p, name);
      return p.node(name.slice(1), [range, p.expression(power.sum)], '', token.start);
    }
    const open = p.expect(p.is('\\{') ? '\\{' : '(', `after ${name}`, `write ${name}_x f(x) or ${name}(a, b)`);
    const inner = p.free(() => p.expression(power.any));
    p.close(open.text === '(' ? ')' : '\\}', open);
    return p.node(name.slice(1), [inner.op === 'list' ? inner : p.node('list', [inner], '', token.start)], '', token.start);
  },
  {
    binds: power.sum + 5,
    print: (t, print) =>
      t.args.length === 1 ? `${name}(${print(t.args[0]!)})` : `${name}${printRange(t.args[0]!, print)} ${print(t.args[1]!, power.sum + 1)}`,
    compile: (t, scope) => {
      const [range, body] = t.args as [Tree, Tree?];
      if (!body) {
        if (range.args.some((item) => item.op === 'dots')) return ofSample(best, range, scope);
        const items = range.args.map((item) => scope.number(item));
        return (env) => best(items.map((item) => item(env)));
      }
      const points = candidates(range, body, scope);
      const slot = scope.slot();
      const value = scope.bind(range.args[0]!.text, slot).number(body);
      return (env) =>
        best(
          points(env).map((x) => {
            env[slot] = exact(x);
            return value(env);
          }),
        );
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
    en: 'With arg the set of all places where the expression is largest or smallest, equal to another such set if both agree; without it the value there.',
    zh: '带 arg 时，是使表达式最大或最小的全体位置之集合，两个这样的集合相同才算相等；不带 arg 时，是那里的值。',
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
    { tex: '\\max_x f(x) + 1', tree: '(add (max (over x) (call f (list x))) 1)' },
  ],
};
