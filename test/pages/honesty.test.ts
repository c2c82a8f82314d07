/**
 * Every relation of the site that holds, with a stranger in each place of its trees, is refused or says something else:
 * where the mutants of a relation are tried, with all that its page gives and defines, strangers are tried here.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { attack } from '../../lib/check/attack.ts';
import { checkPage } from '../../lib/page/index.ts';
import { estrange, type Found } from '../check/strangers.ts';

let found: Found = { tried: 0, unnoticed: new Set() };

vi.mock('../../lib/check/attack.ts', () => ({
  attack: ((claim, _others, context) => {
    estrange(claim, context, found);
    return { killed: 0, survived: [], equivalent: 0 };
  }) as typeof attack,
}));

const pages = globSync('content/en/*.mdx')
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

/**
 * Where x is no outcome, p(x \\mid \\theta) is the likelihood of the sample, which has the same maximiser in the limit. The
 * name of the only argument of a law is not read where the law is meant: p(x) beside q(y) is p beside q.
 */
const reviewed = [
  /^instead of x in .*\\arg\\max_\{\\theta\} \\mathbb\{E\}_\{\\zeta_\{\?\} \\sim p_\{data\}\}/,
  /^instead of [a-z] in .*\(\\zeta_\{\?\}( \\mid|\))/,
];

let all = 0;
test.each(pages)('%s', { timeout: 180_000 }, (path) => {
  found = { tried: 0, unnoticed: new Set() };
  const { equations } = checkPage(readFileSync(path, 'utf8'), path, { worlds: 20, seed: 1, mutants: true });
  const holds = equations.flatMap((e) => e.relations).filter((r) => r.verdict === 'holds').length;
  expect([...found.unnoticed].filter((one) => !reviewed.some((known) => known.test(one)))).toEqual([]);
  // a relation has a dozen places or more
  expect(found.tried).toBeGreaterThanOrEqual(4 * holds);
  all += found.tried;
});

test('there were strangers in all of the site', () => expect(all).toBeGreaterThan(20_000));
