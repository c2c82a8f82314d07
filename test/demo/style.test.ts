/** What keeps a change of a demo from being a reason to find the style of the whole page again. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import noHas from '../../src/plugins/vite-no-has.ts';

/** What may be, or hold, an element around a demo; a selector with no name before `:has` is any element. */
const AROUND = /^$|^\*|^:|^(html|body|main|div|section|article)\b|\.(sl-|page\b|main-|content|demo$)/;
const root = resolve(import.meta.dirname, '../..');

describe('no rule asks what stands in an element around a demo', () => {
  const folder = join(root, 'src/styles');
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
  test.each(sheets)('%s', (name) => {
    const rules = readFileSync(join(folder, name), 'utf8').replace(/\/\*[^]*?\*\//g, '');
    const subjects = [...rules.matchAll(/([^\s{},>+~]*):has\(/g)].map(([, subject]) => subject);
    for (const subject of subjects) expect(subject).not.toMatch(AROUND);
  });
});

describe('the rules of Starlight that do', () => {
  const { transform } = noHas();
  const folder = join(root, 'node_modules/@astrojs/starlight/dist');
  const sheet = join(folder, 'style/markdown.css');
  const menu = join(folder, 'components/MobileMenuToggle.astro');
  const styles = `${menu}?astro&type=style&index=1&lang.css`;
  test('are taken out of the style of lists, and nothing else', () => {
    const before = readFileSync(sheet, 'utf8');
    const after = transform(before, sheet)!;
    expect(after).not.toContain(':is(ol, ul):has(');
    const braces = (css: string): number => css.match(/\{/g)!.length;
    expect(braces(after)).toBe(braces(before) - 1);
    expect(before.startsWith(after.slice(0, after.indexOf('.sl-markdown-content dt')).trimEnd())).toBe(true);
  });
  test('are told the one place of the menu', () => {
    const [, second] = readFileSync(menu, 'utf8').match(/<style[^>]*>[^]*?<\/style>/g)!;
    const after = transform(second!, styles)!;
    expect(after.replaceAll('> .page > nav > #', '#')).toBe(second);
    expect(after.match(/body:has\(> \.page > nav > #starlight__sidebar:popover-open\) \{/g)).toHaveLength(2);
  });
  test('must be there: an update that has changed one stops the build', () => {
    expect(() => transform('.a { b: c }', sheet)).toThrow(
      `${sheet}: “.sl-markdown-content :is(ol, ul):has(…)” was expected once and found 0 times. Look at what Starlight does there now, and change this plugin.`,
    );
    expect(() => transform('.a { b: c }', styles)).toThrow(
      `${styles}: “body:has(#starlight__sidebar:popover-open)” was expected 2 times and found 0 times. Look at what Starlight does there now, and change this plugin.`,
    );
    expect(transform('.a { b: c }', '/other/page.css')).toBeNull();
  });
});
