import { expect, test } from 'vitest';
import { setProblem } from '@/lib/data/sets/training/set-problem';
import words from '@/words/own-set';

const problem = (...counts: readonly (readonly number[])[]) =>
  setProblem({ classes: ['cat', 'dog', 'owl'].slice(0, counts[0].length), counts });

test('a set that can be trained on has no problem', () => {
  expect(problem([3, 3], [0, 0], [0, 0])).toBeNull();
  expect(problem([1, 1], [1, 0], [0, 1])).toBeNull();
});

test('one class, an empty class and too few images are each said in one sentence', () => {
  expect(problem([9], [0], [0])).toBe(words.oneClass());
  expect(problem([9, 0], [0, 0], [0, 0])).toBe(words.oneClass());
  expect(problem([9, 9, 0], [0, 0, 0], [0, 0, 0])).toBe(words.emptyClass({ name: 'owl' }));
  expect(problem([9, 2], [0, 0], [0, 0])).toBe(
    words.fewImages({ name: 'dog', count: 2, least: 3, parts: 'both' }),
  );
  expect(problem([1, 9], [0, 0], [4, 4])).toBe(
    words.fewImages({ name: 'cat', count: 1, least: 2, parts: 'one' }),
  );
});
