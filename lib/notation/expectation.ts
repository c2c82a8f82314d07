/** `\mathbb{E}_{x \sim p}[f(x)]`, `\mathbb{E}_q[f]`, `\mathbb{E}_{q(z)}[f]`, `\mathbb{E}[X]`: the same thing, told in four ways. */
import { exact, multiply, sum, type Bounded } from '../number/bounded.ts';
import { expectation as expect } from '../distribution/expectation.ts';
import { narrow } from '../meaning/domain.ts';
import { kinksIn } from '../meaning/kinks.ts';
import { narrowest } from '../distribution/density.ts';
import { compileLaw } from '../meaning/law.ts';
import { massesIn } from '../meaning/mass.ts';
import { average, averageOfVector, randomBinder } from '../meaning/random.ts';
import { vectorAverage } from '../meaning/vector-average.ts';
import { Refusal } from '../meaning/refusal.ts';
import { remembered } from '../meaning/remember.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import type { Parser, Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { walk, type Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';
import type { JointDensity, Point } from '../distribution/joint-normal.ts';
import type { Value } from '../meaning/value.ts';
import { readNumbers } from './interval.ts';
import { lawsIn } from './range.ts';
import { words } from './set.ts';
import { readSymbol } from './symbol.ts';

const closing: Record<string, string> = { '[': ']', '(': ')', '\\{': '\\}' };

export function readExpectation(p: Parser, start: number): Tree {
  const binder = p.accept('_') ? p.group('_') : p.node('list', [], '', start);
  const open = p.accept('[', '(', '\\{');
  if (!open) return p.node('expectation', [binder, p.expression(power.factor)], '', start);
  const body = p.free(() => p.expression(power.any), true);
  const conditions = p.accept('|') ? [readConditions(p)] : [];
  p.close(closing[open.text]!, open);
  const under = binder.op === 'list' && binder.args.length === 0 && p.accept('_') ? p.group('_') : binder;
  return p.node('expectation', [under, body, ...conditions], '', start);
}

/** What stands after the bar, up to the closing bracket. */
function readConditions(p: Parser): Tree {
  const start = p.peek().start;
  const items: Tree[] = [];
  p.free(() => {
    do items.push(p.expression(power.list));
    while (p.accept(','));
  }, true);
  if (p.is('|')) throw p.error('a second conditioning bar', p.peek(), 'list the conditions after one bar, separated by commas');
  return p.node('list', items, '', start);
} // prettier-ignore

/** `\left\langle f \right\rangle_{q(x)}` is the expectation of f under q. */
const angles: Prefix = (p, token) => {
  const body = p.free(() => p.expression(power.any));
  if (body.op === 'list')
    throw p.error('an inner product is not read', body.span, 'write \\sum_i x_i y_i, or one quantity between the angles');
  p.close('\\rangle', token);
  const binder = p.accept('_') ? p.group('_') : p.node('list', [], '', token.start);
  return p.node('expectation', [binder, body], '\\langle', token.start);
}; // prettier-ignore

/** `E` is an expectation unless the givens declare it; an upright one is not a matrix E. */
const plainE: Prefix = (p, token) => {
  if (token.kind === 'word' && p.names.declared('E')) return words.prefix!['word']!(p, token);
  if (!p.names.declared('E') && p.is('_', '[')) return readExpectation(p, token.start);
  return readSymbol(p, 'E', token.start);
};

interface Binder {
  readonly law: ReturnType<typeof compileLaw>['law'];
  readonly names: readonly string[];
  /** Whether the names stand below the sign, before a \\sim. */
  readonly drawn: boolean;
}

function readBinder(t: Tree, scope: Scope): Binder {
  const drawn = drawnFrom(t);
  if (!drawn) return { ...compileLaw(t, scope), drawn: false };
  const { law, names } = compileLaw(drawn.law, scope);
  const vars = drawn.vars.map((v) => v.text);
  return { law, names: vars.length > 1 || !names.length ? vars : [vars[0]!], drawn: true };
}

/** `x \sim p`, `(x, z) \sim p`, and `x, z \sim p`, which is read as a list. */
function drawnFrom(t: Tree): { readonly vars: readonly Tree[]; readonly law: Tree } | null {
  const before = t.op === 'list' ? t.args.slice(0, -1) : [];
  const last = t.op === 'list' ? t.args.at(-1) : t;
  if (last?.op !== 'chain' || last.args.length !== 3 || last.args[1]!.text !== '\\sim') return null;
  const [own, , law] = last.args as [Tree, Tree, Tree];
  const vars = [...before, ...(own.op === 'list' ? own.args : [own])];
  return vars.every((v) => v.op === 'symbol') ? { vars, law } : null;
}

/** The arguments of a law of several variables that names stand for: by their names, or in order where all have others. */
function axesOf(names: readonly string[], { names: axes }: { names: readonly string[] }, t: Tree, print: (t: Tree) => string): readonly string[] {
  const bare = (name: string): string => (axes.includes(name) ? name : name.replace(/(\^\*|')+$/, ''));
  const own = names.map(bare);
  if (own.every((name) => axes.includes(name)) && new Set(own).size === own.length) return own;
  if (names.length === axes.length && !own.some((name) => axes.includes(name))) return axes;
  throw new Refusal(`“${print(t)}” should name the arguments ${axes.join(', ')}`, t.span);
} // prettier-ignore

function compile(t: Tree, scope: Scope): Code {
  const [binder, body, conditions] = t.args as [Tree, Tree, Tree?];
  if (binder.op === 'list' && binder.args.length === 0 && !conditions) {
    const ofVector = averageOfVector(body, scope, t);
    if (ofVector) return ofVector;
  }
  if (binder.op === 'list' && binder.args.length === 0) return average(body, scope, t, conditions?.args);
  const variables = randomBinder(binder, scope);
  if (variables) return average(body, scope, t, conditions?.args, variables);
  if (conditions)
    throw new Refusal('an expectation has its law below the E or conditions after a bar, not both', conditions.span);
  const { law, names: said, drawn } = readBinder(binder, scope);
  const print = scope.shared.print;
  const open = said.length === 0 || isOpen(binder, said, scope);
  const names = open ? meant(said, outcomesIn(body, scope)) : said;
  if (names.length !== 1 && open)
    throw new Refusal(`“${print(t)}” does not say which name is averaged over: write x \\sim ${print(binder)}`, t.span);
  const slots = names.map(() => scope.slot());
  const inner = names.reduce((s, name, i) => s.bind(name, slots[i]!, 'outcome', binderLaw(binder)), scope);
  const value = inner.number(body);
  const { log } = inner.compile(body);
  const others = names.length === 1 ? lawsIn({ ...binder, op: 'symbol', text: names[0]! }, body, inner) : [];
  const turns = kinksIn(body, names[0]!, inner);
  const peaks = names.length === 1 ? massesIn(body, names[0]!, inner, compileLaw) : [];
  const lawSlot = scope.slot();
  let ofVector: Code | undefined;
  const under = (env: Env): Value => {
    const l = law(env);
    if (l.kind === 'joint') {
      const axes = axesOf(names, l, binder, print).map((name) => l.names.indexOf(name));
      return overJoint(l, axes, (point) => {
        point.forEach((x, i) => (env[slots[i]!] = exact(x)));
        return value(env);
      });
    }
    const f = (x: number): Bounded => {
      env[slots[0]!] = exact(x);
      return value(env);
    };
    const inLog = log && ((x: number): Bounded => {
      env[slots[0]!] = exact(x);
      return log(env);
    }); // prettier-ignore
    if (drawn && names.length > 1 && l.kind !== 'joint density')
      throw new Refusal(`“${print(binder)}” draws ${names.length} names from a law of one variable`, binder.span);
    if (l.kind === 'finite') return expect(l, f);
    if (l.kind === 'vector law') {
      env[lawSlot] = l;
      // compiled where it is needed: of numbers it would ask for a polynomial that they need not be
      ofVector ??= vectorAverage(body, [{ name: names[0]!, role: 'random', slot: slots[0]!, lawSlot, arguments: [], vector: true }], inner, t)!; // prettier-ignore
      return ofVector(env);
    }
    scope.shared.evidence.add('quadrature');
    if (l.kind === 'joint density') {
      const axes = axesOf(names, l, binder, print);
      return overDensity(l, axes, (place) => {
        axes.forEach((name, i) => (env[slots[i]!] = exact(place[name]!)));
        return value(env);
      });
    }
    // the other laws in the body may have kinks where this one is smooth
    const masses = peaks.map((mass) => mass(env)).filter((mass) => mass !== 'finite');
    const bends = turns(env, l);
    const kinks = [...others.flatMap((other) => kinksOf(other(env))), ...bends, ...narrow(masses, l.scale)];
    const bell = bends.length > 0 ? undefined : narrowest([l, ...masses]);
    return expect(kinks.length ? { ...l, bell, breaks: [...(l.breaks ?? []), ...kinks] } : l, f, inLog);
  };
  return remembered(under, [t], scope);
}

/** A law of one variable of which the givens name several outcomes: each of them may be averaged over. */
const isOpen = (binder: Tree, said: readonly string[], scope: Scope): boolean =>
  said.length > 1 && binder.op === 'symbol' && scope.declarations.get(binder.text)?.role === 'law';

/** Of the outcomes that are named, those that stand in the body; any where none does. */
function meant(said: readonly string[], inBody: readonly string[]): readonly string[] {
  if (said.length === 0) return inBody;
  const both = inBody.filter((name) => said.includes(name));
  return both.length > 0 ? both : said.slice(0, 1);
}

/** Causes, which come last in a joint density, are averaged over outside; each variable is given those before it. */
function overDensity(joint: JointDensity, names: readonly string[], f: (place: Point) => Bounded): Bounded {
  const order = joint.names.filter((name) => names.includes(name)).reverse();
  const inside = (place: Point): Bounded => {
    const name = order[Object.keys(place).length];
    return name === undefined ? f(place) : expect(joint.of(name, place), (x) => inside({ ...place, [name]: x }));
  };
  return inside({});
}

const kinksOf = (l: { kind: string; breaks?: readonly number[] }): readonly number[] =>
  l.kind === 'density' ? (l.breaks ?? []) : [];

/** Names in the body that may be outcomes: where a law has no argument of its own, the only one is meant. */
function outcomesIn(body: Tree, scope: Scope): readonly string[] {
  const heads = new Set([...walk(body)].flatMap((t) => (['call', 'index'].includes(t.op) ? [t.args[0]!] : [])));
  const isOutcome = (t: Tree): boolean => {
    if (t.op !== 'symbol' || heads.has(t) || scope.expand(t) || constants.has(t.text)) return false;
    const role = scope.declarations.get(t.text)?.role;
    return role === 'outcome' || (role === undefined && !scope.declarations.has(`${t.text}_\\cdot`));
  };
  return [...new Set([...walk(body)].filter(isOutcome).map((t) => t.text))];
}
const constants = new Set(['\\pi', 'e', '\\infty']);

const binderLaw = (t: Tree): Tree => drawnFrom(t)?.law ?? t;

/** Every cell of a joint law, its coordinates in the order of `axes`. */
export function overJoint(
  joint: { outcomes: readonly (readonly number[])[]; probabilities: readonly Bounded[] },
  axes: readonly number[],
  f: (point: readonly number[]) => Bounded,
): Bounded {
  const terms: Bounded[] = [];
  joint.probabilities.forEach((p, cell) => {
    if (p.value === 0 && p.error === 0) return;
    const point: number[] = [];
    let rest = cell;
    for (let axis = joint.outcomes.length - 1; axis >= 0; axis--) {
      const outcomes = joint.outcomes[axis]!;
      point[axis] = outcomes[rest % outcomes.length]!;
      rest = Math.floor(rest / outcomes.length);
    }
    terms.push(multiply(p, f(axes.map((axis) => point[axis]!))));
  });
  return sum(terms);
}

export const expectation: Notation = {
  name: { en: 'expectation', zh: '期望' },
  meaning: {
    en: 'The mean over the law below the sign, or over everything random inside where none is written and the givens name one law only. Behind a bar stands what is known.',
    zh: '按符号下方所写的分布取平均；未写时，按已知条件为括号内的随机变量所规定的唯一分布取平均。竖线之后是已知的事件或变量。',
  },
  prefix: {
    E: plainE,
    '\\langle': angles,
    '\\mathbb': (p, token) => {
      const open = p.accept('{');
      const letter = p.take();
      if (!['letter', 'number'].includes(letter.kind) || letter.text.length > 1)
        throw p.error('\\mathbb should stand over a letter', letter);
      if (open) p.close('}', open);
      if (letter.text === 'E') return readExpectation(p, token.start);
      return readNumbers(p, letter.text, token.start) ?? readSymbol(p, `\\mathbb{${letter.text}}`, token.start);
    },
  },
  ops: {
    expectation: {
      binds: 95,
      print: (t, print) => {
        const binder = t.args[0]!.op === 'list' && !t.args[0]!.args.length ? '' : `_{${print(t.args[0]!)}}`;
        if (t.text) return `\\left\\langle ${print(t.args[1]!)} \\right\\rangle${binder}`;
        const given = t.args[2] ? ` \\mid ${print(t.args[2])}` : '';
        return `\\mathbb{E}${binder}\\left[${print(t.args[1]!)}${given}\\right]`;
      },
      compile,
    },
  },
  examples: [
    { tex: '\\mathbb{E}_{x \\sim p}[x]', tree: '(expectation (chain x (relation "\\\\sim") p) x)' },
    { tex: 'E_q[\\log x]', tree: '(expectation q (apply "\\\\log" x))' },
    { tex: '\\mathbb{E}[Y \\mid X = x, Z]', tree: '(expectation (list) Y (list (chain X (relation "=") x) Z))' },
    { tex: '\\left\\langle \\log x \\right\\rangle_{q}', tree: '(expectation "\\\\langle" q (apply "\\\\log" x))' },
    { tex: '\\mathbb E [X]', tree: '(expectation (list) X)' },
  ],
};
