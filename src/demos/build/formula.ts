/** The equations of the page beside a picture, as the build writes them: as printed, and with the numbers of the start. */
import katex from 'katex';
import type { Locale } from '../kit/demo.ts';
import type { Numbers } from '../kit/formula.ts';
import { escape } from '../kit/plot.ts';
import { equation } from '../kit/show.ts';
import type { Printed } from './read.ts';

/** As the reader of a page sees it: with its number there. */
export interface Cited extends Printed {
  readonly number: string;
}

const options = { strict: 'error', trust: false, throwOnError: true } as const;

export const formula = (tex: string): string => katex.renderToString(tex, { ...options, output: 'htmlAndMathml' });

/** Only pictures: it is drawn for the eye, and the two sides are said in words under it. */
const withHoles = (tex: string): string =>
  katex.renderToString(tex, {
    ...options,
    output: 'html',
    trust: ({ command }) => command === '\\htmlData',
    strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  });

export function drawFormula(printed: Cited, numbers: Numbers, locale: Locale): string {
  const { label, number, tex, filled, sides, signs } = printed;
  const found = equation({ sides, signs }, numbers, locale);
  // KaTeX puts spaces beside the number into the same box: the number gets one of its own.
  const hole = /(<span class="enclosing[^"]*") data-number="([^"]*)"( data-signed="1")?><span class="mord text[^"]*"><span class="mord[^"]*">0<\/span><\/span>/g; // prettier-ignore
  const drawn = withHoles(`\\displaystyle ${filled}`).replace(hole, (_, box: string, key: string, signed = '') => {
    const text = found?.hole(key, signed !== '') ?? '';
    return `${box}><span data-number="${key}"${signed}>${text}</span>`;
  });
  return `<div class="demo-formula" data-statement="${escape(JSON.stringify({ sides, signs }))}" data-says="${found?.says ?? ''}"${found ? '' : ' hidden'}>
<p class="demo-scroll" tabindex="0" role="group" aria-label="${escape(number)}"><a href="#${label}">${escape(number)}</a> <span>${formula(`\\displaystyle ${tex}`)}</span><span class="demo-filled">${drawn}</span></p>
<p><output>${found?.said ?? ''}</output></p></div>`;
}
