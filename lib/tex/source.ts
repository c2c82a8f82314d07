/** LaTeX source with a place in it: commands, and the arguments that are taken as they are written. */
import { TexError } from './error.ts';

export class Source {
  protected at = 0;
  protected readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** Past what is typed for the eye alone. */
  protected skipBlank(): void {
    while (/\s/.test(this.source[this.at] ?? '')) this.at++;
  }

  protected command(): string {
    const match = /^\\([A-Za-z]+\*?|[^A-Za-z]|$)/.exec(this.source.slice(this.at, this.at + 40))!;
    let text = match[0];
    if (text.endsWith('*') && !/^\\(operatorname|tag|DeclareMathOperator)\*$/.test(text)) text = text.slice(0, -1);
    this.at += text.length;
    return text;
  }

  /** The raw text of the braced group that starts here, or of the single character. */
  protected rawGroup(after: string, start: number): string {
    this.skipBlank();
    if (this.source[this.at] !== '{') {
      if (this.source[this.at] === undefined || this.source[this.at] === '}')
        throw new TexError(`${after} has no argument`, { start, end: this.at }, `write ${after}{…}`);
      return this.source[this.at] === '\\' ? this.command() : this.source[this.at++]!;
    }
    let depth = 0;
    const open = this.at;
    for (; this.at < this.source.length; this.at++) {
      const char = this.source[this.at];
      if (char === '\\') this.at++;
      else if (char === '{') depth++;
      else if (char === '}' && --depth === 0) return this.source.slice(open + 1, this.at++);
    }
    throw new TexError('this { is never closed', { start: open, end: open + 1 }, 'add the missing }');
  }

  /** An argument that is drawn nowhere here: only braces can say where it ends. */
  protected hidden(after: string, start: number): string {
    this.skipBlank();
    if (this.source[this.at] !== '{')
      throw new TexError(`${after} has no braces after it`, { start, end: this.at }, `write ${after}{…}`);
    const text = this.rawGroup(after, start);
    if (!/[{}\\$&\n]/.test(text)) return text;
    throw new TexError(`${after} should hold a plain name`, { start, end: this.at }, 'see where its braces end');
  }

  /** The argument of a command that takes words: what TeX could not set among words is refused. */
  protected words(raw: string, start: number): string {
    const text = this.rawGroup(raw, start);
    // a font of formulas may hold a word with a label below it
    if (!raw.startsWith('\\text') && /^\s*[A-Za-z]+_([A-Za-z0-9]|\{[A-Za-z0-9]+\})\s*$/.test(text)) return text;
    const bare = text.replace(/\\(eq)?ref\{[^{}]*\}|\\[,;!:%&#_$ ]|\$[^$]*\$/g, '');
    if (/[\\_^&#$]/.test(bare))
      throw new TexError(`${raw} should hold words only`, { start, end: this.at }, 'take the mathematics out of it');
    return text;
  }
}
