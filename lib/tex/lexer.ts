/**
 * LaTeX mathematics as tokens with places. Spacing, sizes and styles carry no value and vanish here; bars are
 * told apart later, by the place in which they stand. `\underset{a}{b}` arrives as `b_{a}`: the same operator,
 * written in another way.
 */
import { TexError } from './error.ts';
import { alias, angles, bareGreek, delimiter, gaps, operator, plainWords, romanFonts, silent, textFonts, underset } from './signs.ts'; // prettier-ignore
import { type Token, Tokens } from './token.ts';

export interface Mark {
  readonly name: string;
  readonly offset: number;
}

export interface Lexed {
  readonly tokens: readonly Token[];
  readonly labels: readonly Mark[];
  /** Theorems of mathlib that prove the row: `\lean{klDiv_nonneg}`. */
  readonly theorems: readonly Mark[];
}

class Lexer extends Tokens {
  readonly labels: Mark[] = [];
  readonly theorems: Mark[] = [];
  private readonly names: readonly string[];

  constructor(source: string, names: readonly string[]) {
    super(source);
    this.names = names;
  }

  run(): Lexed {
    while (this.skipSpace()) this.next();
    this.push('end', '', this.at);
    return { tokens: this.tokens, labels: this.labels, theorems: this.theorems };
  }

  /** The full name of a theorem, as Lean writes it. */
  private theorem(start: number): string {
    const name = this.hidden('\\lean', start).trim();
    if (/^[\p{L}_][\p{L}\p{N}_'!?]*(\.[\p{L}_][\p{L}\p{N}_'!?]*)*$/u.test(name)) return name;
    throw new TexError(
      `“${name}” is no name of a theorem in Lean`,
      { start, end: this.at },
      'write the name as in mathlib, such as \\lean{InformationTheory.klDiv_eq_zero_iff}',
    );
  }

  private next(): void {
    const start = this.at;
    const char = this.source[this.at]!;
    if (char === '\\') return this.lexCommand(start);
    if (/[0-9]/.test(char) || (char === '.' && /[0-9]/.test(this.source[this.at + 1] ?? ''))) {
      const digits = /^[0-9]*(\.[0-9]+)?/.exec(this.source.slice(this.at))![0];
      this.at += digits.length;
      return this.push('number', digits, start);
    }
    if (/[A-Za-z]/.test(char)) return this.lexLetters(start);
    this.at += char.length;
    if (char === ':' && this.source[this.at] === '=') {
      this.at++;
      return this.push('sign', ':=', start);
    }
    if (char === '.' && this.source.startsWith('..', this.at)) {
      this.at += 2;
      return this.push('command', '\\dots', start);
    }
    const text = alias[char] ?? char;
    if (text.startsWith('\\') && text.length > 2) return this.push('command', text, start);
    if (text === '|') return this.bar('|', start);
    if (text === '‖' || "()[]{}+-*/=<>,;:!^_&.'".includes(text)) return this.push('sign', text, start);
    if (/\p{L}/u.test(char) && /[\u0370-\u03ff]/.test(char)) return this.push('letter', char, start);
    const found = /^[^\x00-\x7f]+/.exec(this.source.slice(start))?.[0] ?? char;
    const garbled = /[âÃ€œˆ‰«»]/.test(found) || found.includes('\ufffd');
    throw new TexError(
      garbled
        ? `“${found.trim()}” looks like a sign that was saved in the wrong encoding`
        : `“${char}” is not mathematics that can be read`,
      { start, end: start + found.trimEnd().length },
      garbled ? 'save the file as UTF-8 and write the sign again, for example \\int' : 'write words as \\text{…}',
    );
  }

  private lexLetters(start: number): void {
    const run = /^[A-Za-z]+/.exec(this.source.slice(this.at))![0];
    const name = this.names.find((n) => run.startsWith(n));
    // behind a letter they are letters
    const plain = name ?? (/[A-Za-z]/.test(this.source[start - 1] ?? '') ? undefined : plainWords.exec(run)?.[0]);
    const greek = name === undefined ? bareGreek.exec(run)?.[0] : undefined;
    if (greek) {
      const end = start + greek.length;
      throw new TexError(`“${greek}” is drawn as ${greek.length} letters in a row`, { start, end }, `write \\${greek}`);
    }
    const previous = this.tokens.at(-1);
    const opens = previous?.text === '_' || (previous?.text === '{' && this.tokens.at(-2)?.text === '_');
    const closes = (this.source[this.at + run.length] ?? '') === '}' || previous?.text === '_';
    if (opens && previous?.text === '{' && closes && run.length > 1 && !/^d[a-z]$/.test(run)) {
      this.at += run.length;
      return this.push('word', run, start);
    }
    this.at += plain ? plain.length : 1;
    if (plain) return this.push(name ? 'letter' : 'word', plain, start);
    this.push('letter', run[0]!, start);
  }

  private lexCommand(start: number): void {
    const raw = this.command();
    if (gaps.has(raw)) this.space(raw.endsWith('quad') ? 'wide' : 'narrow');
    if (silent.has(raw)) return this.checkSize(raw, start);
    // a box and a colour change the look only; the name of the colour is passed over
    if (['\\color', '\\textcolor', '\\boxed'].includes(raw)) return this.passOver(raw, start);
    if (raw === '\\') throw new TexError('the formula ends in a backslash', { start, end: start + 1 }, 'remove it');
    if (raw === '\\\\') {
      const gap = /^\s*\[-?[0-9.]+\s*(pt|em|ex|mm|cm)\]/.exec(this.source.slice(this.at));
      if (gap) this.at += gap[0].length;
      return this.push('sign', '\\\\', start);
    }
    if (raw === '\\left' || raw === '\\right' || raw === '\\middle') return this.lexFence(raw, start);
    if (raw === '\\label') {
      this.labels.push({ name: this.hidden(raw, start), offset: start });
      return;
    }
    if (raw === '\\lean') {
      this.theorems.push({ name: this.theorem(start), offset: start });
      return;
    }
    if (['\\tag', '\\tag*', '\\hspace', '\\vspace'].includes(raw)) {
      if (/[_^]/.test(this.hidden(raw, start)))
        throw new TexError(`${raw} should hold words only`, { start, end: this.at }, 'take the mathematics out of it');
      return;
    }
    if (raw === '\\mathop') return this.lexOperator(start);
    if (romanFonts.has(raw) || raw === '\\operatorname*') {
      const hung = this.tokens.at(-1);
      if (raw.startsWith('\\operatorname') && hung?.kind === 'sign' && ['_', '^'].includes(hung.text))
        throw new TexError(
          `${hung.text} takes no ${raw} without braces`,
          { start, end: this.at },
          `write ${hung.text}{…}`,
        );
      const word = this.words(raw, start)
        .replace(/\\[,;!: ]|[{}]/g, '')
        .trim();
      if (/[=<>|()[\]]/.test(word))
        throw new TexError(`${raw} should hold words only`, { start, end: this.at }, 'take the mathematics out of it');
      if (!/\p{L}/u.test(word)) throw new TexError(`${raw} holds no word`, { start, end: this.at }, 'remove it');
      if (word === 'd') return this.push('command', '\\mathrm{d}', start);
      const [, name, below] = /^([^_]+)_\s*([A-Za-z0-9]+)$/.exec(word) ?? [];
      if (name && below) return this.lexLabelled(name, below, start);
      // spaces are not drawn in the fonts of formulas
      return this.push('word', word.replace(/\s+/g, ''), start);
    }
    if (textFonts.has(raw)) {
      // braces in it are not drawn
      const text = this.words(raw, start).replace(/(\\(?:eq)?ref\{[^{}]*\})|[{}]/g, '$1').trim().replace(/\s+/g, ' '); // prettier-ignore
      // no words are no more than a space
      return text ? this.push('text', text, start) : this.space();
    }
    if (raw === '\\eqref' || raw === '\\ref') return this.push('text', `${raw}{${this.hidden(raw, start)}}`, start);
    if (raw === '\\begin' || raw === '\\end') {
      const name = this.hidden(raw, start).replace('*', '');
      // the number of columns
      if (raw === '\\begin' && /^align(ed)?at$/.test(name)) this.hidden(`\\begin{${name}}`, start);
      return this.push('command', `${raw}{${name}}`, start);
    }
    if (raw === '\\argmax' || raw === '\\argmin') return this.push('word', raw.slice(1), start);
    if (raw === '\\underset') return this.lexUnder(start);
    const text = alias[raw] ?? raw;
    if (text === '|') return this.bar('|', start);
    const sign = !text.startsWith('\\') || text === '\\{' || text === '\\}';
    this.push(sign ? 'sign' : 'command', text, start);
  }

  /** `\mathrm{AIC_c}` is `\mathrm{AIC}_{\mathrm{c}}`. */
  private lexLabelled(name: string, below: string, start: number): void {
    this.push('word', name.replace(/\s+/g, ''), start);
    for (const [kind, text] of [['sign', '_'], ['sign', '{'], [/^\d+$/.test(below) ? 'number' : 'word', below], ['sign', '}']] as const) this.push(kind, text, start); // prettier-ignore
  }

  private passOver(raw: string, start: number): void {
    const colour = raw === '\\boxed' ? 'red' : this.rawGroup(raw, start);
    if (!/^(#[0-9a-f]{3,4}|#?[0-9a-f]{6}|#[0-9a-f]{8}|[a-z]+)$/i.test(colour))
      throw new TexError(`“${colour}” is no colour`, { start, end: this.at }, 'write a name such as red, or #rrggbb');
    this.skipSpace();
    if (raw !== '\\color' && this.source[this.at] !== '{')
      throw new TexError(`${raw} has nothing to hold`, { start, end: this.at }, `write ${raw}{…}`);
  }

  /** Nothing hangs on a space; `\\big` and its kin stand before a bracket or a bar. */
  private checkSize(raw: string, start: number): void {
    const before = this.tokens.at(-1);
    const limits = /^\\(no)?limits$/.test(raw);
    if (limits && !(before && operator.test(this.source.slice(before.start, start).trim())))
      throw new TexError(`${raw} should follow an operator`, { start, end: this.at }, 'remove it');
    this.demandComplete();
    if (!/^\\[bB]ig/.test(raw)) return;
    this.skipSpace();
    if (!delimiter.test(this.source.slice(this.at)))
      throw new TexError(`${raw} should stand before a bracket`, { start, end: this.at }, 'remove it');
  }

  private lexFence(raw: string, start: number): void {
    this.skipSpace();
    const bracket = this.source[this.at] === '\\' ? this.command() : this.source[this.at++];
    if (bracket === undefined)
      throw new TexError(`${raw} has no bracket after it`, { start, end: this.at }, `write ${raw}( or ${raw}.`);
    if (!delimiter.test(bracket))
      throw new TexError(`${raw} stands before ${bracket}, which is no bracket`, { start, end: this.at }, 'remove it');
    const text = angles[bracket] ?? alias[bracket] ?? bracket;
    if (text === '/' && raw !== '\\middle')
      throw new TexError(`${raw}/ has no partner`, { start, end: this.at }, 'remove it');
    if (
      (raw === '\\left'
        ? [')', ']', '\\}', '\\rangle', '\\rfloor', '\\rceil', '\\rvert', '\\rVert']
        : ['(', '[', '\\{', '\\langle', '\\lfloor', '\\lceil', '\\lvert', '\\lVert']
      ).includes(text)
    )
      throw new TexError(
        `${raw}${text} is the wrong way round`,
        { start, end: this.at },
        '\\left opens, \\right closes',
      );
    if (raw === '\\middle') return this.push('sign', text, start);
    const side = raw === '\\left' ? 'l' : 'r';
    if (text === '|') return this.push('command', `\\${side}vert`, start, true);
    if (text === '‖') return this.push('command', `\\${side}Vert`, start, true);
    this.push(text.endsWith('angle') ? 'command' : 'sign', text === '.' ? `${raw}.` : text, start, true);
  }

  /** `\mathop{\rm arg\,max}`: an operator spelt by hand. */
  private lexOperator(start: number): void {
    const inner = this.rawGroup('\\mathop', start);
    const word = inner.replace(/^\s*\\(rm|mathrm|text)(?![A-Za-z])|\\[,;!: ]|[{}\s]/g, '');
    if (!/^[A-Za-z]+$/.test(word) || !/^\s*\\/.test(inner))
      throw new TexError(
        `\\mathop{${inner}} is not a known operator`,
        { start, end: this.at },
        'use \\operatorname*{name}',
      );
    this.push('word', word, start);
  }

  /** The tokens of a part; what is wrong there is said at its place in the whole. */
  private part(text: string, offset: number): readonly Token[] {
    try {
      return new Lexer(text, this.names).run().tokens;
    } catch (error) {
      if (!(error instanceof TexError)) throw error;
      const { start, end } = error.span;
      throw new TexError(error.message, { start: start + offset, end: end + offset }, error.hint);
    }
  }

  private lexUnder(start: number): void {
    this.skipBlank();
    const underAt = this.at;
    const under = this.rawGroup('\\underset', start);
    this.skipBlank();
    const baseAt = this.at;
    const base = this.rawGroup('\\underset', start);
    if (!underset.test(base))
      throw new TexError(`\\underset stands at ${base}, which is no operator`, { start, end: this.at }, 'use an index');
    const end = this.at;
    for (const [text, at] of [
      [`{${base}}`, baseAt],
      [`_{${under}}`, underAt],
    ] as const) {
      const offset = at - (text.startsWith('_') ? 1 : 0);
      const inner = this.part(text, offset);
      let part = inner.slice(0, -1);
      if (!text.startsWith('_') && part.length === 3) part = part.slice(1, -1);
      for (const token of part) this.tokens.push({ ...token, start: token.start + offset, end: token.end + offset });
    }
    this.at = end;
  }
}

/** Names: identifiers of several letters that the givens declare, such as `data`. */
export function lex(source: string, names: readonly string[] = []): Lexed {
  return new Lexer(source, names).run();
}
