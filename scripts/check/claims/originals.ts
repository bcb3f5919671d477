/** The originals behind the course's images. */
import { TEST_COUNT, TRAINING_COUNT, VALIDATION_COUNT } from '@/lib/course/image-sets';
import type { MeasuredSet } from '@/lib/engine/examine-protocol';
import { sourceAt } from '@/lib/metrics/sources';
import { loadSets, type OriginalsByClass } from '../../make/images/sets';

/** For each class, how many originals there are and how many images show them. */
export interface ClassCount {
  readonly images: number;
  readonly originals: number;
}

export interface Originals {
  /** Which original each image of a set shows; the same number, the same original. */
  readonly ofImages: readonly number[];
  /** By class index. */
  readonly classes: readonly ClassCount[];
}

function originalsOf(set: OriginalsByClass, count: number): Originals {
  const byClass = set.map(({ length }) => length);
  const first = byClass.map((_, label) => byClass.slice(0, label).reduce((sum, length) => sum + length, 0));
  const places = Array.from({ length: count }, (_, index) => index);
  const ofImages = places.map((index) => {
    const label = index % byClass.length;
    return first[label] + sourceAt(index, byClass.length, byClass[label]);
  });
  const classes = byClass.map((_, label) => {
    const own = places.filter((index) => index % byClass.length === label);
    return { images: own.length, originals: new Set(own.map((index) => ofImages[index])).size };
  });
  return { ofImages, classes };
}

/** The originals that the images of each set show. */
export async function courseOriginals(): Promise<Readonly<Record<MeasuredSet, Originals>>> {
  const { training, validation, test } = await loadSets();
  return {
    training: originalsOf(training, TRAINING_COUNT),
    heldOut: originalsOf(validation, VALIDATION_COUNT),
    test: originalsOf(test, TEST_COUNT),
  };
}
