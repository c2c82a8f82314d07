/** Formulas with random tokens lost, doubled, swapped and replaced, and braces dropped. */
import fc from 'fast-check';

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

/** FNV-1a: damages of a formula are its own, whatever stands beside it. */
const seedOf = (tex: string): number =>
  [...tex].reduce((hash, char) => Math.imul(hash ^ char.codePointAt(0)!, 0x01000193), 0x811c9dc5);

/** The formula after one to three blows, `count` times. */
export const damagesOf = (tex: string, count: number): string[] =>
  fc.sample(fc.array(blow, { minLength: 1, maxLength: 3 }), { seed: seedOf(tex), numRuns: count }).map((blows) => {
    const parts = pieces(tex);
    for (const one of blows) strike(parts, one);
    return parts.join('');
  });
