/**
 * A Pratt loop that knows no notation: it takes a table of prefix and infix rules and lets each rule parse its
 * own parts. What it knows itself is what every notation shares: groups, brackets and juxtaposition.
 */
import { Cursor, describe } from './cursor.ts';
import type { Token } from './token.ts';
import { type Tree, tree } from './tree.ts';

/** Binding powers, loosest first. */
export const power = { any: 0, list: 2, iff: 4, relation: 10, sum: 20, product: 30, factor: 40, postfix: 60 } as const;

export type Prefix = (parser: Parser, token: Token) => Tree;
export interface Infix {
  readonly power: number;
  /** Where it is none, the sign means something else. */
  readonly when?: (parser: Parser) => boolean;
  readonly parse: (parser: Parser, left: Tree, token: Token) => Tree;
}

export interface Grammar {
  /** Rules by token text, of texts after `text:`; letters, numbers, words and texts fall back to the rule named by their kind. */
  readonly prefix: ReadonlyMap<string, Prefix>;
  readonly infix: ReadonlyMap<string, Infix>;
  /** Commands that are one sign, although a bracket after them may hold arguments. */
  readonly signs: ReadonlySet<string>;
}

export interface Names {
  /** May `name(` be a call? */
  readonly callable: (name: string) => boolean;
  /** Is `name` (with its indices, as printed) declared as one symbol? */
  readonly declared: (name: string) => boolean;
  /** Is it a sample, of which y_{ij} is an entry of a member? */
  readonly listed?: (name: string) => boolean;
  /** Is it a function, of which `g^{-1}(y)` is the inverse? */
  readonly inverted?: (name: string) => boolean;
}

type Stop = (parser: Parser) => boolean;

interface Reading {
  readonly read: Tree;
  readonly end: number;
}

export class Parser extends Cursor {
  readonly names: Names;
  private readonly grammar: Grammar;
  /** Texts that end the running expression although they could begin an operand, such as `d` in an integral. */
  private stops: Stop[] = [];
  /** Does a bar here part or close what stands around? Elsewhere a bar after an operand opens its factor. */
  private barred = false;
  /** By what ends the running expression, then by place, power and bars. */
  private readings = new Map<Stop | undefined, Map<number, Reading>>();

  constructor(tokens: readonly Token[], grammar: Grammar, names: Names) {
    super(tokens);
    this.grammar = grammar;
    this.names = names;
  }

  protected override replace(at: number, ...parts: readonly Token[]): void {
    super.replace(at, ...parts);
    this.readings = new Map();
  }

  /**
   * Rules that try one reading and fall back on another come to the same place again: what was read there is kept, or
   * brackets in brackets would cost twice the work a level.
   */
  expression(min: number): Tree {
    const stop = this.stops.at(-1);
    const kept = this.readings.get(stop) ?? new Map<number, Reading>();
    this.readings.set(stop, kept);
    const key = (this.at * 100 + min) * 2 + Number(this.barred);
    const known = kept.get(key);
    if (known) {
      this.at = known.end;
      return known.read;
    }
    const read = this.readExpression(min);
    // a token that was parted has moved all that come after it
    if (this.readings.get(stop) === kept) kept.set(key, { read, end: this.at });
    return read;
  }

  private readExpression(min: number): Tree {
    const token = this.peek();
    const prefix = this.prefixOf(token);
    if (!prefix) {
      const hint = token.text === '}' ? 'remove the }, or add the { that it closes' : null;
      throw this.error(`expected an operand, found ${describe(token)}`, token, hint);
    }
    // \mathbb{E} - X is a difference, and a / -b c may be two things
    if (token.text === '-' && token.kind === 'sign' && min > power.sum)
      throw this.error('expected an operand, found -', token, 'put brackets around what the sign belongs to');
    this.take();
    let left = prefix(this, token);
    for (;;) {
      const next = this.peek();
      if (this.stops.at(-1)?.(this)) return left;
      const infix =
        next.kind === 'text'
          ? (this.grammar.infix.get(`text:${plain(next.text)}`) ??
            (this.juxtaposed(next) ? undefined : this.grammar.infix.get('text')))
          : this.grammar.infix.get(next.text);
      if (infix && infix.when?.(this) !== false) {
        if (infix.power <= min) return left;
        this.take();
        left = infix.parse(this, left, next);
      } else if (this.juxtaposed(next) && power.product > min) {
        left = this.factor(left, next);
      } else return left;
    }
  }

  /** What stands apart, or runs together with a numeral when it is drawn, is nothing to multiply by. */
  private factor(left: Tree, next: Token): Tree {
    if (next.gap === 'wide' && next.kind !== 'text')
      throw this.error('a wide space stands where a factor might be meant', next, 'write \\cdot, or a comma between two formulas'); // prettier-ignore
    const right = this.expression(power.product);
    const [a, b] = [numeral(left, lastOf), numeral(right, firstOf)];
    if (a && b && this.visible(left.span.end, -1) && this.visible(right.span.start, 1))
      throw this.error(`“${a}” and “${b}” are drawn as one number`, next, 'write \\cdot between them, or the number in one piece'); // prettier-ignore
    return tree('multiply', [left, right], '', this.span(left.span.start));
  }

  /** Is the sign that is drawn first from here on a numeral? Braces are not drawn. */
  private visible(from: number, step: 1 | -1): boolean {
    let at = this.tokens.findIndex((token) => (step > 0 ? token.start >= from : token.end >= from));
    while ('{}'.includes(this.tokens[at]?.text ?? '?')) at += step;
    return this.tokens[at]?.kind === 'number';
  }

  /** An expression that also ends where `stop` says; brackets inside suspend the stop. */
  until(stop: Stop, min: number): Tree {
    this.stops.push(stop);
    try {
      return this.expression(min);
    } finally {
      this.stops.pop();
    }
  }

  /** `{ … }` after a command, or a single token. */
  group(after: string): Tree {
    if (this.peek().gap && after !== 'd')
      throw this.error(`${after} has a space for its argument`, this.peek(), 'remove the space');
    if (this.is('{')) {
      const open = this.take();
      if (this.is('}')) throw this.error(`the braces after ${after} are empty`, open, 'put an expression between them');
      const inner = this.free(() => this.expression(power.any));
      this.close('}', open);
      return inner;
    }
    const token = this.peek();
    const prefix = this.prefixOf(token);
    if (!prefix || token.kind === 'end')
      throw this.error(`${after} needs an argument, found ${describe(token)}`, token);
    const words = token.kind === 'word' || token.kind === 'text';
    const sign =
      (prefix === this.grammar.prefix.get('letter') && token.text !== '\\Pr') || this.grammar.signs.has(token.text);
    const single =
      token.kind !== 'sign' && (!words || after === '_' || after === '^') && (token.kind !== 'command' || sign);
    // KaTeX sets \sqrt\frac12 and x_\mathbf{x}, and no command with arguments of its own after \frac
    const command = ['\\frac', '\\binom'].includes(after) ? /^\\dots$/ : /^\\(math[a-z]+|frac|dots)$/;
    if (!single && !command.test(token.text))
      throw this.error(`${after} takes one sign or braces, found ${describe(token)}`, token, `write ${after}{…}`);
    this.take();
    if (token.kind === 'number' && token.text.startsWith('.'))
      throw this.error(`${after} takes the point alone`, token, `write ${after}{${token.text}}`);
    if (token.kind === 'number' && token.text.length > 1) {
      // TeX takes one digit: \frac12 is one half.
      this.replace(
        this.at - 1,
        { ...token, text: token.text[0]!, end: token.start + 1 },
        { ...token, text: token.text.slice(1), start: token.start + 1 },
      );
    }
    if (token.kind === 'letter' && /^\w{2,}$/.test(token.text))
      throw this.error(
        `${after} takes the first letter of ${token.text} alone`,
        token,
        `write ${after}{${token.text}}`,
      );
    if (token.kind === 'number') return this.node('number', [], token.text[0]!, token.start);
    // TeX takes the letter alone: in \mathbb{E}_q[f] the bracket belongs to E
    if (sign) return this.node('symbol', [], token.text, token.start);
    // nor does one belong to a word: in x^\mathrm{T} (y - z) it is a factor
    if (words) return this.node('word', [], token.text, token.start);
    const end = this.endOfArguments(token);
    const inner = prefix(this, token);
    if (this.tokens[this.at - 1]!.end === end) return inner;
    throw this.error(`${after} takes one sign or braces, found ${describe(token)}`, token, `write ${after}{…}`);
  }

  /** Where TeX ends the arguments of the command that was taken, and with them the sign that it makes. */
  private endOfArguments(command: Token): number {
    const count = command.text === '\\frac' ? 2 : command.text.startsWith('\\math') ? 1 : 0;
    let [at, digits, { end }] = [this.at, 0, command];
    const next = (): Token => this.tokens[Math.min(at, this.tokens.length - 1)]!;
    for (let i = 0; i < count; i++) {
      if (next().kind === 'number') {
        end = next().start + ++digits;
        if (digits === next().text.length) [at, digits] = [at + 1, 0];
      } else
        for (let depth = 0; ;) {
          const { kind, text } = next();
          if (kind !== 'text' && text === '{') depth++;
          if (kind !== 'text' && text === '}') depth--;
          ({ end } = next());
          at++;
          if (depth <= 0 || kind === 'end') break;
        }
    }
    return end;
  }

  /** Read without the stops of what stands around; `barred` where a bar parts or closes it. */
  free<T>(rule: () => T, barred = false): T {
    const saved = [this.stops, this.barred] as const;
    [this.stops, this.barred] = [[], barred];
    try {
      return rule();
    } finally {
      [this.stops, this.barred] = saved;
    }
  }

  close(bracket: string, open: Token): void {
    const token = this.peek();
    const opened = `${open.fixed ? '\\left' : ''}${open.text}`;
    const head = token.text === ';' && bracket === ')' ? this.headAround(token) : null;
    if (head) throw this.error(`nothing given says that “${head}” takes arguments, which this ; would part`, token, `say in a given what “${head}” is`); // prettier-ignore
    if (token.text !== bracket || token.kind === 'end' || token.kind === 'text')
      throw this.error(
        `expected ${open.fixed ? '\\right' : ''}${bracket} to close the ${opened}, found ${describe(token)}`,
        token,
        'brackets must pair as they are displayed',
      );
    if (Boolean(open.fixed) !== Boolean(token.fixed))
      throw this.error(
        `expected ${open.fixed ? '\\right' : ''}${bracket} to close the ${opened}, found ${describe(token)}`,
        token,
        '\\left pairs only with \\right',
      );
    this.take();
  }

  /** Does the running expression end here? */
  stopped(): boolean {
    return Boolean(this.stops.at(-1)?.(this));
  }

  /** Is this a letter, such as \alpha? */
  isName(token: Token): boolean {
    return token.kind === 'command' && this.prefixOf(token) === this.grammar.prefix.get('letter');
  }

  startsOperand(): boolean {
    return Boolean(this.prefixOf(this.peek()));
  }

  /** May `next` follow an operand as its factor? A bar there may close or part, and a text ends the formula. */
  private juxtaposed(next: Token): boolean {
    if (next.kind === 'text') return this.names.declared(next.text) || ['(', '['].includes(this.peek(1).text);
    if (this.barred && ['|', '‖'].includes(next.text)) return false;
    return Boolean(this.prefixOf(next));
  }

  private prefixOf(token: Token): Prefix | undefined {
    if (token.kind === 'end') return undefined;
    if (token.kind === 'text') return this.grammar.prefix.get('text');
    const named = this.grammar.prefix.get(token.text);
    return (
      named ?? (['letter', 'number', 'word'].includes(token.kind) ? this.grammar.prefix.get(token.kind) : undefined)
    );
  }
}

/** What a tree ends with, and begins with, when it is drawn; nothing where that is a sign of its own. */
const lastOf = (t: Tree): Tree | undefined =>
  t.op === 'multiply' || (t.op === 'divide' && t.text)
    ? t.args[1]
    : /^(negate|plus|apply)$/.test(t.op) && t.text !== '\\sqrt'
      ? t.args[0]
      : undefined;
const firstOf = (t: Tree): Tree | undefined =>
  ['multiply', 'power', 'factorial'].includes(t.op) ? t.args[0] : undefined;

/** The numeral at an end of what is drawn. */
function numeral(t: Tree, inward: (t: Tree) => Tree | undefined): string | null {
  const within = inward(t);
  return within ? numeral(within, inward) : t.op === 'number' ? t.text : null;
}

/** A text as the table has it: without case, and without stops around it. */
export const plain = (text: string): string => text.toLowerCase().replace(/^[\s,;]+|[\s,;:]+$/g, '');
