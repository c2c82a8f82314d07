/** A place among the tokens of a formula, which rules move on as they read. */
import { TexError } from './error.ts';
import type { Token } from './token.ts';
import { type Span, type Tree, tree } from './tree.ts';

export class Cursor {
  protected readonly tokens: Token[];
  protected at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = [...tokens];
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)]!;
  }

  /** The token that begins at an offset, or one beside it. */
  tokenAt(offset: number, beside = 0): Token | undefined {
    return this.tokens[this.tokens.findIndex((t) => t.start === offset) + beside];
  }

  take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.at++;
    return token;
  }

  is(...texts: string[]): boolean {
    const token = this.peek();
    return token.kind !== 'text' && token.kind !== 'end' && texts.includes(token.text);
  }

  /** Takes two joined bars for one each. */
  part(): void {
    const { start, end, joined } = this.peek();
    if (!joined) return;
    const bar = { kind: 'sign', text: '|' } as const;
    this.replace(this.at, { ...bar, start, end: start + 1 }, { ...bar, start: end - 1, end });
  }

  /** Other tokens in the place of one. */
  protected replace(at: number, ...parts: readonly Token[]): void {
    this.tokens.splice(at, 1, ...parts);
  }

  accept(...texts: string[]): Token | null {
    return this.is(...texts) ? this.take() : null;
  }

  /** Try `rule`; if it returns null, nothing was read. */
  attempt<T>(rule: () => T | null): T | null {
    const start = this.at;
    const result = rule();
    if (result === null) this.at = start;
    return result;
  }

  expect(text: string, why: string, hint: string | null = null): Token {
    if (this.is(text)) return this.take();
    throw this.error(`expected ${text} ${why}, found ${describe(this.peek())}`, this.peek(), hint);
  }

  /** The name before the round bracket that stands around a token after an operand; null where there is none. */
  headAround(token: Span): string | null {
    const before = (k: number): string => this.tokenAt(token.start, k)?.text ?? '';
    const opening = (k: number): number => {
      for (let depth = 0; before(k); k--) {
        if ([')', ']', '}'].includes(before(k))) depth++;
        if (['(', '[', '{'].includes(before(k)) && depth-- === 0) return k;
      }
      return 0;
    };
    if (['(', '[', ',', ''].includes(before(-1))) return null;
    const bracket = opening(-1);
    if (before(bracket) !== '(') return null;
    let from = bracket - 1;
    for (;;) {
      if (before(from) === '}') from = opening(from - 1);
      if (/^[_^]$/.test(before(from - 1))) from -= 2;
      else if (/^\\math/.test(before(from - 1)) && before(from) === '{') from--;
      else break;
    }
    const head = Array.from({ length: bracket - from }, (_, i) => before(from + i)).join('');
    return /^(\\?[A-Za-z])/.test(head) ? head : null;
  }

  error(message: string, at: Span = this.peek(), hint: string | null = null): TexError {
    return new TexError(message, { start: at.start, end: Math.max(at.end, at.start + 1) }, hint);
  }

  span(start: number): Span {
    return { start, end: this.at > 0 ? this.tokens[this.at - 1]!.end : start };
  }

  node(op: string, args: readonly Tree[], text: string, start: number): Tree {
    return tree(op, args, text, this.span(start));
  }
}

export function describe(token: Token): string {
  if (token.kind === 'end') return 'the end';
  if (token.kind === 'text') return `the text “${token.text}”`;
  return `${token.fixed && !token.text.startsWith('\\') ? '\\left or \\right ' : ''}${token.text}`;
}
