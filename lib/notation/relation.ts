/** Chains of relations, and what joins statements: iff, implies, "for some", lists. */
import { all, compileEvent } from '../meaning/event.ts';
import { Refusal } from '../meaning/refusal.ts';
import { stated, relations } from '../meaning/relate.ts';
import type { Scope } from '../meaning/scope.ts';
import { truth, type Value } from '../meaning/value.ts';
import type { Infix, Parser, Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { isBracketed, itemsOf, tree, type Tree } from '../tex/tree.ts';
import { demandBeginning, isBetween, joins } from './condition.ts';
import { readInterval } from './interval.ts';
import type { Notation } from './notation.ts';

export const relationSigns: readonly string[] = [...Object.keys(relations), ':=', '\\to', '\\xrightarrow', '\\propto'];

/** Appends to the chain on the left, or begins one. */
function link(p: Parser, left: Tree, sign: Tree): Tree {
  if (left.op === 'chain' && isBracketed(left))
    throw p.error(`a statement in brackets stands before ${sign.text}, where a value is due`, left.span, 'remove the brackets, or write \\iff between two statements'); // prettier-ignore
  const interval = ['\\in', '\\notin'].includes(sign.text) ? readInterval(p) : null;
  const behind = p.peek();
  if (interval && p.startsOperand() && behind.kind !== 'text' && !['|', '‖', '\\forall'].includes(behind.text))
    throw p.error(`${behind.text} stands behind an interval`, behind, 'write a comma between two statements');
  const right = interval ?? p.expression(power.relation);
  if (sign.text === '\\in' && right.op === 'list')
    throw p.error(
      'an interval or a tuple is not read as a set',
      right.span,
      'write \\{a, b\\} for a set of two values',
    );
  const before = left.op === 'chain' ? left.args : [left];
  return p.node('chain', [...before, sign, right], '', left.span.start);
}

const plain: Infix = {
  power: power.relation,
  parse: (p, left, token) => {
    const below = token.text === '\\propto' && p.accept('_') ? [p.group('_')] : [];
    return link(p, left, tree('relation', below, token.text, below.length ? p.span(token.start) : token));
  },
};

/** `\xrightarrow{d}`: the mode of convergence stands above the arrow. */
const arrow: Infix = {
  power: power.relation,
  parse: (p, left, token) => {
    const under = p.accept('[') ? p.free(() => p.expression(power.any)) : null;
    if (under) p.expect(']', 'after what stands below the arrow');
    const start = p.peek().start;
    const mode = tree('reason', [], readAbove(p, token.text), p.span(start));
    const chain = link(p, left, tree('relation', [mode], token.text, p.span(token.start)));
    return under ? p.node('list', [chain, under], '', left.span.start) : chain;
  },
};

/** The reason above a sign, as written: `\overset{\eqref{gibbs}}{\ge}`. */
export function readOverset(p: Parser): Tree {
  const start = p.peek().start;
  const because = readAbove(p, '\\overset');
  const brace = p.accept('{');
  const sign = p.take();
  if (!relationSigns.includes(sign.text))
    throw p.error(`\\overset stands over ${sign.text || 'nothing'}, a relation was expected`, sign);
  if (brace) p.expect('}', 'after the relation');
  const defines = ['def', '\\triangle', '\\Delta', '\\mathrm{d}ef'].includes(because) && sign.text === '=';
  const reason = because && !defines ? [tree('reason', [], because, p.span(start))] : [];
  return tree('relation', reason, defines ? ':=' : sign.text, p.span(start));
}

/** What is understood above a sign besides words and letters. */
const aboveSign = /^([().,:!?*+=-]|\\(triangle|star|mathbb|mathcal|mathbf))$/;

/** The braces above a sign, as they are written: words, names and references. A formula there would be passed over. */
function readAbove(p: Parser, after: string): string {
  const open = p.expect('{', `after ${after}`);
  const parts: string[] = [];
  // braces are kept where a font needs them
  for (const inside: boolean[] = []; ;) {
    const token = p.take();
    if (token.kind === 'end') throw p.error(`the { after ${after} is never closed`, open);
    if (token.kind === 'sign' && token.text === '{') {
      inside.push(/^\\math/.test(parts.at(-1) ?? ''));
      if (!inside.at(-1)) continue;
    }
    if (token.kind === 'sign' && token.text === '}') {
      if (inside.length === 0) break;
      if (!inside.pop()) continue;
    }
    const plain = ['text', 'word', 'letter', 'number'].includes(token.kind) || aboveSign.test(token.text) || '{}'.includes(token.text) || p.isName(token); // prettier-ignore
    const bare = /^\\math/.test(token.text) && !p.is('{');
    if (!plain || bare || token.fixed)
      throw p.error(`${token.text} is not understood above a relation`, token, 'write words as \\text{…}');
    parts.push(/\\[A-Za-z]+$/.test(parts.at(-1) ?? '') && /^[A-Za-z]/.test(token.text) ? ` ${token.text}` : token.text);
  }
  return parts.join('').trim();
}

const negated: Infix = {
  power: power.relation,
  parse: (p, left, token) => {
    const sign = p.accept('=', '\\in');
    if (!sign) throw p.error('\\not stands before an unknown relation', p.peek(), 'write \\ne');
    return link(
      p,
      left,
      tree('relation', [], sign.text === '=' ? '\\ne' : '\\notin', { start: token.start, end: sign.end }),
    );
  },
};

/** `A \implies B \implies C` says both. */
const joined = (op: string): Infix => ({
  power: power.iff,
  parse: (p, left, token) => {
    const said = itemsOf(left);
    const before = said.at(-1)!;
    const goesOn = ['iff', 'implies'].includes(before.op) && !isBracketed(before);
    const sign = tree('relation', [], op === 'iff' ? '\\iff' : '\\implies', token);
    const right = p.expression(power.iff);
    const one = tree(
      op,
      [goesOn ? before.args[2]! : left, sign, right],
      '',
      p.span((goesOn ? before.args[2]! : left).span.start),
    );
    return goesOn ? p.node('list', [...said, one], '', left.span.start) : one;
  },
});

const text: Infix = {
  power: power.iff,
  parse: (p, left, token) => {
    const op = joins[token.text];
    if (!op) throw p.error(`the text “${token.text}” stands inside a formula`, token, 'end the formula before it, or give it as a reason after &&');
    return joined(op).parse(p, left, token);
  },
}; // prettier-ignore

/**
 * What stands before a \implies with commas is its premise: `x > 0, y > 0 \implies x y > 0`. A wide space after the comma
 * parts statements.
 */
const comma: Infix = {
  power: power.list,
  parse: (p, left) => {
    // `…, \text{if } x > 0`: the words part the statements, and the comma is drawn only
    if (isBetween(p.peek())) return left;
    const apart = p.peek().gap === 'wide';
    const items = itemsOf(left);
    const right = p.expression(power.list);
    if (right.op === 'list' && !isBracketed(right) && !apart)
      throw p.error('several implications follow a comma', right.span, 'write each as a row of its own');
    if (right.op !== 'implies' || apart) return p.node('list', [...items, right], '', left.span.start);
    const from = items.findLastIndex((t) => t.op !== 'chain') + 1;
    const [premise, ...rest] = right.args as [Tree, Tree, Tree];
    const premises = [...items.slice(from), ...(premise.op === 'together' ? premise.args : [premise])];
    if (premises.length === 1) return p.node('list', [...items, right], '', left.span.start);
    const together = tree('together', premises, '', { start: premises[0]!.span.start, end: premise.span.end });
    const implied = tree('implies', [together, ...rest], '', p.span(together.span.start));
    return from > 0 ? p.node('list', [...items.slice(0, from), implied], '', left.span.start) : implied;
  },
};

const exists: Prefix = (p, token) => {
  demandBeginning(p, token);
  const names: Tree[] = [];
  do names.push(p.expression(power.relation));
  while (p.accept(','));
  p.expect(':', 'after the names of \\exists', 'write \\exists P, Q : …');
  return p.node('exists', [p.node('list', names, '', token.start), p.expression(power.any)], '', token.start);
};

function compileChain(t: Tree, scope: Scope) {
  const values = t.args.filter((_, i) => i % 2 === 0).map((arg) => scope.compile(arg));
  const signs = t.args.filter((_, i) => i % 2 === 1);
  for (const sign of signs)
    if (!relations[sign.text]) throw new Refusal(`“${sign.text}” has no truth value inside a formula`, sign.span);
  return (env: Value[]): Value => {
    const sides = values.map((v) => v(env));
    let all: boolean | null = true;
    signs.forEach((sign, i) => {
      const one = stated(sign.text, sides[i]!, sides[i + 1]!);
      if (one === false) all = false;
      else if (one === null && all) all = null;
    });
    return truth(all);
  };
}

const logical = (rule: (a: boolean, b: boolean) => boolean) => (t: Tree, scope: Scope) => {
  const [a, , b] = t.args.map((arg) => (arg.op === 'relation' ? null : scope.compile(arg)));
  return (env: Value[]): Value => {
    const [x, y] = [a!(env), b!(env)];
    if (!('kind' in x) || !('kind' in y) || x.kind !== 'truth' || y.kind !== 'truth')
      throw new Refusal('both sides should be statements', t.span);
    return truth(x.truth === null || y.truth === null ? null : rule(x.truth, y.truth));
  };
}; // prettier-ignore

export const relation: Notation = {
  name: { en: 'relations', zh: '关系' },
  meaning: {
    en: 'What is claimed. Rows and signs make a chain, of which each step is checked. A relation under ∃ needs one witness; an equivalence must be seen true and false.',
    zh: '所断言的内容。多行与多个符号组成链，逐步检验。带有 ∃ 的关系只需一个例证；等价关系必须在世界中既见过真，也见过假。',
  },
  infix: {
    ...Object.fromEntries(relationSigns.map((sign) => [sign, plain])),
    '\\xrightarrow': arrow,
    '\\overset': { power: power.relation, parse: (p, left) => link(p, left, readOverset(p)) },
    '\\not': negated,
    '\\iff': joined('iff'),
    '\\implies': joined('implies'),
    text,
    ',': comma,
  },
  prefix: { '\\exists': exists },
  ops: {
    chain: {
      binds: power.relation,
      print: (t, print) =>
        t.args.map((arg) => (arg.op === 'relation' ? print(arg) : print(arg, power.relation + 1))).join(' '),
      compile: compileChain,
    },
    relation: { binds: 100, print: (t, print) => {
        const [above] = t.args;
        if (!above) return t.text;
        if (t.text === '\\propto') return `\\propto_{${print(above)}}`;
        return above.op === 'reason' && t.text !== '\\xrightarrow' ? `\\overset{${print(above)}}{${t.text}}` : `${t.text}{${print(above)}}`;
      },
    },
    error: { binds: 100, print: (t) => t.text },
    reason: { binds: 100, print: (t) => (t.text.includes('\\') ? t.text : `\\text{${t.text}}`) },
    iff: {
      binds: power.iff,
      print: (t, print) => `${print(t.args[0]!, power.iff + 1)} \\iff ${print(t.args[2]!, power.iff + 1)}`,
      compile: logical((a, b) => a === b),
    },
    implies: {
      binds: power.iff,
      print: (t, print) => `${print(t.args[0]!, t.args[0]!.op === 'together' ? 0 : power.iff + 1)} \\implies ${print(t.args[2]!, power.iff + 1)}`,
      compile: logical((a, b) => !a || b),
    },
    together: {
      binds: power.list,
      print: (t, print) => t.args.map((arg) => print(arg, power.iff + 1)).join(', '),
      compile: (t, scope) => {
        const happens = all(t.args.map((arg) => compileEvent(arg, scope)));
        return (env) => truth(happens(env));
      },
    },
    exists: { binds: 1, print: (t, print) => `\\exists ${print(t.args[0]!)} : ${print(t.args[1]!)}` },
  },
  examples: [
    { tex: 'a = b \\leq c', tree: '(chain a (relation "=") b (relation "\\\\le") c)' },
    { tex: 'a = 0 \\iff b = c', tree: '(iff (chain a (relation "=") 0) (relation "\\\\iff") (chain b (relation "=") c))' },
    { tex: 'a > 0, b > 0 \\implies a b > 0', tree: '(implies (together (chain a (relation ">") 0) (chain b (relation ">") 0)) (relation "\\\\implies") (chain (multiply a b) (relation ">") 0))' },
    { tex: 'f(x) \\propto_{x} g(x)', tree: '(chain (call f (list x)) (relation "\\\\propto" x) (call g (list x)))' },
    { tex: 'a \\xrightarrow{a.s.} b', tree: '(chain a (relation "\\\\xrightarrow" (reason "a.s.")) b)' },
    { tex: '\\exists a : a \\ne b', tree: '(exists (list a) (chain a (relation "\\\\ne") b))' },
  ],
}; // prettier-ignore
