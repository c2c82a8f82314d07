/** `x_1, \dots, x_n` stands for a whole sample if it runs from 1 to the sample's size, and for nothing else. */
import type { Tree } from '../tex/tree.ts';
import { Refusal } from './refusal.ts';
import { letterOf, type Declaration, type Scope } from './scope.ts';

/** Throws Refusal unless the members beside the dots are those of the whole sample, in order. */
export function demandWhole(members: readonly Tree[], sample: Declaration, scope: Scope): void {
  const { print } = scope.shared;
  const dots = members.findIndex((m) => m.op === 'dots');
  const written = members.map(print).join(', ');
  const span = members[dots]!.span;
  const base = letterOf(sample);
  const index = (m: Tree): string | null => (m.op === 'index' && print(m.args[0]!) === base ? print(m.args[1]!) : null);
  const first = members.slice(0, dots).map(index);
  const last = members.slice(dots + 1).map(index);
  const inOrder = first.length > 0 && first.every((i, k) => i === String(k + 1));
  if (inOrder && last.length === 1 && last[0] === (sample.size ?? last[0])) return;
  const whole = `${base}_1, \\dots, ${base}_${sample.size ?? 'n'}`;
  throw new Refusal(`“${written}” is not the whole sample, which is written ${whole}`, span);
}
