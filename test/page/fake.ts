import type { EquationRecord, EquationSource, Problem, RelationRecord, Verdict } from '../../lib/check/record.ts';
import type { Checks } from '../../lib/page/check.ts';

/** A checker of equalities between numerals, so that pages can be tested without the real one. */
export const fake: Checks = {
  hasRelation: (tex) => tex.includes('='),
  createChecker: ({ seed, worlds }) => ({
    problems: (givens) =>
      givens
        .filter((given) => !/:/.test(given.text))
        .map(({ text, place }): Problem => ({ place, message: `cannot read the given \`${text}\``, hint: null })),
    check: (source): EquationRecord => {
      if (source.tex.includes('\\crash')) throw new Error('division by cheese');
      const { line, column } = source.place;
      const sign = source.tex.indexOf('=');
      return {
        label: /\\label\{([^{}]*)\}/.exec(source.tex)?.[1] ?? null,
        display: source.display,
        ...{ line, column, tex: source.tex, seed, labels: [], references: [] },
        relations: sign < 0 ? [] : [relation(source, sign, worlds)],
      };
    },
  }),
};

function relation(source: EquationSource, sign: number, worlds: number): RelationRecord {
  const body = source.tex.replace(/\\label\{[^{}]*\}/, (label) => ' '.repeat(label.length));
  const [left, right] = [body.slice(0, sign).trim(), body.slice(sign + 1).trim()];
  const unread = [left, right].find((side) => !/^\d+$/.test(side));
  const verdict: Verdict = unread !== undefined ? 'unread' : left === right ? 'holds' : 'refuted';
  return {
    ...source.locate(sign),
    ...{ relation: '=', left, right, verdict, evidence: verdict === 'unread' ? 'none' : 'exact', worlds },
    residual: unread === undefined ? Math.abs(Number(left) - Number(right)) : null,
    bound: unread === undefined ? 0 : null,
    reason: unread !== undefined ? `\`${unread}\` is no numeral` : verdict === 'refuted' ? 'a slip of the pen' : null,
    counterexample: verdict === 'refuted' ? { P: '(1/2, 1/2)', n: '2' } : null,
    values: verdict === 'refuted' ? { left, right } : null,
    span: { start: body.search(/\S/), end: source.tex.length },
    because: null,
    label: null,
    offset: sign,
  };
}
