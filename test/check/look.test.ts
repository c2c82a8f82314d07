/** Most worlds are looked at with integrals that stop early: nothing false may pass for that. */
import { describe, expect, it } from 'vitest';
import { look } from '../../lib/check/look.ts';
import type { Runnable } from '../../lib/check/side.ts';
import type { Weighed } from '../../lib/check/weigh.ts';
import { leeway } from '../../lib/number/precision.ts';
import { relations } from './page.ts';

/** A relation that says one thing roughly and another one sharply, and how it was run. */
function relation(rough: Partial<Weighed>, more: Partial<Runnable> = {}): { relation: Runnable; runs: string[] } {
  const runs: string[] = [];
  const base = { residual: 0, bound: 1, slack: null };
  const run = (): Weighed => {
    runs.push(leeway() > 0 ? 'rough' : 'sharp');
    return leeway() > 0 ? { ...base, says: 'true', ...rough } : { ...base, says: 'true' };
  };
  const sides = (): never => {
    throw new Error('nobody asks for the sides');
  };
  const plain: Runnable = { sign: '=', run, sides, used: new Set(), evidence: () => 'quadrature', existential: false };
  return { relation: { ...plain, ...more }, runs };
}

describe('a world is looked at again with integrals as near as doubles come', () => {
  it.each<[string, Partial<Weighed>, Partial<Runnable>, string[]]>([
    ['not where an equation holds', {}, {}, ['rough']],
    ['where it does not', { says: 'false' }, {}, ['rough', 'sharp']],
    ['where its bound is too wide', { says: 'wide' }, {}, ['rough', 'sharp']],
    ['where nothing is said', { says: 'nothing' }, {}, ['rough', 'sharp']],
    ['where no numbers were compared', { residual: null, bound: null }, {}, ['rough', 'sharp']],
    ['where an inequality holds within its bound only', {}, { sign: '\\le' }, ['rough', 'sharp']],
    ['not where it holds by more', { residual: 2 }, { sign: '\\le' }, ['rough']],
    ['at once where evidence is exact', {}, { evidence: () => 'exact' }, ['sharp']],
    ['at once where existence is claimed', {}, { existential: true }, ['sharp']],
    ['at once where statements are joined', {}, { joins: true }, ['sharp']],
  ])('%s', (_, rough, more, runs) => {
    const made = relation(rough, more);
    look(made.relation, []);
    expect(made.runs).toEqual(runs);
  });
});

describe('an integral', () => {
  const given = ['\\mu : real', '\\sigma : positive'];
  it('that is wrong in its tenth digit is refuted', () => {
    const near = (digits: string) => relations(given, `\\int_0^1 e^{-t^2} \\, dt = ${digits}`)[0]!;
    expect(near('\\frac{\\sqrt{\\pi}}{2} \\mathrm{erf}(1)').verdict).toBe('holds');
    expect(near('0.7468241328').verdict).toBe('refuted');
  });
  it('keeps its worlds', () => {
    const found = relations(given, '\\mathbb{E}_{z \\sim \\mathcal{N}(\\mu, \\sigma^2)}[z^2] = \\mu^2 + \\sigma^2')[0];
    expect(found).toMatchObject({ verdict: 'holds', evidence: 'quadrature', worlds: 300 });
  });
});
