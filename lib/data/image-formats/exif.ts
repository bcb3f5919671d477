import { hasText, type Orientation } from './format';

const ORIENTATION_TAG = 0x0112;

/**
 * The orientation in a block of Exif data (a TIFF header and its first directory); null where there is none.
 */
export function findOrientation(bytes: Uint8Array, view: DataView, from: number): Orientation | null {
  const start = hasText(bytes, 'Exif\0\0', from) ? from + 6 : from;
  const littleEndian = hasText(bytes, 'II', start);
  if (!littleEndian && !hasText(bytes, 'MM', start)) return null;
  try {
    const directory = start + view.getUint32(start + 4, littleEndian);
    const entries = view.getUint16(directory, littleEndian);
    for (let entry = directory + 2; entry < directory + 2 + entries * 12; entry += 12) {
      if (view.getUint16(entry, littleEndian) !== ORIENTATION_TAG) continue;
      const value = view.getUint16(entry + 8, littleEndian);
      return value >= 1 && value <= 8 ? { value, at: entry + 8, littleEndian } : null;
    }
  } catch (error) {
    // A camera's metadata may be broken without the image being so.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}
