/** Formulas with random tokens lost, doubled, swapped and replaced, and braces dropped. */
import fc from 'fast-check';

export interface Base {
  readonly tex: string;
}

const pieces = (tex: string): string[] => tex.match(/\\[A-Za-z]+\s*|\\[^A-Za-z]\s*|[0-9]+\s*|[^\\]\s*/g) ?? [];

interface Blow {
  readonly kind: 'delete' | 'double' | 'swap' | 'insert' | 'replace' | 'brace';
  readonly at: number;
  readonly other: number;
  readonly text: string;
}

const strays = ['{', '}', '(', ')', '\\left(', '\\right]', '|', '_', '^', ',', '&', '\\\\', '\\mathrm{', '\\text{a}', 'd', '-', '=', "'", '\\log', '\\frac', '\\sum', '+', '/', '\\cdot', '.']; // prettier-ignore

const blow: fc.Arbitrary<Blow> = fc.record({
  kind: fc.constantFrom('delete', 'double', 'swap', 'insert', 'replace', 'brace'),
  at: fc.nat(999),
  other: fc.nat(999),
  text: fc.constantFrom(...strays),
});

function strike(parts: string[], { kind, at, other, text }: Blow): void {
  if (!parts.length) return;
  const [i, j] = [at % parts.length, other % parts.length];
  const braces = parts.flatMap((part, k) => (/^[{}]/.test(part) ? [k] : []));
  if (kind === 'delete') parts.splice(i, 1);
  else if (kind === 'double') parts.splice(i, 0, parts[i]!);
  else if (kind === 'insert') parts.splice(i, 0, `${text} `);
  else if (kind === 'replace') parts[i] = other % 2 ? parts[j]! : `${text} `;
  else if (kind === 'swap') [parts[i], parts[j]] = [parts[j]!, parts[i]!];
  else if (braces.length) parts.splice(braces[at % braces.length]!, 1);
}

/** One to three blows on one of the formulas. */
export const damagedOf = <T extends Base>(formulas: readonly T[]): fc.Arbitrary<T> =>
  fc
    .record({ formula: fc.constantFrom(...formulas), blows: fc.array(blow, { minLength: 1, maxLength: 3 }) })
    .map(({ formula, blows }) => {
      const parts = pieces(formula.tex);
      for (const one of blows) strike(parts, one);
      return { ...formula, tex: parts.join('') };
    });
