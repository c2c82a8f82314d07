/** Brackets that stand in a row are paired as they are displayed: a script on the closing one is on the pair. */
import type { Box } from './boxes.ts';

export function paired(list: readonly Box[]): Box[] {
  const open: { readonly text: string; readonly before: Box[] }[] = [];
  let row: Box[] = [];
  for (const box of list) {
    const sign = box.kind === 'scripts' ? box.base : box;
    if (box.kind === 'sign' && box.family === 'open') {
      open.push({ text: box.text, before: row });
      row = [];
    } else if (sign.kind === 'sign' && sign.family === 'close' && open.length) {
      const { text, before } = open.pop()!;
      const group: Box = { kind: 'group', open: text, close: sign.text, body: row };
      row = [...before, box.kind === 'scripts' ? { ...box, base: group } : group];
    } else row.push(box);
  }
  for (const { text, before } of open.reverse()) row = [...before, { kind: 'sign', family: 'open', text }, ...row];
  return row;
}
