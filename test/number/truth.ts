import { expect } from 'vitest';
import { type Bounded, U } from '../../lib/number/bounded.ts';

/**
 * Holds the bound of `got` a truth that is itself a double? That is the nearest one to the true value, or what so many
 * `roundings` of it have left, each by at most U = 2^-53 of it.
 */
export function expectHeld(got: Bounded, truth: number, roundings = 1): void {
  const room = got.error + roundings * U * Math.abs(truth);
  expect({ got, truth, held: Math.abs(got.value - truth) <= room }).toMatchObject({ held: true });
}
