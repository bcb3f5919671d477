/** Photographs for the course's network, which was trained on drawings. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { COURSE } from '@/lib/course/subject';
import { imageOf, type LabelledImages } from '@/lib/data/data-set';
import { scaleInto } from '@/lib/data/training-set';
import { size } from '@/lib/tensor/tensor';
import { readCifar10 } from '../../data/cifar10';
import { DATA_FOLDER } from '../../data/folder';

const OF_EACH_CLASS = 20;

/** Where they are. */
export const PHOTOGRAPHS_FILE = join(DATA_FOLDER, 'cifar10', 'test.zip');

/**
 * The first photographs of each class of CIFAR-10's test set, by the names of their files, scaled as one's own images are;
 * null where the data is not here.
 */
export async function photographs(): Promise<LabelledImages | null> {
  if (!existsSync(PHOTOGRAPHS_FILE)) return null;
  const { classes, input } = COURSE.architecture;
  const all = await readCifar10('test', classes);
  const places = classes.flatMap((_, label) =>
    [...all.labels.keys()].filter((place) => all.labels[place] === label).slice(0, OF_EACH_CLASS),
  );
  const bytes = size(input);
  const pixels = new Uint8Array(places.length * bytes);
  for (const [at, place] of places.entries())
    scaleInto(imageOf(all, place), all.shape, input, pixels.subarray(at * bytes, (at + 1) * bytes));
  return {
    count: places.length,
    shape: input,
    pixels,
    labels: Uint8Array.from(places, (place) => all.labels[place]),
  };
}
