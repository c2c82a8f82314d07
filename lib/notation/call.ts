/**
 * `p(x \mid \theta)`, `D_{\mathrm{KL}}(P \| Q)`, `P(|X| \ge a)`: a head, and arguments in groups parted by a
 * conditioning bar, a divergence bar or a semicolon. Whether it is a law, a functional or an event is told by
 * what the head means and by what stands inside.
 */
import { acceptConditions, compileLaw, conditionOf } from '../meaning/law.ts';
import { indicatorHeads } from '../meaning/event.ts';
import { eventHeads, eventProbability } from '../meaning/event-set.ts';
import { compileNamed, namedHead } from '../meaning/named-call.ts';
import { preimage } from '../meaning/preimage.ts';
import { probability } from '../meaning/random.ts';
import { isMeant } from '../meaning/random-names.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Declaration, Env, Scope } from '../meaning/scope.ts';
import type { FunctionValue, Law } from '../meaning/value.ts';
import { distributionOf, variableHead } from '../meaning/variable-head.ts';
import type { VectorLaw } from '../meaning/vector-law.ts';
import type { Parser } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { baseOf, type Tree } from '../tex/tree.ts';
import { functionals } from './functional.ts';
import { compileBessel } from './bessel.ts';
import { compileDensity, compileFamily, compileJoint, densityAt, inJoint } from './law-call.ts';
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
