import { IMAGE_BYTES, IMAGE_SHAPE } from '@/lib/course/image-sets';
import type { LabelledImages } from '@/lib/data/data-set';
import { sourceAt } from '@/lib/metrics/sources';
import { compose, VARIED } from './compose';
import { randomFor } from './random';
import type { OriginalsByClass } from './sets';

/** Which of that original's glyphs: one after another, each time that its turn comes. */
const glyphAt = (index: number, classes: number, originals: number, glyphs: number): number =>
  Math.floor(index / (classes * originals)) % glyphs;

/**
 * Draws `count` images, with the classes in rotation so that any beginning of the set is balanced,
 * and within a class the originals in rotation. Image i depends on seed, stream and i alone.
 */
export function drawSet(
  originals: OriginalsByClass,
  count: number,
  seed: number,
  stream: number,
): LabelledImages {
  const pixels = new Uint8Array(count * IMAGE_BYTES);
  const labels = new Uint8Array(count);
  const classes = originals.length;
  for (let index = 0; index < count; index++) {
    const label = index % classes;
    const choices = originals[label];
    const original = choices[sourceAt(index, classes, choices.length)];
    const glyph = original[glyphAt(index, classes, choices.length, original.length)];
    labels[index] = label;
    pixels.set(compose(glyph, randomFor(seed, stream, index), VARIED), index * IMAGE_BYTES);
  }
  return { count, shape: IMAGE_SHAPE, pixels, labels };
}
