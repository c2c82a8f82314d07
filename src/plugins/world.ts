/** A world in which a relation breaks, as the reader sees it: the values of its names, and of its two sides. */
import type { RelationRecord } from '../../lib/check/record.ts';
import { element, inlineMath } from './nodes.ts';
import type { Element } from './nodes.ts';
import type { Words } from './words.ts';

/** What does not stand between two values, in a counterexample. */
const sign: Readonly<Record<string, string>> = { '=': '≠', '\\le': '>', '\\ge': '<', '<': '≥', '>': '≤', '\\ne': '=' };

const names = { en: { left: 'left', right: 'right' }, zh: { left: '左边', right: '右边' } } as const;

export function brokenWorld({ counterexample, values, relation }: RelationRecord, words: Words): Element {
  const world = Object.entries(counterexample ?? {}).map(([name, value]) =>
    element('li', null, inlineMath(name), ` = ${valueIn(value, words)}`),
  );
  const said = names[words.locale];
  const between = sign[relation];
  const [left, right] = values ? rounded(values.left, values.right) : [];
  const sides = values && [`${said.left} ${valueIn(left!, words)}${between ? ` ${between} ` : words.comma}${said.right} ${valueIn(right!, words)}`]; // prettier-ignore
  return element(
    'ul',
    { className: ['world'] },
    ...world,
    ...(sides ?? []).map((line) => element('li', { className: ['world-sides'] }, line)),
  );
}

/** Two sides with as many digits as tell them apart: four, or as they are where these say the same. */
function rounded(left: string, right: string): [string, string] {
  const digits = (value: string): string => (/^-?\d+\.\d{5,}$/.test(value) ? String(Number(Number(value).toPrecision(4))) : value); // prettier-ignore
  const short = [digits(left), digits(right)] as const;
  const told = short[0] !== short[1] || left === right ? short : [left, right];
  return [told[0]!.replace(/^-/, '−'), told[1]!.replace(/^-/, '−')];
}

/** The library describes values in English; the few words in them have their Chinese here. */
const chinese: readonly (readonly [RegExp, string])[] = [
  [/\bnormal mixture\b/g, '正态混合'],
  [/\bnormal\b/g, '正态'],
  [/\bparameter in\b/g, '参数取自'],
  [/\bweight(\d+)/g, '权重$1'],
  [/ on (?=\{)/g, '，取值于 '],
  [/ or fewer\b/g, ' 或其子集'],
];

function valueIn(value: string, { locale }: Words): string {
  if (locale === 'en') return value;
  return chinese.reduce((text, [word, translated]) => text.replace(word, translated), value);
}
