/** Questions about the boxes of a formula. */
import type { Box, Sign } from './boxes.ts';
import { comma } from './rows.ts';
import { operators } from './words.ts';

export const isEvaluation = (box: Box | undefined): box is Box =>
  box?.kind === 'scripts' && is(box.base, '|') && box.sub.length > 0;
export const is = (box: Box | undefined, ...texts: string[]): box is Sign =>
  box?.kind === 'sign' && box.family !== 'word' && texts.includes(box.text);
export const isRel = (box: Box | undefined): boolean => box?.kind === 'sign' && box.family === 'rel';
export const group = (box: Box | undefined): Extract<Box, { kind: 'group' }> | null => {
  const base = box?.kind === 'scripts' ? box.base : box;
  return base?.kind === 'group' ? base : null;
};
export const round = (box: Box | undefined): boolean => ['(', '['].includes(group(box)?.open ?? '');

/** A word below a name belongs to it; so do letters that stand alone there. */
export const isLabel = (list: readonly Box[]): boolean =>
  (list.length > 0 && list.every((box) => box.kind === 'sign' && box.family === 'word')) || areLetters(list);
const areLetters = (list: readonly Box[]): boolean =>
  list.length > 1 && list.every((box) => box.kind === 'sign' && box.family === 'ord' && /^[A-Za-z]$/.test(box.text));

/** Variables below \nabla stand side by side, or have commas between them. */
export const byEach = (box: Box): Box =>
  box.kind === 'scripts' && box.sub.every(isName)
    ? { ...box, sub: box.sub.flatMap((one, i) => (i ? [comma, one] : [one])) }
    : box;

export const isFactorial = (box: Box | undefined): boolean => is(box?.kind === 'scripts' ? box.base : box, '!');

export const isNumber = (box: Box | undefined): boolean => {
  const base = box?.kind === 'scripts' ? box.base : box;
  return base?.kind === 'sign' && base.family === 'number';
};

export const isConstant = (box: Box | undefined): boolean => {
  const base = box?.kind === 'scripts' ? box.base : box;
  return isNumber(box) || (base?.kind === 'fraction' && [...base.above, ...base.below].every(isNumber));
};

export const isName = (box: Box | undefined): boolean => {
  const base = box?.kind === 'scripts' ? box.base : box;
  if (base?.kind === 'mark') return base.name !== '\\sqrt';
  return (
    base?.kind === 'sign' &&
    base.family === 'ord' &&
    !(base.text in operators) &&
    /^([A-Za-z]|\\[A-Za-z]+(\{.*\})?|[α-ωΑ-Ω])$/.test(base.text)
  );
};

export const enclosed = (open: string, inner: string, close: string): string =>
  single(inner) ? `${open}${inner}${close}` : `${open}⟨${inner}⟩${close}`;

/** No two sides in a row. */
export function single(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if ('({[⟨'.includes(char)) depth++;
    if (')}]⟩'.includes(char)) depth--;
    if (char === ' ' && depth === 0) return false;
  }
  return true;
}
