import type { MapShape } from '@/lib/tensor/tensor';
import { crc32 } from './crc32';
import type { InputImage } from './input-image';
import { type Rgba, type Square, scaleSquare } from './resample';

/** An image of the learner's own in its original form, from which any network sees what it takes. */
export interface OwnImage {
  readonly id: string;
  /** The file's name. */
  readonly name: string;
  /** At most 1024 pixels a side. */
  readonly image: Rgba;
  /** What the learner cut out of it, in its pixels. */
  readonly square: Square;
}

/** Names an image by its pixels and the square: the same image cut in the same way is the same. */
export function ownImage(name: string, image: Rgba, square: Square): OwnImage {
  const { x, y, side } = square;
  const places = new Float64Array([image.width, image.height, x, y, side, crc32(asBytes(image.data))]);
  return { id: `own-${crc32(asBytes(places)).toString(16).padStart(8, '0')}`, name, image, square };
}

const asBytes = ({ buffer, byteOffset, byteLength }: Float64Array | Rgba['data']): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/**
 * What a network that takes this shape sees of an image.
 * @throws RangeError where it takes no image: other than 1, 3 or 4 channels.
 */
export const seenAs = ({ id, name, image, square }: OwnImage, shape: MapShape): InputImage => ({
  id,
  kind: 'own',
  name,
  pixels: scaleSquare(image, square, shape),
});
