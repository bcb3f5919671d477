import type { LabelledImages } from '../data-set';
import { type LabelledSet, SPLITS } from './labelled-set';

/** The images that ship with the site as a set: the training images, and after them those that are held out, as test images. */
export function shippedSet(
  { training, heldOut }: { readonly training: LabelledImages; readonly heldOut: LabelledImages },
  about: Pick<LabelledSet, 'name' | 'classes' | 'card'>,
): LabelledSet {
  const count = training.count + heldOut.count;
  const pixels = new Uint8Array(training.pixels.length + heldOut.pixels.length);
  pixels.set(training.pixels);
  pixels.set(heldOut.pixels, training.pixels.length);
  return {
    ...about,
    form: 'images',
    shape: training.shape,
    count,
    pixels,
    labels: Uint16Array.from([...training.labels, ...heldOut.labels]),
    splits: new Uint8Array(count).fill(SPLITS.indexOf('test'), training.count),
    notes: [],
  };
}
