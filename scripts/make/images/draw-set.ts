import { IMAGE_BYTES, IMAGE_SHAPE } from '@/lib/course/image-sets';
import type { LabelledImages } from '@/lib/data/data-set';
import { compose, VARIED } from './compose';
import type { Glyph } from './glyphs';
import { randomFor } from './random';

/** Random streams that never overlap. */
export const STREAMS = { training: 0, heldOut: 1, samples: 2, plainSample: 3, firstSample: 4 } as const;

/** Which glyph of its class image `index` of a set shows, with the classes in rotation. */
export const glyphAt = (index: number, classes: number, choices: number): number =>
  Math.floor(index / classes) % choices;

/**
 * Draws `count` images, with the classes in rotation so that any beginning of the set is balanced,
 * and within a class the glyphs in rotation. Image i depends on seed, stream and i alone.
 */
export function drawSet(
  glyphs: readonly (readonly Glyph[])[],
  count: number,
  seed: number,
  stream: number,
): LabelledImages {
  const pixels = new Uint8Array(count * IMAGE_BYTES);
  const labels = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const label = index % glyphs.length;
    const choices = glyphs[label];
    const glyph = choices[glyphAt(index, glyphs.length, choices.length)];
    labels[index] = label;
    pixels.set(compose(glyph, randomFor(seed, stream, index), VARIED), index * IMAGE_BYTES);
  }
  return { count, shape: IMAGE_SHAPE, pixels, labels };
}
