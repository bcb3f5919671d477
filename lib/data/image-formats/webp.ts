import { hasText, type ImageFormat, type Orientation, type Size, textAt } from './format';

const ORIENTATION_TAG = 0x0112;

/** WebP (RFC 9649): a RIFF file, which begins with its length. */
export const webp: ImageFormat = {
  name: 'WebP',
  matches: (bytes) => hasText(bytes, 'RIFF') && hasText(bytes, 'WEBP', 8),
  read(bytes, view) {
    const animated = hasText(bytes, 'VP8X', 12) && (view.getUint8(20) & 2) !== 0;
    // Some writers count the padding byte without writing it.
    const whole = 8 + view.getUint32(4, true) <= bytes.length + 1;
    return {
      size: sizeIn(bytes, view),
      animated,
      whole,
      orientation: whole ? orientationIn(bytes, view) : null,
    };
  },
};

/** Each of the three kinds of first chunk (extended, lossless, lossy) stores the size differently. */
function sizeIn(bytes: Uint8Array, view: DataView): Size {
  const at24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (hasText(bytes, 'VP8X', 12)) return { width: at24(24) + 1, height: at24(27) + 1 };
  if (hasText(bytes, 'VP8L', 12)) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** Chromium ignores it; other browsers apply it. */
function orientationIn(bytes: Uint8Array, view: DataView) {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    if (textAt(bytes, at, 4) === 'EXIF') return findOrientation(bytes, view, at + 8);
    at += 8 + length + (length % 2);
  }
  return null;
}

/**
 * The orientation in a block of Exif data (a TIFF header and its first directory); null where there is none.
 */
function findOrientation(bytes: Uint8Array, view: DataView, from: number): Orientation | null {
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
