/** A world in which a relation breaks, as the reader sees it: the values of its names, and of its two sides. */
import type { RelationRecord } from '../../lib/check/record.ts';
import { element, inlineMath } from './nodes.ts';
import type { Child, Element } from './nodes.ts';
import type { Words } from './words.ts';

/** What does not stand between two values, in a counterexample. */
const sign: Readonly<Record<string, string>> = { '=': '≠', '\\le': '>', '\\ge': '<', '<': '≥', '>': '≤', '\\ne': '=' };

const names = { en: { left: 'left', right: 'right' }, zh: { left: '左边', right: '右边' } } as const;

export function brokenWorld({ counterexample, values, relation }: RelationRecord, words: Words): Element {
  const world = Object.entries(counterexample ?? {}).map(([name, value]) =>
    element('li', null, inlineMath(name), ...pieces(` = ${value}`, words)),
  );
  const said = names[words.locale];
  const between = sign[relation];
  const [left, right] = values ? rounded(values.left, values.right) : [];
  const sides =
    values && pieces(`${said.left} ${left!}${between ? ` ${between} ` : words.comma}${said.right} ${right!}`, words);
  return element(
    'ul',
    { className: ['world'] },
    ...world,
    sides ? element('li', { className: ['world-sides'] }, ...sides) : null,
  );
}

/** Two sides with as many digits as tell them apart: four, or as they are where these say the same. */
function rounded(left: string, right: string): [string, string] {
  const digits = (value: string): string => (/^-?\d+\.\d{5,}$/.test(value) ? String(Number(Number(value).toPrecision(4))) : value); // prettier-ignore
  const short = [digits(left), digits(right)] as const;
  const told = short[0] !== short[1] || left === right ? short : [left, right];
  return [told[0]!, told[1]!];
}

/** Signs and names that the library types; a minus sign is no hyphen. */
const typed: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w.)])-(?=[\d(∞]|Infinity)/g, '−'],
  [/\bInfinity\b/g, '∞'],
  [/\bmu(?= = )/g, 'μ'],
  [/\bsigma(?= = )/g, 'σ'],
  [/\blambda(?= = )/g, 'λ'],
];

/** The library describes values in English; the words in them have their Chinese here. */
const chinese: readonly (readonly [RegExp, string])[] = [
  [/\bnormal of uncertain parameters\b/g, '参数不确定的正态'],
  [/\bnormal mixture\b/g, '正态混合'],
  [/\bnormal\b/g, '正态'],
  [/\bexponential\b/g, '指数'],
  [/\bstudent t\b/g, 't 分布'],
  [/\bgamma\b/g, '伽马'],
  [/\bpoisson\b/g, '泊松'],
  [/\bbernoulli\b/g, '伯努利'],
  [/\bparameter in\b/g, '参数取自'],
  [/\bweight(\d+)/g, '权重$1'],
  [/\brate(?= = )/g, '率参数'],
  [/\bshape(?= = )/g, '形状参数'],
  [/\bdf(?= = )/g, '自由度'],
  [/\blocation(?= = )/g, '位置参数'],
  [/\bscale(?= = )/g, '尺度参数'],
  [/\bmean(?= = )/g, '均值'],
  [/\bvariance(?= = )/g, '方差'],
  [/\bsd (?=\d)/g, '标准差 '],
  [/\bNaN\b/g, '无定义'],
  [/ on (?=\{)/g, '，取值于 '],
  [/ or fewer\b/g, ' 或其子集'],
];
const english: readonly (readonly [RegExp, string])[] = [[/\bNaN\b/g, 'undefined']];

const joint = /joint law of (.*?) with probabilities /;
/** What is a formula in a value: a function of x, an arrow, a name in LaTeX, the names of a joint law. */
const formulas = /((?<= = )x ↦ [^;]*$|↦|\\[A-Za-z]+(?:\{[^{}]*\})?|joint law of .*? with probabilities )/;

/** A value as text, with its formulas drawn. */
function pieces(line: string, { locale }: Words): Child[] {
  const said = (text: string) =>
    [...typed, ...(locale === 'zh' ? chinese : english)].reduce((all, [word, told]) => all.replace(word, told), text);
  return line.split(formulas).flatMap((piece, i): Child[] => {
    if (i % 2 === 0) return piece === '' ? [] : [said(piece)];
    const names = joint.exec(piece)?.[1]?.split(', ');
    if (!names) return [inlineMath(piece.replace(/↦ ?/, '\\mapsto '))];
    const drawn = names.flatMap((name, k): Child[] => [
      ...(k > 0 ? [locale === 'zh' ? '、' : ', '] : []),
      inlineMath(name),
    ]);
    return locale === 'zh' ? [...drawn, ' 的联合分布，概率为 '] : ['joint law of ', ...drawn, ' with probabilities '];
  });
}
