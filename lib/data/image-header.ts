/** What the first bytes of an image file tell, before anything is decoded. */
export interface ImageHeader {
  readonly format: 'PNG' | 'JPEG' | 'GIF' | 'WebP' | 'BMP' | 'AVIF' | 'HEIC';
  /** In pixels, as stored; null where the header read so far doesn't say. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly animated: boolean;
}

/** How many first bytes of a file are looked at: photos carry a preview of some 64 KB before their size. */
export const HEADER_BYTES = 1 << 20;

/**
 * Reads the header of an image file; null when it is none of the formats known here (it may still be an image).
 * Sizes are needed before decoding: decoding a 100-megapixel picture takes 400 MB.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (startsWith(bytes, '\x89PNG')) return png(bytes, view);
    if (startsWith(bytes, '\xff\xd8\xff')) return { format: 'JPEG', size: jpegSize(view), animated: false };
    if (startsWith(bytes, 'GIF8'))
      return {
        format: 'GIF',
        size: size(view.getUint16(6, true), view.getUint16(8, true)),
        animated: gifMoves(view),
      };
    if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return webp(bytes, view);
    if (startsWith(bytes, 'BM'))
      return {
        format: 'BMP',
        size: size(view.getInt32(18, true), Math.abs(view.getInt32(22, true))),
        animated: false,
      };
    if (startsWith(bytes, 'ftyp', 4)) return isoMedia(bytes, view);
    return null;
  } catch (error) {
    // A file cut off within its header: the decoder will say so.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const size = (width: number, height: number) => ({ width, height });

const startsWith = (bytes: Uint8Array, text: string, from = 0): boolean =>
  [...text].every((character, at) => bytes[from + at] === character.charCodeAt(0));

/** Where a text stands among the first bytes, or -1. */
function find(bytes: Uint8Array, text: string, from = 0): number {
  const last = bytes.length - text.length;
  for (
    let at = bytes.indexOf(text.charCodeAt(0), from);
    at >= 0 && at <= last;
    at = bytes.indexOf(text.charCodeAt(0), at + 1)
  ) {
    if (startsWith(bytes, text, at)) return at;
  }
  return -1;
}

function png(bytes: Uint8Array, view: DataView): ImageHeader {
  const control = find(bytes, 'acTL');
  const data = find(bytes, 'IDAT');
  const animated = control >= 0 && (data < 0 || control < data) && view.getUint32(control + 4) > 1;
  return { format: 'PNG', size: size(view.getUint32(16), view.getUint32(20)), animated };
}

/** Walks from segment to segment until the frame header. */
function jpegSize(view: DataView): ImageHeader['size'] {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrameHeader(marker)) return size(view.getUint16(at + 7), view.getUint16(at + 5));
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15, less the three markers among them that are something else (DHT, JPG, DAC). */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Whether a second image follows the first, walking from block to block. */
function gifMoves(view: DataView): boolean {
  const tableBytes = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + tableBytes(view.getUint8(10));
  let images = 0;
  while (at + 10 < view.byteLength) {
    const block = view.getUint8(at);
    if (block === 0x2c) {
      images += 1;
      if (images > 1) return true;
      at += 11 + tableBytes(view.getUint8(at + 9));
    } else if (block === 0x21) at += 2;
    else return false;
    while (at < view.byteLength && view.getUint8(at) > 0) at += 1 + view.getUint8(at);
    at += 1;
  }
  return false;
}

function webp(bytes: Uint8Array, view: DataView): ImageHeader {
  const at24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (startsWith(bytes, 'VP8X', 12)) {
    const animated = (view.getUint8(20) & 2) !== 0;
    return { format: 'WebP', size: size(at24(24) + 1, at24(27) + 1), animated };
  }
  if (startsWith(bytes, 'VP8L', 12)) {
    const bits = view.getUint32(21, true);
    return { format: 'WebP', size: size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1), animated: false };
  }
  return {
    format: 'WebP',
    size: size(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff),
    animated: false,
  };
}

/** AVIF and HEIC: the largest of the sizes in the "ispe" boxes (the picture, its tiles and its preview have one each). */
function isoMedia(bytes: Uint8Array, view: DataView): ImageHeader | null {
  const brand = String.fromCharCode(...bytes.subarray(8, 12));
  const format = /^avi[fs]$/.test(brand) ? 'AVIF' : /^(hei|hev|mif|msf)/.test(brand) ? 'HEIC' : null;
  if (!format) return null;
  let largest: ImageHeader['size'] = null;
  for (let at = find(bytes, 'ispe'); at >= 0; at = find(bytes, 'ispe', at + 4)) {
    const found = size(view.getUint32(at + 8), view.getUint32(at + 12));
    if (!largest || found.width * found.height > largest.width * largest.height) largest = found;
  }
  return { format, size: largest, animated: brand === 'avis' };
}
