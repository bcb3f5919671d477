import type { MapShape } from '@/lib/tensor/tensor';
import { crc32 } from './crc32';
import type { InputImage } from './input-image';
import { type Rgba, type Square, scaleSquare } from './resample';

/** The learner's own image in its original form, from which the input of any network is computed. */
export interface OwnImage {
  readonly id: string;
  /** The file's name. */
  readonly name: string;
  /** At most 1024 pixels a side. */
  readonly image: Rgba;
  /** The square that the learner selected, in pixels of the image. */
  readonly square: Square;
}

/** Derives an image's id from its pixels and the square: the same crop of the same image has the same id. */
export function ownImage(name: string, image: Rgba, square: Square): OwnImage {
  const { x, y, side } = square;
  const places = new Float64Array([image.width, image.height, x, y, side, crc32(asBytes(image.data))]);
  return { id: `own-${crc32(asBytes(places)).toString(16).padStart(8, '0')}`, name, image, square };
}

const asBytes = ({ buffer, byteOffset, byteLength }: Float64Array | Rgba['data']): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/**
 * The input of a network with this shape.
 * @throws RangeError where the shape is not an image's: not 1, 3 or 4 channels.
 */
export const seenAs = ({ id, name, image, square }: OwnImage, shape: MapShape): InputImage => ({
  id,
  kind: 'own',
  name,
  pixels: scaleSquare(image, square, shape),
});
