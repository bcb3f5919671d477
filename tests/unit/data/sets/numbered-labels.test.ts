/** Sets whose classes are numbers, from 0 on or from 1 on. */
import { expect, test } from 'vitest';
import { asIdx, asNpz, type SmallSet, smallSet } from './support/forms';
import { wholeSet } from './support/read';

const GREY = smallSet(20, [28, 28, 1], ['0', '1', '2', '3']);
const OTHER_GREY = smallSet(8, [28, 28, 1], ['0', '1', '2', '3']);

/** The same images with other labels. */
const relabelled = (set: SmallSet, change: (label: number) => number): SmallSet => ({
  ...set,
  labels: set.labels.map(change),
});
const idxFiles = (set: SmallSet, test: SmallSet) => [
  { name: 'train-images-idx3-ubyte', bytes: asIdx(set).images },
  { name: 'train-labels-idx1-ubyte', bytes: asIdx(set).labels },
  { name: 't10k-images-idx3-ubyte', bytes: asIdx(test).images },
  { name: 't10k-labels-idx1-ubyte', bytes: asIdx(test).labels },
];

test.each([
  ['IDX files', (set: SmallSet, test: SmallSet) => idxFiles(set, test)],
  ['NumPy’s arrays', (set: SmallSet, test: SmallSet) => [{ name: 'a.npz', bytes: asNpz(set, test) }]],
])('the labels of %s may begin at 1: there is no class that no image has', async (_, filesOf) => {
  const up = (label: number) => label + 1;
  const set = await wholeSet(filesOf(relabelled(GREY, up), relabelled(OTHER_GREY, up)));
  expect(set.classes).toEqual(['1', '2', '3', '4']);
  expect([...set.labels]).toEqual([...GREY.labels, ...OTHER_GREY.labels]);
  expect(set.notes).toEqual([
    'The labels begin at 1: the classes are “1” to “4”, and there is no class “0”.',
  ]);
  // One image of class 0 in either file, and it is a class as any other.
  for (const [train, test] of [
    [relabelled(GREY, up), OTHER_GREY],
    [GREY, relabelled(OTHER_GREY, up)],
  ]) {
    const other = await wholeSet(filesOf(train, test));
    expect(other.classes).toEqual(['0', '1', '2', '3', '4']);
    expect([...other.labels]).toEqual([...train.labels, ...test.labels]);
    expect(other.notes).toEqual([]);
  }
  // A gap elsewhere is no sign of another beginning.
  const late = await wholeSet(
    filesOf(
      relabelled(GREY, (label) => label + 2),
      relabelled(OTHER_GREY, (label) => label + 2),
    ),
  );
  expect(late.classes).toEqual(['0', '1', '2', '3', '4', '5']);
});
