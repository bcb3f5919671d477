import type { Problem } from '@/lib/result';
import words from '@/words/own-image';

/** Formats whose usual name is not the ending of their files. */
const NAMES: Readonly<Record<string, string>> = {
  tif: 'TIFF',
  jp2: 'JPEG 2000',
  jpx: 'JPEG 2000',
  jpm: 'JPEG 2000',
  j2c: 'JPEG 2000',
  jxl: 'JPEG XL',
  jxr: 'JPEG XR',
  psd: 'Photoshop',
};
/** Data straight from a camera's sensor, a format for each maker. */
const RAW = ['arw', 'cr2', 'cr3', 'dng', 'nef', 'orf', 'raf', 'rw2'];
/** The library looks no further than this in what we ask about. */
const LOOKED_AT = 1 << 16;

/** A sentence on a file that is no format known here: what it is, where its first bytes give that away. */
export async function foreignFormat(bytes: Uint8Array, name: string): Promise<Problem> {
  const found = await typeOf(bytes.subarray(0, LOOKED_AT));
  if (!found) return { sentence: words.noImage({ name }) };
  const { ext, mime } = found;
  const upper = ext.toUpperCase();
  if (RAW.includes(ext)) return { sentence: words.raw({ name, format: upper }), detail: mime };
  const format = NAMES[ext] ?? upper;
  const sentence = mime.startsWith('image/')
    ? words.format({ name, format })
    : words.otherFile({ name, format });
  return { sentence, detail: mime };
}

/** Fetched only for a file that was refused. Where it can't be, the file stays unnamed. */
async function typeOf(bytes: Uint8Array) {
  try {
    const { fileTypeFromBuffer } = await import('file-type');
    return await fileTypeFromBuffer(bytes);
  } catch {
    return undefined;
  }
}
