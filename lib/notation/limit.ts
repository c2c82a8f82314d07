/** `\lim_{n \to \infty}`: the body at n = 2^60, with the bound that n leaves. */
import { bounded } from '../number/bounded.ts';
import { LIMIT } from '../meaning/limit.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import type { Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import type { Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';
import { isNumber } from '../meaning/value.ts';

const read: Prefix = (p, token) => {
  p.expect('_', 'below \\lim', 'write \\lim_{n \\to \\infty}');
  const condition = p.group('\\lim');
  if (!limitOf(condition))
    throw p.error('a limit should say where its variable goes', condition.span, 'write \\lim_{n \\to \\infty}');
  return p.node('limit', [condition, p.expression(power.sum)], '', token.start);
};

/** The name that goes to infinity in `n \to \infty`; null if `t` is no such condition. */
export function limitOf(t: Tree): string | null {
  if (t.op !== 'chain' || t.args.length !== 3 || t.args[1]!.text !== '\\to') return null;
  return t.args[2]!.text === '\\infty' && t.args[0]!.op === 'symbol' ? t.args[0]!.text : null;
}

function compile(t: Tree, scope: Scope): Code {
  const [condition, body] = t.args as [Tree, Tree];
  const name = limitOf(condition)!;
  if (scope.declarations.get(name)?.role !== 'size')
    throw new Refusal(`“${name}” goes to infinity, but nothing given says that it is a sample size`, condition.span);
  scope.lookup(name);
  scope.shared.evidence.add('limit');
  const code = scope.inLimit(name).compile(body);
  return (env) => {
    const v = code(env);
    // A sequence that approaches its limit no slower than n^{-1/3} is within n^{-1/3} of it, in units of itself or 1.
    return isNumber(v) && Number.isFinite(v.value) ? bounded(v.value, v.error + slack(v.value)) : v;
  };
}

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
      print: (t, print) => `\\lim_{${print(t.args[0]!)}} ${print(t.args[1]!, power.sum + 1)}`,
      compile,
    },
  },
  examples: [
    { tex: '\\lim_{n \\to \\infty} \\frac1n', tree: '(limit (chain n (relation "\\\\to") \\infty) (divide 1 n))' },
  ],
};
