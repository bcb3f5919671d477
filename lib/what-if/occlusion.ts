import type { MapShape } from '@/lib/tensor/tensor';
import { editImage } from './image-edits';

export interface Cover {
  /** Side of the square, in pixels. */
  readonly size: number;
  /** How far it slides each time, in pixels. */
  readonly stride: number;
}

/** The sides of covers as shares of an image's longer side: 8, 12 and 20 of 64 pixels. */
const SPANS = [1 / 8, 3 / 16, 5 / 16];
/** How many strides make up the longer side. */
const STRIDES = 16;

/** Covers for images of this shape, from small to large; of tiny images fewer, as two would be the same. */
export function coversFor([height, width]: MapShape): readonly Cover[] {
  const side = Math.max(height, width);
  const stride = Math.max(1, Math.round(side / STRIDES));
  const sizes = new Set(SPANS.map((span) => Math.max(1, Math.round(span * side))));
  return [...sizes].map((size) => ({ size, stride }));
}

/** The cover of medium size. */
export function coverFor(shape: MapShape): Cover {
  const covers = coversFor(shape);
  return covers[Math.floor(covers.length / 2)];
}

/** How many positions a cover has along an axis: the first and the last touch the edges. */
export const coverPlaces = (length: number, { size, stride }: Cover): number =>
  Math.max(1, Math.ceil((length - size) / stride) + 1);

/** The start of the cover at a position along an axis; the last one is moved back to the edge. */
export const coverStart = (place: number, length: number, { size, stride }: Cover): number =>
  Math.max(0, Math.min(place * stride, length - size));

/**
 * The image with a grey square at every position in turn, row by row (Zeiler and Fergus 2014,
 * arXiv:1311.2901).
 */
export function occluded(pixels: Uint8Array, shape: MapShape, cover: Cover): readonly Uint8Array[] {
  const [height, width] = shape;
  const across = coverPlaces(width, cover);
  return Array.from({ length: coverPlaces(height, cover) * across }, (_, at) => {
    const row = coverStart(Math.floor(at / across), height, cover);
    const column = coverStart(at % across, width, cover);
    return editImage(pixels, shape, [{ kind: 'cover', size: cover.size, row, column }]);
  });
}
