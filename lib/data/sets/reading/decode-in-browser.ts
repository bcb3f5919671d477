import { readWhole } from '../../drawable';
import { decodeBitmap } from '../../image-formats/decode';
import { decodeBaseline } from '../../image-formats/jpeg-baseline';
import type { DecodeImage } from '../plan';
import { decodeJpeg } from './decode-jpeg';

/** Larger images are painted smaller before their pixels are read: four bytes each for at most this many a side. */
const MOST_SIDE = 2048;

/** Decodes an image file in a page or a worker. Pixels up to {@link MOST_SIDE} a side are those of the file. */
export const decodeInBrowser: DecodeImage = async (bytes, header) => {
  const jpeg = decodeBaseline(bytes) ?? (await decodeJpeg(bytes, header));
  if (jpeg) return jpeg;
  const drawable = await decodeBitmap(bytes, header);
  try {
    const { width, height } = drawable;
    const scale = Math.min(1, MOST_SIDE / width, MOST_SIDE / height);
    return readWhole(drawable, {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    });
  } finally {
    if (drawable.source instanceof ImageBitmap) drawable.source.close();
  }
};
