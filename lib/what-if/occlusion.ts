import type { MapShape } from '@/lib/tensor/tensor';
import { editImage } from './image-edits';

export interface Cover {
  /** Side of the square, in pixels. */
  readonly size: number;
  /** How far it slides each time, in pixels. */
  readonly stride: number;
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
