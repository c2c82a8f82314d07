/** Formulas with random tokens lost, doubled and swapped. */
import fc from 'fast-check';
import { formulas } from './formulas.ts';

const pieces = (tex: string): string[] => tex.match(/\\[A-Za-z]+\s*|\\[^A-Za-z]\s*|[0-9]+\s*|[^\\]\s*/g) ?? [];

interface Blow {
  readonly kind: 'delete' | 'double' | 'swap' | 'insert';
  readonly at: number;
  readonly other: number;
  readonly text: string;
}

const strays = [
  '{',
  '}',
  '(',
  ')',
  '\\left(',
  '\\right]',
  '|',
  '_',
  '^',
  ',',
  '&',
  '\\\\',
  '\\mathrm{',
  '\\text{a}',
  'd',
  '-',
];

const blow: fc.Arbitrary<Blow> = fc.record({
  kind: fc.constantFrom('delete', 'double', 'swap', 'insert'),
  at: fc.nat(999),
  other: fc.nat(999),
  text: fc.constantFrom(...strays),
});

function strike(parts: string[], { kind, at, other, text }: Blow): void {
  if (!parts.length) return;
  const [i, j] = [at % parts.length, other % parts.length];
  if (kind === 'delete') parts.splice(i, 1);
  else if (kind === 'double') parts.splice(i, 0, parts[i]!);
  else if (kind === 'insert') parts.splice(i, 0, `${text} `);
  else [parts[i], parts[j]] = [parts[j]!, parts[i]!];
}

export const damaged: fc.Arbitrary<string> = fc
  .record({ formula: fc.constantFrom(...formulas), blows: fc.array(blow, { minLength: 1, maxLength: 3 }) })
  .map(({ formula, blows }) => {
    const parts = pieces(formula.tex);
    for (const one of blows) strike(parts, one);
    return parts.join('');
  });
