import { randomLcg } from 'd3-random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMAGE_BYTES, IMAGE_SHAPE, IMAGE_SIDE } from '@/lib/course/image-sets';
import type { LabelledImages } from '@/lib/data/data-set';
import { augmentationOf, changed, drawChange } from '@/lib/engine/training/images/augment';
import { orderOf } from '@/lib/engine/training/images/order';
import { streamOf } from '@/lib/engine/training/images/streams';
import { oneClass, trainedSet, usedImages } from '@/lib/engine/training/images/trained-set';
import type { TrainingSettings } from '@/lib/network/settings';

const SETTINGS: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 4,
  epochs: 2,
  seed: 3,
};
const CLASSES = 5;
const random = randomLcg(1);
const SET: LabelledImages = {
  count: 40,
  shape: IMAGE_SHAPE,
  pixels: Uint8Array.from({ length: 40 * IMAGE_BYTES }, () => Math.floor(random() * 256)),
  labels: Uint8Array.from({ length: 40 }, (_, at) => (at < 12 ? 0 : at % CLASSES)),
};
const image = SET.pixels.slice(0, IMAGE_BYTES);
const STILL = { mirrored: false, down: 0, right: 0, contrast: 1, brightness: 0 };
const pixel = (bytes: Uint8Array, y: number, x: number) => [
  ...bytes.subarray((y * IMAGE_SIDE + x) * 3, (y * IMAGE_SIDE + x) * 3 + 3),
];

describe('augmentation', () => {
  it('leaves an image unchanged where nothing is set, and mirroring twice restores it', () => {
    expect(changed(image, IMAGE_SHAPE, STILL)).toEqual(image);
    const mirrored = changed(image, IMAGE_SHAPE, { ...STILL, mirrored: true });
    expect(pixel(mirrored, 5, 0)).toEqual(pixel(image, 5, IMAGE_SIDE - 1));
    expect(changed(mirrored, IMAGE_SHAPE, { ...STILL, mirrored: true })).toEqual(image);
  });

  it('shifts an image and repeats its edge', () => {
    const moved = changed(image, IMAGE_SHAPE, { ...STILL, down: 3, right: -2 });
    expect(pixel(moved, 10, 10)).toEqual(pixel(image, 7, 12));
    expect(pixel(moved, 0, 10)).toEqual(pixel(image, 0, 12));
    expect(pixel(moved, 10, 63)).toEqual(pixel(image, 7, 63));
  });

  it('does the same to an image that is wider than high and has one channel', () => {
    const shape = [2, 3, 1] as const;
    const grey = Uint8Array.of(1, 2, 3, 4, 5, 6);
    expect([...changed(grey, shape, { ...STILL, mirrored: true })]).toEqual([3, 2, 1, 6, 5, 4]);
    expect([...changed(grey, shape, { ...STILL, down: -1, right: 1 })]).toEqual([4, 4, 5, 4, 4, 5]);
  });

  it('brightens within a byte’s range', () => {
    const bright = changed(image, IMAGE_SHAPE, { ...STILL, brightness: 100 });
    bright.forEach((byte, at) => {
      expect(byte).toBe(Math.min(255, image[at] + 100));
    });
  });

  it('draws within its bounds, and nothing where nothing is set', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 16 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (shift, jitter) => {
          const change = drawChange({ mirror: true, shift, jitter }, random);
          expect(Math.abs(change.down)).toBeLessThanOrEqual(shift);
          expect(Math.abs(change.right)).toBeLessThanOrEqual(shift);
          // Added to 1, a share smaller than the spacing of numbers near 1 is rounded up to it.
          expect(Math.abs(change.contrast - 1)).toBeLessThanOrEqual(jitter + Number.EPSILON);
        },
      ),
    );
    expect(changed(image, IMAGE_SHAPE, drawChange({ mirror: false, shift: 0, jitter: 0 }, random))).toEqual(
      image,
    );
    expect(augmentationOf(SETTINGS, 1)).toBeNull();
  });

  it('is the same for the same seed, epoch and image, and different for others', () => {
    const drawn = (seed: number, epoch: number, place: number) =>
      augmentationOf({ ...SETTINGS, seed, shift: 8, jitter: 0.5 }, epoch)?.(image, IMAGE_SHAPE, place, 0);
    expect(drawn(3, 1, 0)).toEqual(drawn(3, 1, 0));
    for (const other of [drawn(4, 1, 0), drawn(3, 2, 0), drawn(3, 1, 1)])
      expect(other).not.toEqual(drawn(3, 1, 0));
  });

  it('is different each time that an image comes again in an epoch', () => {
    const moved = { ...SETTINGS, shift: 8, jitter: 0.5 };
    const [first, again] = [0, 1].map((turn) => augmentationOf(moved, 1, [turn])?.(image, IMAGE_SHAPE, 5, 0));
    expect(first).toEqual(augmentationOf(moved, 1)?.(image, IMAGE_SHAPE, 5, 0));
    expect(again).not.toEqual(first);
  });
});

it('uses uncorrelated streams for neighbouring numbers', () => {
  const draws = Array.from({ length: 2000 }, (_, at) => streamOf(7, 'dropout', 1, at)());
  const mean = draws.reduce((sum, value) => sum + value / draws.length, 0);
  const together = draws.slice(1).reduce((sum, value, at) => sum + (value - mean) * (draws[at] - mean), 0);
  const alone = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  expect(mean).toBeCloseTo(0.5, 1);
  expect(Math.abs(together / alone)).toBeLessThan(0.1);
});

describe('the images trained on', () => {
  it('are the set itself where nothing is set', () => {
    const trained = trainedSet(SET, SETTINGS, CLASSES);
    expect(trained.pixels).toBe(SET.pixels);
    expect([...trained.labels]).toEqual([...SET.labels]);
  });

  it.each([5, 10, 17, 39])('%i images have as many of each class as possible, in order', (images) => {
    const settings = { ...SETTINGS, images };
    const used = usedImages(SET.labels, settings);
    expect(used).toEqual([...new Set(used)].sort((a, b) => a - b));
    const counts = Array.from(
      { length: CLASSES },
      (_, label) => used.filter((place) => SET.labels[place] === label).length,
    );
    expect(used).toHaveLength(images);
    if (images <= 25) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    const trained = trainedSet(SET, settings, CLASSES);
    expect(trained.count).toBe(images);
    used.forEach((place, at) => {
      expect(trained.labels[at]).toBe(SET.labels[place]);
      expect(trained.pixels[at * IMAGE_BYTES + 7]).toBe(SET.pixels[place * IMAGE_BYTES + 7]);
    });
  });

  it.each([0, 0.25, 0.5, 1])(
    'a share of %f of the labels is wrong, and each is still a class',
    (labelNoise) => {
      const { labels } = trainedSet(SET, { ...SETTINGS, labelNoise }, CLASSES);
      expect(labels.filter((label, at) => label !== SET.labels[at])).toHaveLength(labelNoise * SET.count);
      expect(labels.every((label) => label < CLASSES)).toBe(true);
      expect(trainedSet(SET, { ...SETTINGS, labelNoise }, CLASSES).labels).toEqual(labels);
    },
  );

  it.each([null, 10])('a class that is left out has no images, with %s images', (images) => {
    const settings = { ...SETTINGS, images, leftOut: 2 };
    const used = usedImages(SET.labels, settings);
    const there = Array.from(SET.labels, (_, place) => place).filter((place) => SET.labels[place] !== 2);
    expect(used).toHaveLength(images ?? there.length);
    expect(used.every((place) => there.includes(place))).toBe(true);
    const trained = trainedSet(SET, settings, CLASSES);
    expect([...trained.labels]).toEqual(used.map((place) => SET.labels[place]));
  });

  it('reports when there are fewer than two classes to tell apart', () => {
    expect(oneClass([3, 3, 3])).toBe(true);
    expect(oneClass([])).toBe(true);
    expect(oneClass(SET.labels)).toBe(false);
  });
});

describe('the order of the images', () => {
  it('contains each image once, in a different order each epoch', () => {
    const [first, second] = [1, 2].map((epoch) => orderOf(SETTINGS, epoch, SET.labels));
    expect([...first].sort((a, b) => a - b)).toEqual(Array.from(SET.labels, (_, at) => at));
    expect(second).not.toEqual(first);
    expect(orderOf(SETTINGS, 2, SET.labels)).toEqual(second);
  });

  it('goes class by class where it is not shuffled', () => {
    const labels = orderOf({ ...SETTINGS, shuffle: false }, 3, SET.labels).map((place) => SET.labels[place]);
    expect(labels).toEqual([...SET.labels].sort((a, b) => a - b));
  });
});
