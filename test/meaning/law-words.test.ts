/** Every law that has a name, and each of its parameters, has its Chinese: the notation page shows both. */
import { expect, test } from 'vitest';
import { namedLaws } from '../../lib/meaning/named.ts';
import { lawWords } from '../../src/generated/law-words.ts';

test('src/generated/law-words.ts lacks no word of lib/meaning/named.ts', () => {
  const words = namedLaws.flatMap(({ name, parameters }) => [name, ...parameters]);
  expect(words.filter((word) => !Object.hasOwn(lawWords, word))).toEqual([]);
});
