/** The rows of a display equation as one row: those that begin with a relation or a sign go on with the row before. */
import { type Box, boxesOf, type Sign } from './boxes.ts';

export type Rows = readonly Box[];

interface Row {
  readonly boxes: Rows;
  /** Words beside it. */
  readonly said: string;
  readonly goesOn: boolean;
}

const isWord = (box: Box | undefined): boolean => box?.kind === 'sign' && box.family === 'word' && !box.roman;
const stops = (box: Box | undefined): boolean => box?.kind === 'sign' && [',', '.', ';', ':'].includes(box.text);
export const comma: Sign = { kind: 'sign', family: 'punct', text: ',' };

type IsName = (text: string) => boolean;

export const flatten = (boxes: Rows, isName: IsName): Rows =>
  rowsOf(boxes, isName).reduce<Rows>((all, row) => {
    const apart = all.length > 0 && row.boxes.length > 0 && !row.goesOn;
    return [...all, ...(apart ? [comma] : []), ...row.boxes];
  }, []);

/** The words beside the rows, in order. Throws what KaTeX throws. */
export const reasons = (tex: string, isName: IsName): string =>
  rowsOf(boxesOf(tex), isName)
    .map(({ said }) => said)
    .join('');

function rowsOf(boxes: Rows, isName: IsName): Row[] {
  const inner = trimmed(boxes, isName);
  const [only] = inner;
  const isTable = inner.length === 1 && only?.kind === 'table';
  const table = isTable ? only.rows : split(boxes).map((cell) => [cell]);
  const rows = table.map(([first = [], second = [], ...notes]): Row => {
    const stray = notes.flat().filter((box) => !isWord(box) && !stops(box));
    const whole = [...first, ...second, ...stray];
    const row = trimmed(whole, isName);
    const [begin] = row;
    const signed = first.length === 0 && begin?.kind === 'sign' && ['+', '-', '*', '/', ')'].includes(begin.text);
    const said = words(whole.slice(row.length)) + words(notes.flat());
    return { boxes: row, said, goesOn: signed || (begin?.kind === 'sign' && begin.family === 'rel') };
  });
  return isTable ? [...rows, { boxes: [], said: words(boxes.slice(inner.length)), goesOn: true }] : rows;
}

const words = (list: Rows): string => list.map((box) => (isWord(box) ? (box as Sign).text : '')).join('');

/** At each line break. */
function split(row: Rows): Rows[] {
  const at = row.findIndex((box) => box.kind === 'sign' && box.text === '\\\\');
  return at < 0 ? [row] : [row.slice(0, at), ...split(row.slice(at + 1))];
}

/** Without the reason and the stops at its end; a word after a sign is an operand. */
export function trimmed(row: Rows, isName: IsName = () => false): Rows {
  let end = row.length;
  for (;;) {
    const [before, last] = [row[end - 2], row[end - 1]];
    const operand = before?.kind === 'sign' && (['bin', 'rel', 'op', 'open'].includes(before.family) || ['/', '\\forall', '\\exists'].includes(before.text)); // prettier-ignore
    if (stops(last) || (isWord(last) && end > 1 && !operand && !isName((last as Sign).text))) end--;
    else return row.slice(0, end);
  }
}
