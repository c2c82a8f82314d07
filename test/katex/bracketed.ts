/**
 * A formula as KaTeX parses it, with every operand in brackets: a second reader, small and independent of ours. It knows
 * the rules of precedence from `design.md` ("Reading LaTeX") and the names that are called, and takes from KaTeX what
 * hangs on what, what stands over what, and the class of each sign. Redundant brackets are left out.
 */
import type { Names } from '../../lib/tex/parser.ts';
import { type Box, boxesOf, type Sign } from './boxes.ts';
import { paired } from './pairs.ts';
import {
  byEach,
  enclosed,
  group,
  is,
  isConstant,
  isEvaluation,
  isFactorial,
  isLabel,
  isName,
  isNumber,
  isRel,
  round,
  single,
} from './questions.ts';
import { flatten, type Rows, trimmed } from './rows.ts';
import { averages, differentials, indicators, joiners, operators, prefixes, specials } from './words.ts';

/** Throws what KaTeX throws. */
export const bracketed = (tex: string, names: Names): string =>
  new Bracketer(whole(flatten(boxesOf(tex), names.declared)), names).flat();

/** A bracket around all that there is says nothing. */
const whole = (rows: Rows): Rows => {
  const list = paired(rows);
  const [only] = list;
  return list.length === 1 && only?.kind === 'group' && round(only) ? only.body : list;
};

const equivalents: Readonly<Record<string, string>> = { 'if and only if': '\\iff', iff: '\\iff', 当且仅当: '\\iff', implies: '\\implies', 蕴含: '\\implies', and: ',', where: ',' }; // prettier-ignore

class Bracketer {
  private readonly list: Box[];
  private readonly names: Names;
  private at = 0;
  /** Integrals whose differential is still due. */
  private due = 0;
  /** Bars that are open. */
  private bars: string[] = [];
  /** Where the last bar closed. */
  private closed = -2;

  /** Does a bar after an operand part what stands here? Elsewhere it opens a factor. */
  private readonly parted: boolean;

  constructor(list: Rows, names: Names, parted = false) {
    this.list = paired(list);
    this.names = names;
    this.parted = parted;
  }

  private of(list: readonly Box[], parted = false): string {
    const [only] = list;
    if (list.length === 1 && only?.kind === 'sign') return this.simple(only);
    return new Bracketer(list, this.names, parted).flat();
  }

  private get next(): Box | undefined {
    return this.list[this.at];
  }

  private take(): Box {
    return this.list[this.at++]!;
  }

  /** Sides, relations, commas and bars in a row: these are not nested, as they are not in our trees. */
  flat(): string {
    const parts: string[] = [];
    // A \\iff B \\iff C says both: A \\iff B, B \\iff C
    let joined = -1;
    while (this.next) {
      const one = this.separates(this.next) ? this.separator() : this.side();
      const joins = one === '\\iff' || one === '\\implies';
      if (joins && joined >= 0) parts.push(',', ...parts.slice(joined + 1));
      parts.push(one);
      if (joins) joined = parts.length - 1;
      else if (one === ',') joined = -1;
    }
    return parts.join(' ').replaceAll(', “', '“');
  }

  private separates(box: Box): boolean {
    if (box.kind !== 'sign') return false;
    if (box.family === 'word') return joiners.includes(box.text.toLowerCase());
    return isRel(box) || box.family === 'punct' || [';', ':', '|', '‖', '\\forall', '\\exists'].includes(box.text);
  }

  private separator(): string {
    if (this.opensBar()) return this.side();
    const { text, beside } = this.take() as Sign;
    return beside
      ? `${text}{${beside}}`
      : (equivalents[text] ?? (joiners.includes(text.toLowerCase()) ? `“${text}”` : text));
  }

  /** Is this a bar where an operand is due? */
  private opensBar(): boolean {
    const box = this.next;
    if (!is(box, '|', '‖')) return false;
    const before = this.list[this.at - 1];
    if (this.closed === this.at - 1) return false;
    const operand = before && !(before.kind === 'sign' && (['bin', 'rel', 'punct'].includes(before.family) || (before.family === 'op' && before.text !== '\\Pr') || this.separates(before))); // prettier-ignore
    return !operand;
  }

  /** Terms. */
  private side(): string {
    let left = this.operand();
    while (is(this.next, '+', '-', '\\pm')) left = `(${left} ${(this.take() as Sign).text} ${this.operand()})`;
    return left;
  }

  private signed(): string {
    const { text } = this.take() as Sign;
    return this.startsFactor() || is(this.next, '-', '+') ? `(${text} ${this.operand()})` : text;
  }

  /** A product that may begin with a sign. */
  private operand(): string {
    return is(this.next, '-', '+') ? this.signed() : this.tensor();
  }

  /** Products of Kronecker, of products. */
  private tensor(): string {
    let left = this.term();
    while (is(this.next, '\\otimes')) left = `(${left} ${(this.take() as Sign).text} ${this.term()})`;
    return left;
  }

  /** Factors, and what stands before a bar of evaluation. */
  private term(barred = true): string {
    let left = this.factor();
    for (;;) {
      const box = this.next;
      if (isEvaluation(box) && !barred) return left;
      if (isEvaluation(box) && this.bars.at(-1) !== '|') left = `(${left} |${this.scripts('', this.take())})`;
      else if (
        box?.kind === 'sign' &&
        (box.family === 'bin' || box.text === '/') &&
        !is(box, '+', '-', '\\pm', '\\otimes')
      )
        left = `(${left} ${(this.take() as Sign).text} ${this.factor()})`; // prettier-ignore
      else if (this.startsFactor()) left = `(${left} ${this.factor()})`;
      else return left;
    }
  }

  private startsFactor(): boolean {
    const box = this.next;
    if (!box || this.differential()) return false;
    if (isFactorial(box)) return false;
    const bar = box.kind === 'scripts' ? box.base : box;
    if (is(bar, '|', '‖')) return this.opensBar() || !(this.parted || this.bars.length);
    return box.kind !== 'sign' || !(this.separates(box) || box.family === 'bin' || is(box, '/', '!'));
  }

  private differential(): boolean {
    const [box, next] = [this.next, this.list[this.at + 1]];
    if (!this.due || !is(box, 'd')) return false;
    return Boolean(box.upright) || isName(next) || (round(next) && !this.names.callable('d'));
  }

  private factor(): string {
    let text = this.primary();
    while (isFactorial(this.next)) text = this.scripts(`(${text} !)`, this.take());
    return text;
  }

  private primary(): string {
    const box = this.next;
    // a sign that stands where an operand is due
    if (!box || (box.kind === 'sign' && (box.family === 'bin' || this.separates(box)) && !is(box, '|', '‖'))) return '';
    this.take();
    if (is(box, '|', '‖')) return this.absolute(box.text);
    if (is(box, '\\neg') && this.startsFactor()) return `(\\neg ${this.factor()})`;
    const head = box.kind === 'scripts' ? box.base : box;
    if (head.kind === 'sign') {
      if (head.text in operators || head.family === 'op' || prefixes.includes(head.text))
        return this.operator(head, box);
      if (head.family === 'word' || (is(head, 'E', '\\mathbb{E}') && !this.names.declared(head.text))) return this.named(head, box); // prettier-ignore
    }
    if (head.kind === 'fraction' && this.isDerivative(head)) return this.derivative(head);
    if (head.kind === 'group' && head.open === '.' && head.close === '|' && box !== head) return `(${this.inside({ ...head, open: '', close: '' })} |${this.scripts('', box)})`; // prettier-ignore
    if (head.kind === 'group') return this.scripts(this.inside(head, head.open === '\\{'), box);
    const name = this.scripts(this.simple(head), box);
    return this.calls(box) ? this.call(name) : name;
  }

  /** A head with the bracket that follows; what hangs on the bracket hangs on the call. */
  private call(head: string): string {
    const box = this.take();
    const open = group(box)!;
    const law = averages.includes(head) && box.kind === 'scripts' && box.sub.length ? box.sub : null;
    if (indicators.includes(head) || /^(\\math[a-z]+\{[1I]\}|I)_/.test(head))
      return `(${head} ${this.inside({ ...open, open: '(', close: ')' }, true)})`;
    if (law) return `(${head}_{${this.of(law)}} ${this.inside(open, true)})`;
    return this.scripts(`(${head} ${this.inside(open, true)})`, box);
  }

  /** What stands between brackets: one side needs none of its own. */
  private inside({ open, close, body }: Extract<Box, { kind: 'group' }>, parted = false): string {
    const inner = this.of(body, parted);
    // a quantifier that follows its statement
    if (inner.startsWith('\\forall')) return inner;
    const bare = open === '' || ((open === '(' || open === '[') && (close === ')' || close === ']'));
    if (bare && single(inner)) return inner;
    return bare ? `⟨${inner}⟩` : enclosed(open, inner, close);
  }

  private absolute(bar: string): string {
    this.bars.push(bar);
    const due = this.due;
    this.due = 0;
    const parts: string[] = [];
    while (this.next && !(parts.length > 0 && this.closes(bar)))
      parts.push(this.separates(this.next) ? this.separator() : this.side());
    this.bars.pop();
    this.due = due;
    const close = this.next;
    if (!close) return `${bar}${parts.join(' ')}`;
    this.closed = this.at;
    this.take();
    return this.scripts(enclosed(bar, parts.join(' '), bar), close);
  }

  private closes(bar: string): boolean {
    const box = this.next;
    if (bar === '|' && is(box, '‖') && box.joined)
      this.list.splice(this.at, 1, { ...box, text: '|' }, { ...box, text: '|' });
    return is(this.next, bar) || (box?.kind === 'scripts' && is(box.base, bar));
  }

  /** A box by itself. */
  private simple(box: Box): string {
    switch (box.kind) {
      case 'sign':
        // brackets and spaces in words are no brackets and spaces of the formula
        if (box.family === 'word')
          return box.text.replace(/[^\p{L}\p{N}]/gu, (c) => (c === ' ' ? '·' : `&${c.charCodeAt(0)};`));
        return box.beside ? `${box.text}{${box.beside}}` : box.text;
      case 'fraction':
        return `${box.name}{${is(box.below[0], ...differentials) ? this.above(box.above) : this.part(box.above)}}{${this.part(box.below)}}`; // prettier-ignore
      case 'mark':
        return `${box.name}{${this.part(box.body)}}`;
      case 'table':
        return `[${box.rows.map((cells) => cells.map((cell) => this.of(trimmed(cell))).join(' & ')).join(' \\\\ ')}]`;
      case 'group':
        return this.inside(box);
      case 'scripts':
        return this.scripts(this.simple(box.base), box);
    }
  }

  private scripts(base: string, box: Box): string {
    if (box.kind !== 'scripts') return base;
    const below = box.sub.length ? `_{${this.below(box.sub)}}` : '';
    return `${base}${below}${box.sup.length ? `^{${this.part(box.sup)}}` : ''}`;
  }

  /** Letters alone below a letter are a word. */
  private below(list: readonly Box[]): string {
    const said = isLabel(list) ? list.map((box) => this.simple(box)).join('') : this.part(list);
    return said.replace(/^\(*[A-Za-z]( [A-Za-z]\)*)+$/, (product) => product.replace(/[() ]/g, ''));
  }

  /** What braces hold together needs no brackets. */
  private part(list: readonly Box[]): string {
    return this.of(whole(list));
  }

  /** Signs such as \sum, \log and \nabla, with what they take. */
  private operator(head: Sign, box: Box): string {
    const rule = operators[head.text] ?? 'function';
    // \\sin^2 x is the square of \\sin x
    const raised = rule === 'function' && box.kind === 'scripts' && box.sup.length > 0;
    if (raised) return `${this.operator(head, box.sub.length ? { ...box, sup: [] } : head)}^{${this.part(box.sup)}}`;
    const name = rule === 'derivative' ? this.scripts(head.text, byEach(box)) : this.scripts(this.simple(head), box);
    if (rule === 'integral') return this.integral(name.replace(/^\\i+nt/, '\\int'), head.text.match(/i/g)!.length);
    if (rule === 'name') return this.calls(box) ? this.call(name) : name;
    if (head.text === '\\partial' && box.kind === 'sign') return name;
    if (!this.startsFactor() && !is(this.next, '-', '+')) return name;
    if (rule === 'sum') return `(${name} ${this.side()})`;
    const braced = group(this.next)?.open === '\\{';
    if (rule === 'product' && box.kind === 'sign' && (round(this.next) || braced)) return this.call(name);
    if (rule === 'product') return `(${name} ${this.delimited(head, box) ?? this.operand()})`;
    if (rule === 'derivative') return `(${name} ${this.differentiated()})`;
    if (round(this.next)) return this.call(name);
    return `(${name} ${isNumber(this.next) ? this.coefficient() : this.factor()})`;
  }

  /** \iint is an integral of an integral. */
  /** The bracket behind \prod that has all there is of its index. */
  private delimited(head: Sign, box: Box): string | null {
    const base = this.next?.kind === 'scripts' ? this.next.base : this.next;
    if (head.text !== '\\prod' || box.kind !== 'scripts' || !round(base)) return null;
    const index = box.sub.find((one) => isName(one));
    const from = this.at;
    this.operand();
    const end = this.at;
    this.at = from;
    const first = this.factor();
    const has = (list: readonly Box[]): boolean => JSON.stringify(list).includes(JSON.stringify(index).slice(0, -1));
    if (end > this.at && has(this.list.slice(from, this.at)) && !has(this.list.slice(this.at, end))) return first;
    this.at = from;
    return null;
  }

  private integral(name: string, count: number): string {
    this.due++;
    const body = count > 1 ? this.integral(name, count - 1) : this.differential() ? '1' : this.side();
    this.due--;
    if (!is(this.next, 'd')) return `(${name} ${body})`;
    this.take();
    return `(${name} ${body} d ${this.factor()})`;
  }

  /** `\log 2 \pi \sigma^2`: a numeral draws in the names after it. */
  private coefficient(): string {
    let left = this.factor();
    while (
      isName(this.next) &&
      !this.differential() &&
      !isFactorial(this.list[this.at + 1]) &&
      !this.calls(this.next!, 1)
    )
      left = `(${left} ${this.factor()})`;
    return left;
  }

  /** After \nabla and \partial_x: names draw in the product that they begin, all else is one factor. */
  private differentiated(): string {
    const name = (isName(this.next) || isConstant(this.next)) && !this.calls(this.next!, 1);
    return name ? this.term() : this.factor();
  }

  private named(head: Sign, box: Box): string {
    const name = this.scripts(head.family === 'word' ? this.simple(head) : 'E', box);
    const bare = is(head, 'E') && box.kind !== 'scripts' && group(this.next)?.open !== '[';
    if (bare) return this.calls(box) ? this.call(name) : name;
    const raised = box.kind === 'scripts' && box.sup.length > 0;
    if (raised && !this.names.callable(`${head.text}^${this.part(box.sup)}`)) return name;
    if (round(this.next) || (head.family !== 'word' && group(this.next)?.open === '\\{')) return this.call(name);
    const takes = head.family !== 'word' ? box.kind === 'scripts' : prefixes.includes(head.text);
    return takes && this.startsFactor() ? `(${name} ${this.factor()})` : name;
  }

  /** Is the box a head, with a bracket behind it? */
  private calls(box: Box, ahead = 0): boolean {
    const next = this.list[this.at + ahead];
    const base = box.kind === 'scripts' ? box.base : box;
    if (base.kind !== 'sign' && base.kind !== 'mark') return false;
    const name = this.simple(base);
    if (indicators.includes(name) && group(next)?.open === '\\{') return true;
    if (!round(next)) return false;
    const below = box.kind === 'scripts' && box.sub.length ? this.below(box.sub) : '';
    const above = box.kind === 'scripts' && box.sup.length ? this.of(box.sup) : '';
    const label = box.kind === 'scripts' && isLabel(box.sub) ? `_{${below}}` : '';
    const star = /^[*]$/.test(above) ? `^${above}` : /^'+$/.test(above) ? above : above === '2' ? '^2' : '';
    const heads = [
      `${name}${label}${star}`,
      `${name}_{${below.replaceAll(' ,', ',')}}${star}`,
      `${name}_${below}${star}`,
      `${name}${label}`,
    ];
    if (specials.includes(name) && !this.names.declared(name) && ['', '(- 1)', '1'].includes(star ? '' : above))
      return true;
    if (above && !star && !(box.kind === 'scripts' && paired(box.sup).length === 1 && round(paired(box.sup)[0]))) return false; // prettier-ignore
    return heads.slice(0, star && !star.startsWith("'") ? -1 : undefined).some((one) => this.names.callable(one));
  }

  private isDerivative({ above, below }: Extract<Box, { kind: 'fraction' }>): boolean {
    const [first, second] = [above[0], below[0]];
    const top = first?.kind === 'scripts' ? first.base : first;
    return is(top, ...differentials) && is(second, ...differentials) && (top.text === '\\partial') === (second.text === '\\partial') && (isName(below[1]) || is(below[1], '(')); // prettier-ignore
  }

  /** What stands behind `d` above the bar is one operand. */
  private above(list: readonly Box[]): string {
    const [first, ...rest] = list;
    const head = first?.kind === 'scripts' ? first.base : first;
    if (!rest.length || !is(head, ...differentials)) return this.part(list);
    return `(${this.simple(first!)} ${this.part(rest)})`;
  }

  private derivative(box: Extract<Box, { kind: 'fraction' }>): string {
    const name = this.simple(box);
    if (box.above.length > 1) return name;
    const place = isEvaluation(this.next) ? this.scripts('', this.take()) : null;
    const inner = this.startsFactor() ? `(${name} ${this.term(false)})` : name;
    return place === null ? inner : `(${inner} |${place})`;
  }
}
