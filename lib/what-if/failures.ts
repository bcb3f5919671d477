/** Changes after which people still recognize an image, and a network may not. */
import type { MapShape } from '@/lib/tensor/tensor';
import { type Adjustment, editImage, UNADJUSTED } from './image-edits';

export type Change = 'unchanged' | 'moved' | 'turned' | 'inverted' | 'grey';
type Apply = (pixels: Uint8Array, shape: MapShape) => Uint8Array;

/** The shift to the right in pixels: an eighth of the width. */
export const movedBy = ([, width]: MapShape): number => Math.round(width / 8);

const adjusted = (pixels: Uint8Array, shape: MapShape, change: Partial<Adjustment>): Uint8Array =>
  editImage(pixels, shape, [{ kind: 'adjust', seed: 1, ...UNADJUSTED, ...change }]);

/** Every pixel's channels become their mean. */
function grey(pixels: Uint8Array, [, , channels]: MapShape): Uint8Array {
  const changed = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at += channels) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += pixels[at + channel];
    changed.fill(Math.round(sum / channels), at, at + channels);
  }
  return changed;
}

const APPLY: Readonly<Record<Change, Apply>> = {
  unchanged: (pixels) => pixels,
  moved: (pixels, shape) => adjusted(pixels, shape, { right: movedBy(shape) }),
  turned: (pixels, shape) => adjusted(pixels, shape, { degrees: 90 }),
  inverted: (pixels) => pixels.map((value) => 255 - value),
  grey,
};

/** The bytes of an image, height x width x channels, after a change. The original is not changed. */
export const applyChange = (change: Change, pixels: Uint8Array, shape: MapShape): Uint8Array =>
  APPLY[change](pixels, shape);

/** The changes that make a difference to images of a shape: without colours there are none to lose. */
export const changesOf = ([, , channels]: MapShape): readonly Change[] =>
  channels === 1
    ? ['unchanged', 'moved', 'turned', 'inverted']
    : ['unchanged', 'moved', 'turned', 'inverted', 'grey'];
