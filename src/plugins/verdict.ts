/** The verdict of an equation in words, from its record and nothing else. */
import type { EquationRecord, RelationRecord } from '../../lib/check/record.ts';
import type { Words } from './words.ts';

export const passes = ({ verdict }: RelationRecord): boolean => verdict === 'holds' || verdict === 'defines';

/** "holds on 1,000 worlds, exact", "2 relations hold on 1,000 worlds each, exact and by quadrature; definition". */
export function summary({ relations }: EquationRecord, words: Words): string {
  const holding = relations.filter(({ verdict }) => verdict === 'holds');
  const defining = relations.filter(({ verdict }) => verdict === 'defines');
  const other = relations.filter((relation) => !passes(relation)).map(({ verdict }) => verdict);
  const parts = [...new Set(other)] as string[];
  if (holding.length > 0) {
    const tried = holding.map(({ worlds }) => worlds).filter((worlds) => worlds > 0);
    const kinds = [...new Set(holding.map(({ evidence }) => words.evidence[evidence]))];
    const worlds =
      tried.length > 0 ? `${words.held}${words.onWorlds(count(Math.min(...tried), words), holding.length > 1)}` : '';
    parts.push(`${words.holds(holding.length)}${worlds}${words.comma}${kinds.join(words.and)}`);
  }
  if (defining.length > 0) parts.push(words.defines(defining.length));
  return parts.join('; ');
}

export const count = (n: number, { locale }: Words): string => n.toLocaleString(locale);

/** A small number as a book prints it: `1.1 × 10^-16`, its exponent raised by whoever shows it. */
export function scientific(x: number): string {
  if (x === 0 || !Number.isFinite(x)) return String(x);
  const [mantissa, exponent] = x.toExponential(1).split('e') as [string, string];
  if (Math.abs(Number(exponent)) <= 2) return String(Number(x.toPrecision(2)));
  return `${mantissa} × 10^${Number(exponent)}`;
}
