import { hasText, type ImageFormat, type ImageStructure, type Size, textAt } from './format';

const isoImage = (name: string, brand: RegExp): ImageFormat => ({
  name,
  matches: (bytes) => hasText(bytes, 'ftyp', 4) && brand.test(brandsOf(bytes)),
  read,
});

/** AVIF and HEIC (ISO 23008-12): the same boxes around images with different codecs. */
export const avif = isoImage('AVIF', /avi[fs]/);
export const heic = isoImage('HEIC', /hei[cxms]|hev[cxms]|mif1|msf1/);

/** The first box contains the major brand, a version, and the compatible brands. */
const brandsOf = (bytes: Uint8Array): string => textAt(bytes, 8, Math.min(64, Math.max(4, bytes[3] - 8)));

function read(bytes: Uint8Array, view: DataView): ImageStructure {
  return {
    size: largestSize(bytes, view),
    animated: textAt(bytes, 8, 4) === 'avis',
    whole: hasAllBoxes(bytes, view),
  };
}

/**
 * Walks the boxes: none may extend beyond the end of the file, and both the image's description and its data
 * must exist.
 */
function hasAllBoxes(bytes: Uint8Array, view: DataView): boolean {
  const types: string[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    types.push(textAt(bytes, at + 4, 4));
    const length = view.getUint32(at);
    // 0: up to the end of the file. 1: the length follows in 64 bits.
    const end =
      length === 0 ? bytes.length : at + (length === 1 ? Number(view.getBigUint64(at + 8)) : length);
    if (end > bytes.length) return false;
    if (end < at + 8) break;
    at = end;
  }
  return types.includes('meta') && (types.includes('mdat') || find(bytes, 'idat') >= 0);
}

/** The image, its tiles and its preview have an "ispe" box each. */
function largestSize(bytes: Uint8Array, view: DataView): Size | null {
  let largest: Size | null = null;
  for (let at = find(bytes, 'ispe'); at >= 0; at = find(bytes, 'ispe', at + 4)) {
    const found = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || found.width * found.height > largest.width * largest.height) largest = found;
  }
  return largest;
}

/** The image's description comes first, and is short. */
const DESCRIPTION_BYTES = 1 << 20;

/** The offset of a text among the first bytes, or -1. */
function find(bytes: Uint8Array, text: string, from = 0): number {
  const first = text.charCodeAt(0);
  let at = bytes.indexOf(first, from);
  while (at >= 0 && at < DESCRIPTION_BYTES && !hasText(bytes, text, at)) at = bytes.indexOf(first, at + 1);
  return at < DESCRIPTION_BYTES ? at : -1;
}
