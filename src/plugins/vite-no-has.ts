/**
 * Rules of Starlight's that make every element that is put into a text or taken out of it a reason to look at all that
 * stands around, found by tracing the demos in Chromium. An update that has changed one of them stops the build.
 */
interface Rule {
  readonly sheet: RegExp;
  readonly rule: RegExp;
  readonly count: number;
  /** As a reader of the error knows it. */
  readonly name: string;
  readonly instead: string;
}

const RULES: readonly Rule[] = [
  // The spaces of lists: on a long page each change of a demo cost 100 ms. Page.css sets them by what stands in an item alone.
  {
    sheet: /starlight[\\/](?:dist[\\/])?style[\\/]markdown\.css/,
    rule: /\.sl-markdown-content\s+:is\(ol, ul\):has\([^{}]*\{[^{}]*\}/g,
    count: 1,
    name: '.sl-markdown-content :is(ol, ul):has(…)',
    instead: '',
  },
  // Under the open menu of a phone nothing scrolls: each change cost 2 ms, as the menu may be anywhere. It has one place.
  {
    sheet: /MobileMenuToggle\.astro\?.*type=style.*index=1/,
    rule: /body:has\(#starlight__sidebar:popover-open\)/g,
    count: 2,
    name: 'body:has(#starlight__sidebar:popover-open)',
    instead: 'body:has(> .page > nav > #starlight__sidebar:popover-open)',
  },
];

export default function noHas() {
  return {
    name: 'holds:no-has',
    enforce: 'pre' as const,
    transform(code: string, id: string): string | null {
      const found = RULES.find(({ sheet }) => sheet.test(id));
      if (!found) return null;
      const { rule, count, name, instead } = found;
      const times = code.match(rule)?.length ?? 0;
      if (times !== count)
        throw new Error(`${id}: “${name}” was expected ${count === 1 ? 'once' : `${count} times`} and found ${times} times. Look at what Starlight does there now, and change this plugin.`); // prettier-ignore
      return code.replace(rule, instead);
    },
  };
}
