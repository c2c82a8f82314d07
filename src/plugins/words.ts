/** What the plugin says to the reader, in each language of the site. */
import type { Evidence } from '../../lib/check/record.ts';

export interface Words {
  readonly locale: 'en' | 'zh';
  readonly given: string;
  readonly let: string;
  readonly write: string;
  readonly be: (each: boolean) => string;
  readonly between: string;
  /** Before the last of several formulas. */
  readonly last: string;
  readonly stop: string;
  readonly nothingGiven: string;
  readonly instead: (number: string) => string;
  readonly fails: string;
  readonly equation: (number: string) => string;
  readonly holds: (relations: number) => string;
  readonly defines: (relations: number) => string;
  /** Between that it holds and on how many worlds. */
  readonly held: string;
  readonly onWorlds: (worlds: string, each: boolean) => string;
  readonly evidence: Readonly<Record<Evidence, string>>;
  readonly residual: (residual: string, bound: string) => string;
  readonly because: string;
  readonly lean: string;
  readonly seed: string;
  readonly sources: string;
  readonly cite: string;
  readonly line: string;
  readonly and: string;
  readonly comma: string;
  readonly semicolon: string;
}

const en: Words = {
  locale: 'en',
  given: 'Given',
  let: 'Let ',
  write: 'Write ',
  be: (each) => (each ? ' each be ' : ' be '),
  between: ', ',
  last: ' and ',
  stop: '.',
  nothingGiven: 'Nothing beyond the usual meaning of the signs.',
  instead: (number) => `The assumption of ${number} is needed. With this in its place`,
  fails: 'it fails. The smallest world that shows it:',
  equation: (number) => `Equation ${number}`,
  holds: (n) => (n === 1 ? 'holds' : `${n} relations hold`),
  defines: (n) => (n === 1 ? 'definition' : `${n} definitions`),
  held: ' ',
  onWorlds: (worlds, each) => `on ${worlds} worlds${each ? ' each' : ''}`,
  evidence: {
    exact: 'exact',
    quadrature: 'by quadrature',
    search: 'by search',
    derivative: 'by differences',
    limit: 'as a limit',
    tail: 'by exact tail probabilities',
    simulation: 'by simulation, wrong with probability below 1e-9',
    declared: 'as given',
    definition: 'by definition',
    none: 'without evidence',
  },
  residual: (residual, bound) => `largest residual ${residual} against a bound of ${bound}`,
  because: 'because',
  lean: 'proved in Lean as',
  seed: 'Seed',
  sources: 'Sources',
  cite: 'Cite this page',
  line: 'line',
  and: ' and ',
  comma: ', ',
  semicolon: '; ',
};

const zh: Words = {
  locale: 'zh',
  given: '已知',
  let: '设 ',
  write: '记 ',
  be: () => ' ',
  between: '、',
  last: ' 与 ',
  stop: '。',
  nothingGiven: '除符号的通常含义外，别无假设。',
  instead: (number) => `${number} 的假设不可缺少。若改为`,
  fails: '则不成立。说明这一点的最小例子：',
  equation: (number) => `公式 ${number}`,
  holds: (n) => (n === 1 ? '成立' : `${n} 个关系成立`),
  defines: (n) => (n === 1 ? '定义' : `${n} 个定义`),
  held: '，',
  onWorlds: (worlds, each) => `${each ? '各' : ''}检验 ${worlds} 个世界`,
  evidence: {
    exact: '精确',
    quadrature: '数值积分',
    search: '数值搜索',
    derivative: '数值微分',
    limit: '极限',
    tail: '精确尾概率',
    simulation: '模拟（出错概率低于 1e-9）',
    declared: '依假设',
    definition: '依定义',
    none: '无证据',
  },
  residual: (residual, bound) => `最大残差 ${residual}，误差界 ${bound}`,
  because: '因为',
  lean: 'Lean 中已证明：',
  seed: '种子',
  sources: '参考文献',
  cite: '引用本页',
  line: '行',
  and: '与',
  comma: '，',
  semicolon: '；',
};

/** The language of a page, which its folder names: `content/zh/…`. */
export const wordsFor = (path: string): Words => (/(^|[\\/])zh[\\/][^\\/]+$/.test(path) ? zh : en);

export const chapterWord = (locale: Words['locale'], chapter: number): string =>
  locale === 'zh' ? `第${'一二三四五六七八九'[chapter - 1]}章` : `Chapter ${chapter}`;
