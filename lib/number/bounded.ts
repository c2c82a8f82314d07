/** Everything on bounded numbers: arithmetic, powers and comparison, sums. */
export * from './arithmetic.ts';
export * from './powers.ts';
export * from './sum.ts';
