/** Files for the reader to keep. */

const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-linecap',
  'stroke-dasharray',
  'font-size',
  'font-family',
  'font-style',
];

/** All panels as one picture, one under the other, with the colours that they have on the page. */
export function picture(host: HTMLElement): string {
  let top = 0;
  let width = 0;
  const parts = [...host.querySelectorAll<SVGSVGElement>('.demo-panels > * > svg')].map((svg) => {
    const { width: w, height } = svg.viewBox.baseVal;
    const copy = svg.cloneNode(true) as SVGSVGElement;
    const [from, to] = [svg, copy].map((s) => [...s.querySelectorAll<SVGElement>('path,rect,circle,text')]);
    from!.forEach((element, i) => {
      const style = getComputedStyle(element);
      for (const look of LOOKS) to![i]!.setAttribute(look, style.getPropertyValue(look));
    });
    for (const [key, value] of Object.entries({ y: top, width: w, height })) copy.setAttribute(key, String(value));
    top += height + 8;
    width = Math.max(width, w);
    return new XMLSerializer().serializeToString(copy);
  });
  const ground = getComputedStyle(host).backgroundColor;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}"><rect width="100%" height="100%" fill="${ground}"/>${parts.join('')}</svg>`;
}

export function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
