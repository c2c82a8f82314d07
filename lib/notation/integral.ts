/** `\int … dx`: runs to its differential; by quadrature centred where the laws in the integrand are. */
import { exact } from '../number/bounded.ts';
import { integrate } from '../number/quadrature.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import type { Parser, Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { tree, type Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';
import { lawsIn, printRange } from './range.ts';

const differential = (p: Parser): boolean =>
  p.is('\\mathrm{d}') ||
  (p.peek().kind === 'letter' && p.is('d') && (p.peek(1).kind === 'letter' || /^\\[a-z]+$/.test(p.peek(1).text)));

const read: Prefix = (p, token) => {
  let lower: Tree | null = null;
  let upper: Tree | null = null;
  for (;;) {
    if (!lower && p.accept('_')) lower = p.group('_');
    else if (!upper && p.accept('^')) upper = p.group('^');
    else break;
  }
  const body = p.until(differential, power.relation);
  if (!differential(p))
    throw p.error('this \\int has no differential', token, 'end it with dx, the variable it runs over');
  const start = p.take().start;
  const variable = p.group('d');
  const bounds = lower ? [lower, ...(upper ? [upper] : [])] : [];
  if (lower && !upper) throw p.error('an integral over a named set is not read yet', lower.span, 'give both bounds');
  return p.node('integral', [tree('domain', [variable, ...bounds], '', p.span(start)), body], '', token.start);
};

function compile(t: Tree, scope: Scope): Code {
  const [domain, body] = t.args as [Tree, Tree];
  const [variable, lower, upper] = domain.args as [Tree, Tree?, Tree?];
  const print = scope.shared.print;
  const slot = scope.slot();
  const inner = scope.bind(variable.text, slot);
  const value = inner.number(body);
  const [a, b] = [lower && scope.number(lower), upper && scope.number(upper)];
  const laws = lawsIn(variable, body, inner);
  if (!laws.length && !a)
    throw new Refusal(`nothing in the integrand is a law of “${print(variable)}”, so its range is unknown`, t.span);
  scope.shared.evidence.add('quadrature');
  return (env) => {
    const found = laws.map((law) => law(env));
    const densities = found.filter((l) => l.kind === 'density');
    if (found.length > densities.length)
      throw new Refusal(`“${print(variable)}” runs over a finite alphabet, which has a sum, not an integral`, t.span);
    const [low, high] = [a ? a(env).value : -Infinity, b ? b(env).value : Infinity];
    const left = Math.max(low, Math.min(...densities.map((l) => l.support[0]), Infinity === low ? low : Infinity, a ? low : Infinity));
    const right = Math.min(high, Math.max(...densities.map((l) => l.support[1]), -Infinity, b ? high : -Infinity));
    const first = densities[0];
    const centres = densities.map((l) => l.centre);
    const kinks = densities.flatMap((l) => l.breaks ?? []);
    const scale = first ? Math.max(...densities.map((l) => l.scale)) : (right - left) / 4 || 1;
    const centre = first ? first.centre : (left + right) / 2;
    return integrate(
      (x) => {
        env[slot] = exact(x);
        return value(env);
      },
      { lower: left, upper: right, centre, scale, breaks: [...kinks, ...spreadOut(centres, scale)].filter((x) => x > left && x < right) },
    );
  };
} // prettier-ignore

/** Centres far apart on the common scale are break points; close ones would only cost evaluations. */
const spreadOut = (centres: readonly number[], scale: number): number[] => {
  const distinct = [...new Set(centres)].sort((p, q) => p - q);
  return distinct.length > 1 && distinct.at(-1)! - distinct[0]! > 8 * scale ? distinct : [];
};

export const integral: Notation = {
  name: { en: 'integrals', zh: '积分' },
  meaning: {
    en: 'Up to its differential, between the bounds or, where none are written, over the support of the law in which the variable stands.',
    zh: '到其微分为止。写明上下限时在其间积分；否则在变量所在分布的支撑上积分。',
  },
  prefix: { '\\int': read },
  ops: {
    integral: {
      binds: power.sum + 5,
      print: (t, print) => {
        const [variable, lower, upper] = t.args[0]!.args;
        const bounds = lower ? `_{${print(lower)}}^{${print(upper!)}}` : '';
        return `\\int${bounds} ${print(t.args[1]!, power.relation + 1)} \\, d${print(variable!)}`;
      },
      compile,
    },
    domain: { binds: 100, print: printRange },
  },
  examples: [
    { tex: '\\int p(x) \\log p(x) dx', tree: '(integral (domain x) (multiply (call p (list x)) (apply "\\\\log" (call p (list x)))))' },
    { tex: '\\int_{-\\infty}^\\infty f(x) \\, dx', tree: '(integral (domain x (negate \\infty) \\infty) (call f (list x)))' },
  ],
}; // prettier-ignore
