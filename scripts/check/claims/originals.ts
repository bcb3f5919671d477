/** The drawings behind the course's images. */
import { HELD_OUT_COUNT, HELD_OUT_SET, TRAINING_COUNT, TRAINING_SETS } from '@/lib/course/image-sets';
import type { SetName } from '@/lib/engine/examine-protocol';
import { glyphAt } from '../../make/images/draw-set';
import { listOriginals } from '../../make/images/glyphs';

/** For each class, how many drawings there are and how many images show them. */
export interface ClassCount {
  readonly images: number;
  readonly originals: number;
}

export interface Originals {
  /** Which drawing each image of a set shows; the same number, the same drawing. */
  readonly ofImages: readonly number[];
  /** By class index. */
  readonly classes: readonly ClassCount[];
}

async function originalsOf(sets: Parameters<typeof listOriginals>[0], count: number): Promise<Originals> {
  const byClass = (await listOriginals(sets)).map(({ length }) => length);
  const first = byClass.map((_, label) => byClass.slice(0, label).reduce((sum, length) => sum + length, 0));
  const places = Array.from({ length: count }, (_, index) => index);
  const ofImages = places.map((index) => {
    const label = index % byClass.length;
    return first[label] + glyphAt(index, byClass.length, byClass[label]);
  });
  const classes = byClass.map((_, label) => {
    const own = places.filter((index) => index % byClass.length === label);
    return { images: own.length, originals: new Set(own.map((index) => ofImages[index])).size };
  });
  return { ofImages, classes };
}

/** The drawings of both sets. */
export const courseOriginals = async (): Promise<Readonly<Record<SetName, Originals>>> => ({
  training: await originalsOf(TRAINING_SETS, TRAINING_COUNT),
  heldOut: await originalsOf([HELD_OUT_SET], HELD_OUT_COUNT),
});
