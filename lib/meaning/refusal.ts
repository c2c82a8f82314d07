import type { Span } from '../tex/tree.ts';

const NOWHERE: Span = { start: 0, end: 0 };

/** A formula that was read but has no meaning under its givens: the verdict is `unread`, with this reason. */
export class Refusal extends Error {
  readonly span: Span;
  constructor(message: string, span: Span) {
    super(message);
    this.name = 'Refusal';
    this.span = span;
  }
}

/** A formula that has no single value in a world, as it is written: no case applies, or two that differ. A side that has one is not equal to it. */
export class Undefined extends Refusal {}

/** A formula that has no meaning for vectors and matrices of these shapes: that it has one where sizes are 1 shows nothing. */
export class Misshapen extends Refusal {}

/** Parameters of a law whose shapes do not fit. */
export class WrongShape extends RangeError {}

/** The value, or why there is none. A number that some function does not take (RangeError) has no meaning there either. */
export function attempt<T>(f: () => T): T | Refusal {
  try {
    return f();
  } catch (error) {
    if (error instanceof Refusal) return error;
    if (error instanceof RangeError) return new Refusal(error.message, NOWHERE);
    throw error;
  }
}
