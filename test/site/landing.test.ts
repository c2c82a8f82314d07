/** The landing page: what it shows is computed from its own equation, from the ledger and from the pages that exist. */
import { describe, expect, test } from 'vitest';
import { createChecker, hasRelation } from '../../lib/check/index.ts';
import { slipsOf } from '../../lib/check/slips.ts';
import { chapters } from '../../src/book.ts';
import { howMany, found } from '../../src/errata/found.ts';
import { chain, choice } from '../../src/generated/landing.ts';
import { wordsFor } from '../../src/plugins/words.ts';

interface Shown {
  readonly type: string;
  readonly value?: string;
  readonly data?: { readonly hName?: string; readonly hProperties?: Record<string, unknown> };
  readonly children?: readonly Shown[];
}

const checks = { createChecker, hasRelation };
const made = async (generator: typeof choice, language: 'en' | 'zh') => {
  const path = `content/${language}/index.mdx`;
  return (await generator({ path, words: wordsFor(path), checks })) as readonly Shown[];
};
const all = (node: Shown, name: string): Shown[] => [
  ...(node.data?.hName === name ? [node] : []),
  ...(node.children ?? []).flatMap((child) => all(child, name)),
];
const text = (node: Shown): string => node.value ?? (node.children ?? []).map(text).join('');

describe.each(['en', 'zh'] as const)('the forms to choose from: %s', async (language) => {
  const [fieldset] = await made(choice, language);
  const options = fieldset!.children!.filter(({ data }) => data?.hName === 'div').map((option) => ({
    checked: all(option, 'input')[0]!.data!.hProperties!['checked'],
    tex: text(all(option, 'label')[0]!),
    said: all(option, 'div').slice(1).map(text).join(''),
  })); // prettier-ignore

  test('begin with the equation of the page, which holds', () => {
    expect(options[0]!.tex).toBe(
      `${language === 'en' ? 'Form' : '写法'} 1: \\displaystyle \\sum_x P(x) \\log \\frac{P(x)}{Q(x)} \\ge 0`,
    );
    expect(options[0]!.checked).toBe(false);
    expect(options[0]!.said).toMatch(language === 'en' ? /holds on 1,000 worlds, exact/ : /成立，检验 1,000 个世界/);
  });

  test('go on with slips of several kinds, each refuted in a world that is shown', () => {
    expect(options.length).toBeGreaterThanOrEqual(5);
    expect(new Set(options.map(({ tex }) => tex)).size).toBe(options.length);
    // what the page is about shows before anything is chosen
    expect(options.map(({ checked }) => checked)).toEqual(options.map((_, i) => i === 1));
    for (const { said } of options.slice(1)) {
      expect(said).toMatch(language === 'en' ? /refuted.*P = \(.*left .* right / : /不成立.*P = \(.*左边 .* 右边 /);
    }
  });
});

test('the slips of an equation are LaTeX that says something else', () => {
  const given = { text: 'a, b : positive', place: { path: 'p.mdx', line: 1, column: 1 } };
  const slips = slipsOf('\\log(a b) = \\log a + \\log b \\label{x}', [given]);
  expect(slips).toContainEqual({ rule: 'sign', tex: '\\log\\left(a b\\right) = \\log\\left(a\\right) - \\log\\left(b\\right)' }); // prettier-ignore
  expect(slipsOf('a b', [given])).toEqual([]);
});

test('the chain has every chapter, in order', async () => {
  const [list] = await made(chain, 'en');
  expect(all(list!, 'li').map((item) => text(item.children![0]!))).toEqual(Object.values(chapters).map(({ en }) => en));
  const links = all(list!, 'a').map(({ data }) => data!.hProperties!['href']);
  expect(links).toContain('./entropy/');
  const said = all(list!, 'li').map((item) => text(item.children!.at(-1)!));
  expect(said[1]).toBe('\\displaystyle H(P, Q) \\ge H(P)');
  expect(said[5]).toMatch(/^\\displaystyle \\log p\(x\).*ELBO.*D_/);
  expect(said.filter((tex) => /eqref|label|overset|&/.test(tex))).toEqual([]);
});

test('what was found is counted once', () => {
  expect(howMany).toBe(found.articles.length + found.others.length + found.book.length);
  expect(howMany).toBeGreaterThan(50);
});
