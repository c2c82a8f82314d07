/** The sign of a verdict. Drawn rather than typed: few fonts have the signs, and none has them alike. */
import { element } from './nodes.ts';
import type { Element } from './nodes.ts';

const strokes: Readonly<Record<string, string>> = {
  holds: 'M2.5 8.5 6.5 12.5 13.5 3.5',
  defines: 'M2.5 6h.01M2.5 10h.01M6 6h8M6 10h8',
  other: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
};

export const mark = (verdict: string | undefined): Element =>
  element(
    'svg',
    { viewBox: '0 0 16 16', ariaHidden: 'true' },
    element('path', { d: strokes[verdict ?? 'other'] ?? strokes.other }),
  );
