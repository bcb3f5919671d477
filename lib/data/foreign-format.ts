import type { Problem } from '@/lib/result';
import words from '@/words/own-image';

/** Formats whose usual name differs from their file extension. */
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
/** Raw camera formats, one or more for each maker. */
const RAW = ['arw', 'cr2', 'cr3', 'dng', 'nef', 'orf', 'raf', 'rw2'];
/** The library reads no further than this for the formats concerned. */
const LOOKED_AT = 1 << 16;

/** A sentence about a file of an unsupported format: its type, if its first bytes reveal it. */
export async function foreignFormat(bytes: Uint8Array, name: string): Promise<Problem> {
  const found = await typeOf(bytes);
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

/** Whether a file is an image by its first bytes, though no browser may decode it. */
export const isForeignImage = async (bytes: Uint8Array): Promise<boolean> =>
  (await typeOf(bytes))?.mime.startsWith('image/') ?? false;

/** The library is loaded only for a rejected file. If it can't be loaded, the type stays unknown. */
async function typeOf(bytes: Uint8Array) {
  try {
    const { fileTypeFromBuffer } = await import('file-type');
    return await fileTypeFromBuffer(bytes.subarray(0, LOOKED_AT));
  } catch {
    return undefined;
  }
}
