import type { LabelledImages } from '../data-set';
import type { TrainingSet } from '../training-set';
import { type LabelledSet, SPLITS } from './labelled-set';

/** The images that ship with the site as a set: the training images, after them the validation and the test images. */
export function shippedSet(
  { training, heldOut, test }: Pick<TrainingSet, 'training' | 'heldOut' | 'test'>,
  about: Pick<LabelledSet, 'name' | 'classes' | 'card' | 'originals'>,
): LabelledSet {
  const parts: readonly (readonly [(typeof SPLITS)[number], LabelledImages])[] = [
    ['training', training],
    ['validation', heldOut],
    ...(test ? ([['test', test]] as const) : []),
  ];
  const pixels = new Uint8Array(parts.reduce((sum, [, part]) => sum + part.pixels.length, 0));
  let at = 0;
  for (const [, part] of parts) {
    pixels.set(part.pixels, at);
    at += part.pixels.length;
  }
  return {
    ...about,
    form: 'images',
    shape: training.shape,
    count: parts.reduce((sum, [, { count }]) => sum + count, 0),
    pixels,
    labels: Uint16Array.from(parts.flatMap(([, { labels }]) => [...labels])),
    splits: Uint8Array.from(
      parts.flatMap(([split, { count }]) => Array.from({ length: count }, () => SPLITS.indexOf(split))),
    ),
    notes: [],
  };
}
