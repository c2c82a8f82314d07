/** Tokens with places, and what each says of the one before it: TeX draws a space, a bar or a prime by what it follows. */
import { TexError } from './error.ts';
import { takesArgument } from './signs.ts';
import { Source } from './source.ts';

export type TokenKind = 'command' | 'letter' | 'number' | 'word' | 'text' | 'sign' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** Canonical text: `\le` for `\leq`, `‖` for each divergence bar, the content for words and texts. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Opened by `\left` or closed by `\right`: such brackets pair with each other only. */
  readonly fixed?: boolean;
  /** Two bars beside each other, which may also close one thing and open the next. */
  readonly joined?: boolean;
  /** A space that is typed as one stands before it; \quad and \qquad are wide. */
  readonly gap?: 'narrow' | 'wide';
}

/** A source of which tokens are taken. */
export class Tokens extends Source {
  readonly tokens: Token[] = [];
  private gap: 'narrow' | 'wide' | undefined;

  protected push(kind: TokenKind, text: string, start: number, fixed?: boolean): void {
    const token = { kind, text, start, end: Math.max(this.at, start) };
    this.tokens.push({ ...token, ...(fixed ? { fixed } : {}), ...(this.gap ? { gap: this.gap } : {}) });
    if (this.gap && kind === 'sign' && ['_', '^', "'"].includes(text))
      throw new TexError(`${text} hangs on a space`, { start, end: this.at }, 'remove the space');
    this.gap = undefined;
    const before = this.tokens.at(-2);
    if (kind === 'sign' && text === "'" && before?.kind === 'sign' && before.text === '^')
      throw new TexError('a prime is raised by itself', { start, end: this.at }, 'remove the ^');
    if (
      kind === 'sign' &&
      ['^', "'"].includes(text) &&
      before?.kind === 'sign' &&
      before.text === "'" &&
      before.end < start
    )
      throw new TexError('a second superscript', { start, end: this.at }, 'write the primes and the ^ without a space');
  }

  protected skipSpace(): boolean {
    for (;;) {
      const char = this.source[this.at];
      if (char === undefined) return false;
      if (char === '~') this.space();
      if (/\s/.test(char) || char === '~') this.at++;
      else if (char === '%') {
        const end = this.source.indexOf('\n', this.at);
        this.at = end < 0 ? this.source.length : end + 1;
      } else return true;
    }
  }

  /** A space that stands where an argument is due would be the argument. */
  protected space(width: 'narrow' | 'wide' = 'narrow'): void {
    this.demandComplete();
    if (this.gap !== 'wide') this.gap = width;
  }

  /** What stands last must not wait for an argument: TeX would take what comes next for it, though it is not drawn. */
  protected demandComplete(): void {
    const before = this.tokens.at(-1);
    if (!before || before.kind === 'text' || !takesArgument.test(before.text)) return;
    const { text, start, end } = before;
    throw new TexError(`${text} has no argument`, { start, end }, `write ${text}{…}`);
  }

  protected bar(text: '|' | '‖', start: number): void {
    const previous = this.tokens.at(-1);
    if (previous?.joined)
      throw new TexError(
        'three bars stand in a row',
        { start: previous.start, end: this.at },
        'write \\lvert … \\rvert or \\lVert … \\rVert',
      );
    if (text === '|' && previous?.text === '|' && !previous.fixed) {
      this.tokens.pop();
      this.tokens.push({ kind: 'sign', text: '‖', start: previous.start, end: this.at, joined: true });
      return;
    }
    this.push('sign', text, start);
  }
}
