/** Which originals the training, validation and test images show. */
import { OWN_SET, TEST_SETS, TRAINING_SETS } from '@/lib/course/image-sets';
import { loadGlyphs } from './glyphs';
import { type Original, originalsOf } from './originals';
import { randomFor, STREAMS } from './random';
import { SEED } from './seed';

/** By class index. */
export type OriginalsByClass = readonly (readonly Original[])[];

export interface OriginalsOfSets {
  readonly training: OriginalsByClass;
  /** Other originals by the artists of the training images. */
  readonly validation: OriginalsByClass;
  /** By other artists. */
  readonly test: OriginalsByClass;
}

/** One original in so many is kept for the validation images; of each class at least two. */
const VALIDATION_PART = 6;
const VALIDATION_LEAST = 2;

/** The places of a class's originals that the validation images show. */
export function validationPlaces(originals: number, seed: number, classIndex: number): ReadonlySet<number> {
  const random = randomFor(seed, STREAMS.split, classIndex);
  const left = Array.from({ length: originals }, (_, place) => place);
  const count = Math.max(VALIDATION_LEAST, Math.round(originals / VALIDATION_PART));
  return new Set(Array.from({ length: count }, () => left.splice(random.below(left.length), 1)[0]));
}

const byClass = async (sets: Parameters<typeof loadGlyphs>[0]): Promise<Original[][]> => {
  const classes: Original[][] = [];
  for (const glyphs of await loadGlyphs(sets)) classes.push(await originalsOf(glyphs));
  return classes;
};

export async function loadSets(seed = SEED): Promise<OriginalsOfSets> {
  const known = await byClass(TRAINING_SETS);
  const kept = known.map((originals, label) => validationPlaces(originals.length, seed, label));
  return {
    training: known.map((originals, label) => originals.filter((_, place) => !kept[label].has(place))),
    validation: known.map((originals, label) => originals.filter((_, place) => kept[label].has(place))),
    test: await byClass([...TEST_SETS, OWN_SET]),
  };
}
