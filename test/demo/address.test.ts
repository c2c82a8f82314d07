import { describe, expect, test } from 'vitest';
import { decode, encode, stateIn, withState } from '../../src/demos/kit/address.ts';
import { type Given, choice, data, initial, read, seed, slider, snap } from '../../src/demos/kit/parameter.ts';

const parameters = {
  mu: slider({ min: -2, max: 2, step: 0.1, initial: 0 }),
  law: choice({ options: ['normal', 'laplace'], initial: 'normal' }),
  seed: seed(7),
  x: data({ min: 0, max: 5, step: 0.5, most: 3, initial: [1, 2] }),
};
const first: Given = initial(parameters);

describe('an address', () => {
  test('is empty at first, and holds only what has changed', () => {
    expect(encode(1, parameters, first)).toBe('');
    expect(encode(1, parameters, { ...first, mu: -0.3, x: [0.5, 4] })).toBe('1_mu_-0.3_x_0.5*4');
  });

  test.each([
    ['1_mu_9', ['mu']],
    ['1_mu_1e999', ['mu']],
    ['1_mu_NaN', ['mu']],
    ['1_mu_', ['mu']],
    ['1_mu_0x1', ['mu']],
    ['1_law_cauchy', ['law']],
    ['1_law_constructor', ['law']],
    ['1_seed_0', ['seed']],
    ['1_seed_1.5', ['seed']],
    ['1_x_1*2*3*4', ['x']],
    ['1_x_1**2', ['x']],
    ['1_mu_9_law_laplace_seed_-1', ['mu', 'seed']],
  ])('with a bad value, %s, names it and keeps the rest', (text, refused) => {
    const found = decode(1, parameters, text);
    expect(found.refused).toEqual(refused);
    expect(found.whole).toBe(false);
    for (const key of refused) expect(found.values[key]).toEqual(first[key]);
  });

  test.each([
    '2_mu_1',
    '1_mu',
    'x',
    '1___',
    '1_other_1',
    '1___proto___1',
    '1_mu_1_toString_1',
    `1_mu_${'1'.repeat(2000)}`,
  ])('that is damaged or of another version, %s, gives what stood there at first', (text) =>
    expect(decode(1, parameters, text)).toEqual({ values: first, refused: [], whole: true }),
  );

  test('of the page keeps the states of other demos and the anchor', () => {
    const address = withState('https://host/en/page/?other=1_a_2#here', 'one', '1_x_0.5*4');
    expect(address).toBe('https://host/en/page/?other=1_a_2&one=1_x_0.5*4#here');
    expect(stateIn(address, 'one')).toBe('1_x_0.5*4');
    expect(withState(address, 'one', '')).toBe('https://host/en/page/?other=1_a_2#here');
  });
});

describe('a value', () => {
  test('lies on the grid of its slider, as a decimal', () => {
    expect(snap(parameters.mu, 0.30000000000000004)).toBe(0.3);
    expect(snap(parameters.mu, 7)).toBe(2);
    expect(snap({ min: 0.2, max: 3, step: 0.05 }, 0.4321)).toBe(0.45);
    expect(read(parameters.mu, '0.34')).toBe(0.3);
  });
});
