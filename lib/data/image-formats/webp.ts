import { findOrientation } from './exif';
import { hasText, type ImageFormat, type Size, textAt } from './format';

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
