/** `\lim_{n \to \infty}` of what a sample makes: the body at n = 2^60, with the bound that n leaves; of anything else as in lib/meaning/approach.ts. */
import { bounded, exact, type Bounded } from '../number/bounded.ts';
import { limitAt, limitOfWhole, type From } from '../meaning/approach.ts';
import { LIMIT } from '../meaning/limit.ts';
import { attempt, Refusal, Undefined } from '../meaning/refusal.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import type { Parser, Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { tree, type Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';
import { isNumber, show } from '../meaning/value.ts';

const read: Prefix = (p, token) => {
  p.expect('_', 'below \\lim', 'write \\lim_{n \\to \\infty}');
  const sided = p.attempt(() => readSided(p));
  const condition = sided?.condition ?? p.group('\\lim');
  if (!isCondition(condition))
    throw p.error('a limit should say where its variable goes', condition.span, 'write \\lim_{n \\to \\infty}');
  return p.node('limit', [condition, p.expression(power.sum)], sided?.from ?? '', token.start);
};

const isCondition = (t: Tree): boolean =>
  t.op === 'chain' && t.args.length === 3 && t.args[1]!.text === '\\to' && t.args[0]!.op === 'symbol';

/** `{x \to 0^+}` */
function readSided(p: Parser): { condition: Tree; from: '+' | '-' } | null {
  const open = p.accept('{');
  const start = p.peek().start;
  if (!open || p.peek().kind === 'text' || !p.startsOperand()) return null;
  const name = p.expression(power.relation);
  const sign = p.accept('\\to');
  if (!sign || !p.startsOperand() || p.is('-')) return null;
  const place = p.expression(power.postfix);
  const condition = p.node('chain', [name, tree('relation', [], '\\to', sign), place], '', start);
  if (!p.accept('^')) return null;
  const braced = p.accept('{');
  const from = p.accept('+', '-');
  if (!from || (braced && !p.accept('}')) || !p.accept('}')) return null;
  return { condition, from: from.text as '+' | '-' };
}

/** The name that goes to infinity in `n \to \infty`; null if `t` is no such condition. */
export function limitOf(t: Tree): string | null {
  return isCondition(t) && t.args[2]!.text === '\\infty' ? t.args[0]!.text : null;
}

function compile(t: Tree, scope: Scope): Code {
  const [condition, body] = t.args as [Tree, Tree];
  const name = limitOf(condition);
  if (name === null || !hasSample(body, name, scope)) return compileAt(t, scope);
  scope.lookup(name);
  scope.shared.evidence.add('limit');
  const code = scope.inLimit(name).compile(body);
  return (env) => {
    const v = code(env);
    // A sequence that approaches its limit no slower than n^{-1/3} is within n^{-1/3} of it, in units of itself or 1.
    return isNumber(v) && Number.isFinite(v.value) ? bounded(v.value, v.error + slack(v.value)) : v;
  };
}

/** Whether a sample of the size stands in `t`, definitions expanded. */
function hasSample(t: Tree, size: string, scope: Scope): boolean {
  const expanded = scope.expand(t);
  if (expanded) return hasSample(expanded.body, size, expanded.scope);
  const own = t.op === 'symbol' && scope.declarations.get(`${t.text}_\\cdot`);
  return (own && own.size === size) || t.args.some((arg) => hasSample(arg, size, scope));
}

/** The variable is bound here; of one that is given, only places that it may have count. */
function compileAt(t: Tree, scope: Scope): Code {
  const [condition, body] = t.args as [Tree, Tree];
  const [variable, , place] = condition.args as [Tree, Tree, Tree];
  const declared = scope.declarations.get(variable.text);
  if (declared && !['value', 'size', 'outcome', 'parameter'].includes(declared.role))
    throw new Refusal(`“${variable.text}” goes to “${scope.shared.print(place)}”, but it is no number`, condition.span);
  const whole = declared?.whole || declared?.role === 'size';
  if (whole && limitOf(condition) === null)
    throw new Refusal(`“${variable.text}” goes to “${scope.shared.print(place)}”, but takes whole numbers only`, condition.span);
  scope.shared.evidence.add('limit');
  const slot = scope.slot();
  const { used } = scope.shared;
  const before = [...used];
  used.clear();
  const value = scope.bind(variable.text, slot).number(body);
  used.delete(variable.text);
  const alone = used.size === 0;
  for (const name of before) used.add(name);
  const to = scope.number(place);
  const [low, high] = declared?.ends ?? [-Infinity, Infinity];
  let known: ReturnType<typeof limitAt> | undefined;
  return (env) => {
    const f = (x: number): Bounded => {
      if (x < low || x > high) return exact(NaN);
      env[slot] = exact(x);
      const v = attempt(() => value(env));
      return v instanceof Refusal ? exact(NaN) : v;
    };
    const { value: at, error } = to(env);
    // a place in doubt by less than the ladder's steps is as good as known
    if (error > 2 ** -40 * Math.abs(at) || Number.isNaN(at)) throw new Refusal(`“${scope.shared.print(place)}” is not known exactly`, place.span);
    const found = known ?? (whole ? limitOfWhole(f) : limitAt(f, at, t.text as From));
    // a long sum of no other name is the same in every world
    if (alone && Math.abs(at) === Infinity) known = found;
    if ('value' in found) return found;
    const apart = whole ? 'for whole numbers of two remainders' : 'from the two sides';
    throw new Undefined(`the limits ${apart} differ: ${found.map(show).join(' and ')}`, t.span);
  };
} // prettier-ignore

const slack = (value: number): number => Math.max(1, Math.abs(value)) / Math.cbrt(LIMIT);

export const limit: Notation = {
  name: { en: 'limits', zh: '极限' },
  meaning: {
    en: 'Where the expression goes as its variable goes to the place below the sign, judged by exact laws or bounds that hold at every size, never by one simulated run.',
    zh: '变量趋于符号下方所写之处时表达式的极限，由精确的分布或对任意大小都成立的界来判定，绝不靠一次模拟。',
  },
  prefix: { '\\lim': read },
  ops: {
    limit: {
      binds: power.sum + 5,
      print: (t, print) =>
        `\\lim_{${print(t.args[0]!)}${t.text ? `^{${t.text}}` : ''}} ${print(t.args[1]!, power.sum + 1)}`,
      compile,
    },
  },
  examples: [
    { tex: '\\lim_{n \\to \\infty} \\frac1n', tree: '(limit (chain n (relation "\\\\to") \\infty) (divide 1 n))' },
    {
      tex: '\\lim_{x \\to 0^+} x \\log x',
      tree: '(limit "+" (chain x (relation "\\\\to") 0) (multiply x (apply "\\\\log" x)))',
    },
  ],
};
