/** Well-known sets are recognised by what they are, and get a card; others are not taken for one. */
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CIFAR_10, CIFAR_100 } from '@/lib/data/sets/cifar/classes';
import { knownWeaknesses } from '@/lib/data/sets/known/about';
import * as published from '@/lib/data/sets/known/published';
import { recognised } from '@/lib/data/sets/known/recognise';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { asIdx, asNpz, gzipped, type SmallSet, smallSet } from './support/forms';
import { wholeSet } from './support/read';

const { KNOWN_SETS, PUBLISHED_FILES, setOfSum } = published;
const DIGITS = Array.from({ length: 10 }, (_, digit) => String(digit));
const MNIST_TEST = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009];

/** A set of no pixels, with so many images of each class in each split. */
function counted(
  classes: readonly string[],
  splits: readonly (readonly number[])[],
  more: Partial<LabelledSet> = {},
): Parameters<typeof recognised>[0] {
  const all = splits.flatMap((row, split) =>
    row.flatMap((count, label) => Array.from({ length: count }, () => [label, split])),
  );
  return {
    classes,
    form: 'images',
    shape: [32, 32, 3],
    count: all.length,
    labels: Uint16Array.from(all, ([label]) => label),
    splits: Uint8Array.from(all, ([, split]) => split),
    ...more,
  };
}
const each = (classes: readonly string[], count: number) => classes.map(() => count);

describe('by classes and counts', () => {
  test('CIFAR, whole or one of its parts, however it was packed', () => {
    expect(
      recognised(counted(CIFAR_10, [each(CIFAR_10, 5000), each(CIFAR_10, 0), each(CIFAR_10, 1000)])),
    ).toBe('cifar10');
    expect(recognised(counted(CIFAR_10, [each(CIFAR_10, 1000)]))).toBe('cifar10');
    expect(recognised(counted(CIFAR_100, [each(CIFAR_100, 500)]))).toBe('cifar100');
    // One file of the training images has uneven classes.
    const uneven = each(CIFAR_10, 1000).map((count, at) => count + (at % 2 ? 20 : -20));
    expect(recognised(counted(CIFAR_10, [uneven], { form: 'cifar10' }))).toBe('cifar10');
    expect(recognised(counted(CIFAR_10, [uneven]))).toBeNull();
  });

  test('MNIST by the numbers of its digits, not any ten numbers', () => {
    const grey = { form: 'npz', shape: [28, 28, 1] } as const;
    expect(recognised(counted(DIGITS, [each(DIGITS, 3), each(DIGITS, 0), MNIST_TEST], grey))).toBe('mnist');
    expect(recognised(counted(DIGITS, [MNIST_TEST.with(0, 979)], grey))).toBeNull();
    expect(recognised(counted(DIGITS, [MNIST_TEST]))).toBeNull();
  });

  test('another set with the same classes is none', () => {
    expect(recognised(counted(CIFAR_10, [each(CIFAR_10, 500)], { form: 'cifar10' }))).toBeNull();
    expect(recognised(counted(['cat', 'dog'], [[5000, 5000]]))).toBeNull();
  });
});

describe('by a published checksum', () => {
  afterEach(() => vi.restoreAllMocks());

  const grey: SmallSet = smallSet(40, [5, 5, 1], DIGITS);
  const { images, labels } = asIdx(grey);
  const idx = (label: Uint8Array<ArrayBuffer>) => [
    { name: 'a-images-idx3-ubyte', bytes: images },
    { name: 'a-labels-idx1-ubyte', bytes: label },
  ];

  const sumOf = (file: Uint8Array) => createHash('md5').update(file).digest('hex');

  test.each([
    ['unpacked labels by their own sum', labels, sumOf(labels)],
    ['packed labels by the sum of the file', gzipped(labels), sumOf(gzipped(labels))],
    ['labels that were packed anew by that of their content', gzipped(labels), sumOf(labels)],
  ])('IDX files: %s', async (_, file, known) => {
    vi.spyOn(published, 'setOfSum').mockImplementation((sum) => (sum === known ? 'kmnist' : null));
    const read = await wholeSet(idx(file));
    expect(read).toMatchObject({ known: 'kmnist', card: { licence: 'CC BY-SA 4.0' } });
  });

  test('labels of another set are none of them', async () => {
    const read = await wholeSet(idx(labels));
    expect(read.known).toBeUndefined();
    expect(read.card).toBeUndefined();
  });

  test('each sum is of one set, in one form', () => {
    const sums = PUBLISHED_FILES.flatMap(({ md5, unpacked }) => [md5, ...(unpacked ? [unpacked] : [])]);
    expect(new Set(sums).size).toBe(sums.length);
    for (const sum of sums) expect(sum).toMatch(/^[0-9a-f]{32}$/);
    expect(setOfSum('a25bea736e30d166cdddb491f175f624')).toBe('mnist');
    expect(setOfSum('9018921c3c673c538a1fc5bad174d6f9')).toBe('fashionMnist');
    expect(setOfSum('0'.repeat(32))).toBeNull();
  });
});

test('MNIST in NumPy’s form is read with its card', async () => {
  const labels = MNIST_TEST.flatMap((count, digit) => Array.from({ length: count }, () => digit));
  const image = new Uint8Array(28 * 28);
  const test: SmallSet = { ...smallSet(1, [28, 28, 1], DIGITS), images: labels.map(() => image), labels };
  const read = await wholeSet([{ name: 'mnist.npz', bytes: asNpz(test, test, 6) }]);
  expect(read.known).toBe('mnist');
  expect(read.card?.source).toMatch(/^LeCun, Cortes/);
});

test('every weakness names where it can be read', () => {
  for (const set of KNOWN_SETS) {
    expect(knownWeaknesses(set).length, set).toBeGreaterThan(0);
    for (const { sentence, source, href } of knownWeaknesses(set)) {
      expect(sentence.length).toBeGreaterThan(20);
      expect(source).toMatch(/\d{4}$/);
      expect(href).toMatch(/^https:\/\//);
    }
  }
  expect(knownWeaknesses(undefined)).toEqual([]);
});
