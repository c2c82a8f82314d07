import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bound, power, short, shown } from '../../src/demos/kit/number.ts';
import { plot, ticks } from '../../src/demos/kit/plot.ts';
import { csv, output, tableRows } from '../../src/demos/kit/show.ts';

describe('a number is shown', () => {
  test.each([
    [0, 0, '0'],
    [0.44314718, 3e-16, '0.4431'],
    [-12.5, 0, '−12.500'],
    [123456.7, 0, '123457'],
    [1234567, 0, '1.23 × 10^6'],
    [-3.14e-7, 0, '−3.14 × 10^−7'],
    [Infinity, 0, '∞'],
    [0.44314718, 0.02, '0.44'],
    [0.44314718, 0.002, '0.443'],
    [-4.62, 0.15, '−4.6'],
    [0.00125, 0, '0.001250'],
    [0.0366, 1e-17, '0.03660'],
    [5e-32, 1e-17, '0'],
  ])('%d with the error %d as %s', (value, error, text) => expect(shown(value, error)).toBe(text));

  test('as one that lies within its bound, if that is a hundredth of it or more', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        (value, share) => {
          const text = shown(value, value * share)
            .replace(/ × 10\^/, 'e')
            .replace('−', '-');
          expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(value * share);
        },
      ),
    ));

  test('with its bound, or the word that there is none', () => {
    expect(bound({ value: 1, error: 3.2e-16 })).toBe('± 3 × 10^−16');
    expect(bound({ value: 1, error: 0.0123 })).toBe('± 0.01');
    expect(bound({ value: Infinity, error: 0 })).toBe('');
    expect(bound({ value: 1, error: Infinity })).toBeNull();
    expect(output({ value: 1, error: Infinity }, 'en')).toBe('not known');
    expect(output({ value: 2, error: 1e-9 }, 'zh')).toBe(
      '2.0000<span class="demo-bound"> ± 1 × 10<sup>−9</sup></span>',
    );
  });

  test('short on an axis', () => {
    expect([0.30000000000000004, -2, 250000, 0.00012].map(short)).toEqual(['0.3', '−2', '250000', '1.20 × 10^−4']);
    expect([-3, 0, 1].map(power)).toEqual(['10^−3', '1', '10']);
  });
});

test('ticks are round numbers inside the range', () => {
  expect(ticks([-8, 8])).toEqual([-5, 0, 5]);
  expect(ticks([0, 0.27], 4)).toEqual([0, 0.1, 0.2]);
  expect(ticks([-0.3, 0.3], 6)).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
});

test('a curve is broken where it has no value, and cut far outside', () => {
  const { body } = plot({ id: 'a', title: 'A', x: [0, 3], y: [0, 1] }, (f) => [
    f.curve([[0, 0], [1, NaN], [2, Infinity], [3, 1]], 's1'), // prettier-ignore
  ]);
  expect(body).toMatch(/<path class="line s1" d="M0 242"\/><path class="line s1" d="M341.3 -9999L512 0"\/>/);
});

test('text in a picture or a table is never markup', () => {
  const { body } = plot({ id: 'a', title: 'A', x: [0, 1], y: [0, 1], xName: '<b>' }, (f) => [f.label([0, 0], '"&<')]);
  expect(body).toContain('&#60;b&#62;');
  expect(body).toContain('&#34;&#38;&#60;');
  expect(tableRows({ head: ['<i>'], rows: [['<script>']] }, 'en')).toBe(
    '<thead><tr><th scope="col">&#60;i&#62;</th></tr></thead><tbody><tr><th scope="row">&#60;script&#62;</th></tr></tbody>',
  );
});

test('a file of numbers has all digits and the bounds', () => {
  const table = {
    head: ['a', 'b, c'],
    rows: [
      ['x "y"', { value: 1 / 3, error: 2e-17 }],
      ['z', 2],
    ],
  } as const;
  expect(csv(table, 'en')).toBe('a,"b, c",b, c (bound)\r\n"x ""y""",0.3333333333333333,2e-17\r\nz,2,\r\n'.replace(',b, c (bound)', ',"b, c (bound)"')); // prettier-ignore
});
