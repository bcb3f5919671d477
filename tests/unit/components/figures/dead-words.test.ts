import { expect, test } from 'vitest';
import { deadWords } from '@/components/figures/dead-words';

test('a single map that is 0 everywhere is named; several are counted', () => {
  expect(deadWords([], 32)).toBe('');
  expect(deadWords([7], 32)).toBe('Map 7 never fires on this image.');
  expect(deadWords([7, 9], 32)).toBe('Maps 7, 9 never fire on this image.');
  expect(deadWords([0, 1, 2, 3, 4, 5, 6, 7], 32)).toBe('8 of them never fire on this image.');
  expect(deadWords([0, 1], 2)).toBe('None of them fires on this image.');
});
