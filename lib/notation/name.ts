/** What hangs on a letter: labels, stars, primes and indices, and which of them belong to its name. */
import { indicatorHeads } from '../meaning/event.ts';
import type { Parser } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { transposes } from '../tex/signs.ts';
import { tree, type Tree } from '../tex/tree.ts';
import { bracedInterval } from './interval.ts';

/** A word in a subscript is a label: part of the name. */
function label(p: Parser): string | null {
  return p.attempt(() => {
    const open = p.accept('{');
    const parts: string[] = [];
    const { kind, text, start, end } = p.peek();
    // TeX takes the first letter alone where neither braces nor a font hold the word together
    if (!open && kind === 'word' && end - start === text.length)
      throw p.error(`_ takes the first letter of ${text} alone`, p.peek(), `write _{${text}}`);
    while (p.peek().kind === 'word' || (p.peek().kind === 'text' && p.peek().text)) parts.push(p.take().text);
    if (!parts.length || (open && !p.accept('}'))) return null;
    const name = parts.join('');
    // letters in braces are read as a word again, except one alone and what looks like a differential
    return /^[A-Za-z]{2,}$/.test(name) && !/^d[a-z]$/.test(name) ? name : `\\text{${name}}`;
  });
}

/** `\mu_{1|2}` and `\sigma_{y \mid x}`: what is given what, as a part of the name. */
function conditional(p: Parser): string | null {
  return p.attempt(() => {
    if (!p.accept('{')) return null;
    const parts: string[] = [];
    while (['letter', 'number', 'word'].includes(p.peek().kind) || p.is('|') || p.isName(p.peek())) parts.push(p.take().text);
    const bar = parts.indexOf('|');
    const isOne = bar > 0 && bar < parts.length - 1 && parts.lastIndexOf('|') === bar;
    return isOne && p.accept('}') ? parts.join('') : null;
  });
} // prettier-ignore

/** `*`, `'` and `\star` above a letter are labels too. */
function star(p: Parser): string | null {
  return p.attempt(() => {
    const open = p.accept('{');
    const token = p.accept('*', "'", '\\dagger');
    if (!token || (open && !p.accept('}'))) return null;
    return token.text === "'" ? "'" : `^${token.text}`;
  });
}

/** `{ij}` below a matrix, a table or a sample of vectors: two indices or three, and no word; the same below a word that is defined with them. */
export function lettersOfIndices(p: Parser): Tree | null {
  return p.attempt(() => {
    const open = p.accept('{');
    const { text, start } = p.peek();
    if (!open || !/^[a-z]{2,3}$/.test(text)) return null;
    p.take();
    if (!p.accept('}')) return null;
    const letters = [...text].map((letter, k) => tree('symbol', [], letter, { start: start + k, end: start + k + 1 }));
    return letters.reduce((left, right) => tree('multiply', [left, right], '', { start, end: right.span.end }));
  });
}

function sampleIndex(p: Parser): Tree | null {
  return p.attempt(() => {
    const open = p.accept('{');
    const round = open && p.accept('(');
    if (!open || !round) return null;
    const index = p.free(() => p.expression(power.any));
    return p.accept(')') && p.accept('}') ? index : null;
  });
}

/** Everything that hangs on a letter, except powers. */
export function readName(p: Parser, base: string, start: number): Tree {
  let word = '';
  let mark = '';
  let exponent: Tree | null = null;
  const indices: [Tree, string][] = [];
  const hung = new Set<string>();
  const once = (sign: '_' | '^') => {
    if (hung.has(sign) && p.is(sign, sign === '^' ? "'" : sign))
      throw p.error(
        `a second ${sign === '_' ? 'subscript' : 'superscript'}`,
        p.peek(),
        'put both into one pair of braces',
      );
  };
  for (;;) {
    once('_');
    once('^');
    if (p.is('_')) {
      p.take();
      hung.add('_');
      // TeX takes primes for a superscript, and another one only right after them
      if (mark.includes("'")) hung.add('^');
      const pair = p.names.listed?.(base) ? lettersOfIndices(p) : null;
      if (pair) {
        indices.push([pair, '']);
        continue;
      }
      const read = label(p) ?? (base === 'E' ? null : conditional(p));
      if (read !== null && word === '' && !indices.length) word = `_{${read}}`;
      else if (read !== null)
        indices.push([tree('word', [], read.replace(/^\\text\{(.*)\}$/, '$1'), p.span(start)), '']);
      else {
        const index = (indicatorHeads.includes(base) ? bracedInterval(p) : null) ?? p.group('_');
        const second = word === '' && !indices.length ? afterZero(index) : null;
        if (second) word = '_{0}';
        indices.push([second ?? index, '']);
      }
    } else if (p.is("'")) mark += p.take().text;
    else if (p.is('^')) {
      const found = p.attempt(() => {
        p.take();
        const s = star(p);
        if (s !== null) return s;
        const index = sampleIndex(p);
        // e^{(a + b)} is a power, e^{(i)} may be a draw of an e that nothing gives
        const isPower = base === 'e' && !p.names.declared('e') && index && !/^\w$/.test(index.text);
        return isPower ? null : index;
      });
      if (found === null) {
        exponent = p.attempt(() => raisedFirst(p));
        if (!exponent) break;
        hung.add('^');
        continue;
      }
      hung.add('^');
      if (typeof found === 'string') mark += found;
      else indices.push([found, '()']);
    } else break;
  }
  let result = p.node('symbol', [], `${base}${word}${mark}`, start);
  for (const [index, text] of indices) {
    const indexed = p.node('index', [result, index], text, start);
    const name = printIndex(indexed, (t) => (t.text || t.op) as string);
    result = p.names.declared(name) ? p.node('symbol', [], name, start) : indexed;
  }
  return exponent ? p.node('power', [result, exponent], '', start) : result;
}

/** In `s^2_{xy}` the exponent stands first. */
function raisedFirst(p: Parser): Tree | null {
  if (!p.accept('^') || p.is("'", '*')) return null;
  const exponent = p.group('^');
  // (A^T)_{ij} is not (A_{ij})^T
  return p.is('_') && !transposes.includes(exponent.text) ? exponent : null;
}

/** In `\alpha_{0j}` and `\alpha_{01}` a name with the index 0 has an index: nobody multiplies by 0 there. */
function afterZero(index: Tree): Tree | null {
  if (index.op === 'number' && /^0\d+$/.test(index.text)) return { ...index, text: index.text.slice(1) };
  const [zero, second] = index.op === 'multiply' && !index.text ? index.args : [];
  return zero?.op === 'number' && zero.text === '0' ? second! : null;
}

export function printIndex(t: Tree, print: (t: Tree) => string): string {
  const inner = print(t.args[1]!);
  if (t.text === '()') return `${print(t.args[0]!)}^{(${inner})}`;
  // bare letters in braces are read as a word
  const below = t.args[1]!.op === 'word' || /^[A-Za-z]{2,}$/.test(inner) ? `{${inner}}` : inner;
  const [, zero] = /^(.*)_\{0\}$/.exec(t.args[0]!.text) ?? [];
  if (zero !== undefined) return `${zero}_{0${/^[A-Za-z]{2,}$/.test(inner) ? `{${inner}}` : inner}}`;
  const base = t.args[0]!.op === 'word' ? print(t.args[0]!).replace(/^\{(.*)\}$/, '$1') : print(t.args[0]!);
  return `${base}_${/^\w$/.test(below) ? below : `{${below}}`}`;
}
