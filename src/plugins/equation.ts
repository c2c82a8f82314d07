/** A display equation as it stands on the page: the formula, its number, its mark, and the evidence for it. */
import type { EquationRecord, Given, RelationRecord } from '../../lib/check/record.ts';
import { current, givenList } from './given.ts';
import { mark } from './mark.ts';
import { displayMath, element, inlineMath } from './nodes.ts';
import type { Child, Element } from './nodes.ts';
import { drawn } from './numbers.ts';
import type { Numbers, Target } from './numbers.ts';
import { reason, rowsOf, theorem } from './rows.ts';
import { count, scientific, summary } from './verdict.ts';
import type { Words } from './words.ts';

export interface Parts {
  readonly record: EquationRecord;
  readonly target: Target;
  readonly givens: readonly Given[];
  readonly numbers: Numbers;
  readonly words: Words;
}

export function equation({ record, target, givens, numbers, words }: Parts): Element {
  const rows = rowsOf(record.tex, record.labels, numbers, words);
  const verdict = summary(record, words);
  return element(
    'div',
    { id: target.id, className: ['equation', 'not-content'], dataVerdict: verdictOf(record) },
    element(
      'div',
      // The keyboard scrolls a box only if it can be focused.
      { className: ['equation-math'], tabIndex: 0, role: 'group', ariaLabel: words.equation(target.number) },
      rows ?? displayMath(drawn(record.tex, numbers)),
    ),
    record.relations.length === 0
      ? element('p', { className: ['equation-rail'] }, target.number)
      : element(
          'details',
          { className: ['evidence'], dataPagefindIgnore: '' },
          element(
            'summary',
            { className: ['equation-rail'] },
            element('span', { className: ['equation-number'] }, target.number),
            element(
              'span',
              { className: ['equation-mark'], ariaHidden: 'true', title: verdict },
              mark(verdictOf(record)),
            ),
            element('span', { className: ['sr-only'] }, ` ${verdict}`),
          ),
          evidence(record, verdict, givens, numbers, words),
        ),
  );
}

const verdictOf = ({ relations }: EquationRecord): string | undefined =>
  relations.find(({ verdict }) => verdict !== 'defines')?.verdict ?? relations[0]?.verdict;

function evidence(
  record: EquationRecord,
  verdict: string,
  givens: readonly Given[],
  numbers: Numbers,
  words: Words,
): Element {
  return element(
    'div',
    { className: ['evidence-panel'] },
    element('p', { className: ['evidence-summary'] }, `${verdict}.`),
    element('p', { className: ['given-title'] }, words.given),
    givens.length === 0
      ? element('p', null, words.nothingGiven)
      : givenList(
          current(givens.map(({ text }) => text)).map((line) => drawn(line, numbers)),
          words,
        ),
    element('ol', { className: ['relations'] }, ...record.relations.map((r) => relation(r, numbers, words))),
    element('p', { className: ['evidence-seed'] }, `${words.seed} ${record.seed}`),
  );
}

function relation(record: RelationRecord, numbers: Numbers, words: Words): Element {
  const facts = [
    record.verdict === 'defines' ? words.defines(1) : record.verdict === 'holds' ? words.holds(1) : record.verdict,
    ...(record.evidence === 'definition' ? [] : [words.evidence[record.evidence]]),
    ...(record.worlds > 0 ? [words.onWorlds(count(record.worlds, words), false)] : []),
    // Where an inequality is strict, what lies between its sides is a gap and no residual.
    ...(record.residual !== null && record.bound !== null && record.residual <= record.bound
      ? [words.residual(scientific(record.residual), scientific(record.bound))]
      : []),
  ];
  return element(
    'li',
    null,
    inlineMath(drawn(record.relation, numbers)),
    ...raised(` (${words.line} ${record.line}) ${facts.join(words.comma)}`),
    ...because(record, numbers, words),
    ...theorems(record, words),
  );
}

/** `10^-16` with its exponent raised. */
const raised = (said: string): Child[] =>
  said.split(/\^(-?\d+)/).map((part, i) => (i % 2 === 1 ? element('sup', null, part.replace('-', '−')) : part));

const theorems = ({ lean = [] }: RelationRecord, words: Words): Child[] =>
  lean.flatMap((name, i) => [i === 0 ? `${words.semicolon}${words.lean} ` : words.comma, theorem(name)]);

/** The author's reason for a step, as it stands beside it. */
const because = ({ because }: RelationRecord, numbers: Numbers, words: Words): Child[] =>
  because ? [`${words.comma}${words.because} `, ...reason(because, numbers)] : [];
