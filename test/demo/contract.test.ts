/** What every demo must do, whatever its controls are set to. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demos } from '../../src/demos/index.ts';
import { decode, encode } from '../../src/demos/kit/address.ts';
import type { Locale } from '../../src/demos/kit/demo.ts';
import { markup } from '../../src/demos/build/markup.ts';
import { initial } from '../../src/demos/kit/parameter.ts';
import { drawn } from '../../src/demos/kit/plot.ts';
import { csv, show } from '../../src/demos/kit/show.ts';
import { pages } from '../../src/demos/pages.ts';
import { given } from './arbitrary.ts';

const names = Object.keys(demos);
const locales = ['en', 'zh'] as const satisfies readonly Locale[];
const wrong = /NaN|undefined|null|\[object|Infinity/;

test('every demo has its names, and every page its demo', () => expect(Object.keys(pages)).toEqual(names));

describe.each(names)('%s', { timeout: 60_000 }, async (name) => {
  const { default: demo } = await demos[name]!();
  const { model } = demo;
  const page = pages[name]!;
  // What may take a worker's time is tried less often.
  const runs = { seed: 1, numRuns: model.heavy ? 20 : 60 };

  test('draws and says numbers, in both languages', () =>
    fc.assert(
      fc.property(given(model.parameters), (values) => {
        const result = model.compute(values);
        for (const [key, x] of Object.entries(demo.readouts(result, values))) {
          if (!x) continue;
          const { value, error } = x;
          expect(value, key).not.toBeNaN();
          expect(error, key).toBeGreaterThanOrEqual(0);
          expect(error, key).not.toBe(Infinity);
        }
        for (const locale of locales) {
          const { panels, said, readouts, table } = show(demo, result, values, locale);
          expect(drawn(panels)).not.toMatch(wrong);
          expect(said).not.toMatch(wrong);
          expect(said).not.toBe('');
          if (locale === 'zh') expect(said).not.toMatch(/。\s/);
          expect(Object.keys(readouts).filter((key) => !page.readouts[key])).toEqual([]);
          expect(csv(table, locale)).not.toMatch(/NaN|undefined|null/);
          for (const row of table.rows) expect(row).toHaveLength(table.head.length);
        }
      }),
      runs,
    ));

  test('finds the same again, and plain data that a worker can send', () =>
    fc.assert(
      fc.property(given(model.parameters), (values) => {
        const result = model.compute(values);
        expect(model.compute(structuredClone(values))).toEqual(structuredClone(result));
      }),
      { ...runs, numRuns: 5 },
    ));

  test.runIf(model.heavy)('says how far it is where it takes long', () => {
    const found = fc.sample(given(model.parameters), { seed: 1, numRuns: 400 }).filter((v) => model.heavy!(v as never));
    expect(found.length).toBeGreaterThan(0);
    const shares: number[] = [];
    model.compute(found[0]!, (share) => shares.push(share));
    expect(shares.length).toBeGreaterThan(3);
    expect(shares[0]).toBe(0);
    shares.slice(1).forEach((share, i) => expect(share).toBeGreaterThanOrEqual(shares[i]!));
    expect(shares.at(-1)).toBeLessThan(1);
  });

  test('comes back from its address', () =>
    fc.assert(
      fc.property(given(model.parameters), (values) => {
        const address = encode(model.version, model.parameters, values);
        expect(address).toBe(new URLSearchParams({ x: address }).toString().slice(2));
        expect(decode(model.version, model.parameters, address)).toEqual({ values, refused: [], whole: false });
      }),
    ));

  test('takes nothing from an address that its controls could not give', () =>
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('', `${model.version}_`, ...Object.keys(model.parameters).map((k) => `${model.version}_${k}_`)),
        (text, start) => {
          // prettier-ignore
          const { values } = decode(model.version, model.parameters, start + text);
          const again = decode(model.version, model.parameters, encode(model.version, model.parameters, values));
          expect(again).toEqual({ values, refused: [], whole: false });
        },
      ),
    ));

  test.each(locales)('is written by the build with a name for everything, in %s', (locale) => {
    const html = markup(name, demo, page, locale, 'Why?');
    for (const key of Object.keys(model.parameters)) expect(html).toContain(`data-key="${key}"`);
    const shown = Object.keys(demo.readouts(model.compute(initial(model.parameters)), initial(model.parameters)));
    expect(shown).toEqual(Object.keys(page.readouts));
    for (const p of Object.values(model.parameters))
      if (p.kind === 'choice') for (const o of p.options) expect(Object.keys(page.options ?? {})).toContain(o);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('names what to try, which its controls can be set to, and which says something else than the start', () => {
    expect(page.tries.length).toBeGreaterThanOrEqual(2);
    const first = initial(model.parameters);
    expect(model.heavy?.(first) ?? false).toBe(false);
    const at = (values: typeof first) => demo.say(model.compute(values), values, 'en');
    for (const { set } of page.tries) {
      const values = { ...first, ...set };
      expect(decode(model.version, model.parameters, encode(model.version, model.parameters, values)).values).toEqual(
        values,
      );
      expect(Object.keys(values)).toEqual(Object.keys(first));
      expect(at(values)).not.toBe(at(first));
    }
  });

  test('says everything in two languages', () => {
    const said = [page.title, ...Object.values(page.controls), ...Object.values(page.options ?? {}), ...Object.values(page.readouts).map((r) => r.name), ...page.legend.map(([, s]) => s), ...page.tries.map(({ text }) => text)]; // prettier-ignore
    for (const { en, zh } of said) expect([en, zh]).not.toContain('');
    for (const { en } of said) expect(en).not.toMatch(/\p{Script=Han}/u);
  });
});
