import { bmp } from './bmp';
import type { ImageStructure } from './format';
import { gif } from './gif';
import { avif, heic } from './iso-media';
import { jpeg } from './jpeg';
import { png } from './png';
import { webp } from './webp';

/** The structure of an image file. */
export interface ImageHeader extends ImageStructure {
  readonly format: string;
}

const FORMATS = [png, jpeg, gif, webp, bmp, avif, heic];

/**
 * Reads the structure of an image file; null when it is no format known here (it may still be an image). The
 * size is needed before decoding: decoding a 100-megapixel image takes 400 MB.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const format = FORMATS.find(({ matches }) => matches(bytes));
  if (!format) return null;
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { format: format.name, ...format.read(bytes, view) };
  } catch (error) {
    if (error instanceof RangeError) {
      return { format: format.name, size: null, animated: false, whole: false };
    }
    throw error;
  }
}
