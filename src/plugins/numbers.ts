/** The numbers of equations, "2.3" for the third in the second section, and what the labels in them refer to. */
import type { EquationRecord } from '../../lib/check/record.ts';

export interface Target {
  /** As it is shown: "(2.3)", or "(2.3b)" for the second row. */
  readonly number: string;
  readonly id: string;
}

export class Numbers {
  readonly #targets = new Map<string, Target>();
  #section = 0;
  #running = 0;

  nextSection(): void {
    this.#section++;
    this.#running = 0;
  }

  /** Numbers the next display equation, and makes its labels known. */
  number(equation: EquationRecord): Target {
    this.#running++;
    const plain = this.#section === 0 ? `${this.#running}` : `${this.#section}.${this.#running}`;
    const whole = { number: `(${plain})`, id: equation.label ?? `equation-${plain.replace('.', '-')}` };
    for (const { name, offset } of equation.labels) {
      this.#targets.set(
        name,
        name === equation.label ? whole : { number: `(${plain}${row(equation.tex, offset)})`, id: name },
      );
    }
    return whole;
  }

  find(label: string): Target | undefined {
    return this.#targets.get(label);
  }
}

/** The letter of the row in which an offset of the LaTeX stands. */
function row(tex: string, offset: number): string {
  const breaks = tex.slice(0, offset).match(/\\\\/g)?.length ?? 0;
  return String.fromCharCode('a'.charCodeAt(0) + Math.min(breaks, 25));
}

/**
 * The LaTeX as it is drawn: without labels, which KaTeX refuses, and with a number in place of each reference.
 * The library reads the LaTeX as it was written.
 */
export function drawn(tex: string, numbers: Pick<Numbers, 'find'>): string {
  return tex
    .replace(/[ \t]*\\label\s*\{[^{}]*\}/g, '')
    .replace(/\\(eq)?ref\s*\{([^{}]*)\}/g, (_, eq: string | undefined, label: string) => {
      const number = numbers.find(label.trim())?.number ?? '(?)';
      return `\\text{${eq ? number : number.slice(1, -1)}}`;
    });
}
