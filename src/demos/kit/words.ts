/** What the kit itself says while a demo runs. */
import type { Weighing } from '../../../lib/check/weigh.ts';
import type { Locale } from './demo.ts';

export interface Words {
  readonly unknown: string;
  readonly none: string;
  readonly refused: (names: readonly string[]) => string;
  readonly unreadable: string;
  readonly outOfRange: (name: string, kept: string) => string;
  /** Of a list of points: it can take no more, and its only one has to stay. */
  readonly full: (most: number) => string;
  readonly last: string;
  readonly copied: string;
  readonly notCopied: (address: string) => string;
  readonly stopped: string;
  readonly bound: string;
  /** Of an equation of the page, with these numbers. */
  readonly says: Readonly<Record<Weighing, string>>;
}

const CANNOT = { en: 'these numbers cannot tell', zh: '凭这些数无法判断' };

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    unknown: 'not known',
    none: 'none',
    refused: (names) =>
      `The address asked for a value that cannot be set here: ${names.join(', ')}. The first value is shown instead.`,
    unreadable: 'The address holds a state that this page cannot read. The demonstration starts as it is by itself.',
    outOfRange: (name, kept) => `${name}: this value cannot be set; ${kept} stays.`,
    full: (most) => `There is room for ${most} points here. Remove one first.`,
    last: 'One point has to stay.',
    copied: 'The link is copied.',
    notCopied: (address) => `The browser does not let the page copy. The link: ${address}`,
    stopped: 'Stopped. The picture shows the values before.',
    bound: 'bound',
    says: { true: 'holds here', false: 'false here', wide: CANNOT.en, nothing: CANNOT.en },
  },
  zh: {
    unknown: '未知',
    none: '无',
    refused: (names) => `网址给出的值无法在此设定：${names.join('、')}。已改用初始值。`,
    unreadable: '网址中的状态无法读取，演示从初始状态开始。',
    outOfRange: (name, kept) => `${name}：无法设为该值，仍为 ${kept}。`,
    full: (most) => `此处最多 ${most} 个点。请先删去一个。`,
    last: '至少要保留一个点。',
    copied: '链接已复制。',
    notCopied: (address) => `浏览器不允许复制。链接：${address}`,
    stopped: '已停止，图中仍是之前的取值。',
    bound: '误差界',
    says: { true: '此处成立', false: '此处不成立', wide: CANNOT.zh, nothing: CANNOT.zh },
  },
};
