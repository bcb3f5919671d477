import { expect, test } from 'vitest';
import { rightOf, unitsOfLabels } from '@/lib/data/sets/look/verdicts';

const UNITS = [['cat', 'Katze'], ['dog', 'Hund'], ['ship']];
const setOf = (classes: readonly string[], ...labels: number[]) => ({
  classes,
  labels: Uint16Array.from(labels),
  there: new Uint8Array(labels.length).fill(1),
});

test('a set’s classes are found among a network’s by any of their names, whatever their order and capitals', () => {
  expect(unitsOfLabels(setOf(['Ship', 'Katze', 'dog'], 0, 1, 2), UNITS)).toEqual([2, 0, 1]);
});

test('a set with images of a class that the network doesn’t know has no right and wrong', () => {
  const set = setOf(['cat', 'frog'], 0, 1);
  expect(unitsOfLabels(set, UNITS)).toBeNull();
  expect(unitsOfLabels({ ...set, there: Uint8Array.of(1, 0) }, UNITS)).toEqual([0, -1]);
});

test('right are the images whose prediction is their label’s unit; deleted ones don’t count', () => {
  const set = { ...setOf(['dog', 'cat'], 0, 0, 1, 1), there: Uint8Array.of(1, 1, 1, 0) };
  expect(rightOf(set, [1, 0], Uint16Array.of(1, 0, 0, 0))).toEqual({ right: 2, count: 3 });
});
