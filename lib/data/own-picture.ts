import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/own-picture';
import { crc32 } from './crc32';
import { HEADER_BYTES, type ImageHeader, readImageHeader } from './image-header';
import { PICTURE_SIDE, type Picture } from './picture';
import { type Rgba, type Square, scaleSquare } from './resample';

/** A picture file that has been read, ready to be cut to a square. */
export interface OpenedPicture {
  readonly name: string;
  /** The whole picture, upright, its longer side at most {@link MAX_SIDE} pixels. */
  readonly image: ImageData;
  /** What the learner should know about it, a sentence each. */
  readonly notes: readonly string[];
}

/** More than this is not decoded: it would take over 256 MB. */
const MAX_MEGAPIXELS = 64;
/** Sixteen times what the network sees; larger pictures are scaled to this when they are opened. */
const MAX_SIDE = 16 * PICTURE_SIDE;
const MAX_FILE_BYTES = 200e6;

/**
 * Reads a picture file of any format and size that this browser reads: first frame of an animation, turned upright.
 * Everything stays in the browser. Page only: decoding and reading back need a canvas.
 */
export async function openPicture(file: Blob, name: string): Promise<Result<OpenedPicture>> {
  if (file.size === 0) return fail(words.empty({ name }));
  if (file.size > MAX_FILE_BYTES) return fail(words.tooLarge({ name }));
  const header = readImageHeader(new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer()));
  const refused = header && tooLarge(header, name);
  if (refused) return fail(refused);
  const bitmap = await decode(file, header);
  if (!bitmap) return fail(unreadable(header, name));
  const original = header?.size ?? { width: bitmap.width, height: bitmap.height };
  const image = readBack(bitmap);
  bitmap.close();
  return image.ok ? ok({ name, image: image.value, notes: notesOn(header, original, image.value) }) : image;
}

/** Cuts a square out of an opened picture and scales it to what the network takes. */
export function cutPicture(opened: OpenedPicture, square: Square): Picture {
  const pixels = scaleSquare(opened.image, square);
  return { id: `own-${crc32(pixels).toString(16).padStart(8, '0')}`, kind: 'own', name: opened.name, pixels };
}

function tooLarge({ size }: ImageHeader, name: string): string | null {
  const megapixels = size ? (size.width * size.height) / 1e6 : 0;
  if (megapixels <= MAX_MEGAPIXELS) return null;
  return words.megapixels({ name, megapixels: Math.round(megapixels), most: MAX_MEGAPIXELS });
}

function unreadable(header: ImageHeader | null, name: string): string {
  if (!header) return words.noPicture({ name });
  if (header.format === 'HEIC' || header.format === 'AVIF') {
    return words.format({ format: header.format, name });
  }
  return words.damaged({ name, format: header.format });
}

/** Decodes the first frame; by an image element where the direct way can't (SVG). Null when the browser can't at all. */
async function decode(file: Blob, header: ImageHeader | null): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, scaledWhileDecoding(header));
  } catch {
    // An image element would show what there is of a file that is cut off, so it gets only what is of no known format.
    return header ? null : decodeByElement(file);
  }
}

/** Large pictures are scaled by the decoder, away from the page's thread. One side is given, the other follows. */
function scaledWhileDecoding(header: ImageHeader | null): ImageBitmapOptions | undefined {
  if (!header?.size) return undefined;
  const { width, height } = header.size;
  if (Math.max(width, height) <= MAX_SIDE) return undefined;
  const side = width > height ? { resizeWidth: MAX_SIDE } : { resizeHeight: MAX_SIDE };
  return { ...side, resizeQuality: 'high' };
}

async function decodeByElement(file: Blob): Promise<ImageBitmap | null> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    // A drawing has no pixels of its own: it is painted as large as pictures are kept.
    const longer = Math.max(image.naturalWidth, image.naturalHeight);
    const width = longer > 0 ? Math.ceil((image.naturalWidth / longer) * MAX_SIDE) : MAX_SIDE;
    const height = longer > 0 ? Math.ceil((image.naturalHeight / longer) * MAX_SIDE) : MAX_SIDE;
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    return canvas.transferToImageBitmap();
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A size within the greatest one, same proportions, at least one pixel. */
function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

const SHIELDED = words.fingerprint();

/** The bitmap's pixels, scaled down where it is large. */
function readBack(bitmap: ImageBitmap): Result<ImageData> {
  const { width, height } = fitted(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return fail(words.noCanvas());
  if (!readsExactly(context)) return fail(SHIELDED);
  context.clearRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return ok(context.getImageData(0, 0, width, height));
}

/** Whether the canvas gives back what was painted: some browsers alter it, and the network would see what isn't there. */
function readsExactly(context: OffscreenCanvasRenderingContext2D): boolean {
  const { width, height } = context.canvas;
  context.fillStyle = '#3c8ad2';
  context.fillRect(0, 0, width, height);
  const { data } = context.getImageData(0, 0, Math.min(width, 32), Math.min(height, 32));
  return data.every((value, at) => value === [0x3c, 0x8a, 0xd2, 255][at % 4]);
}

function notesOn(
  header: ImageHeader | null,
  original: { width: number; height: number },
  image: Rgba,
): string[] {
  const notes: string[] = [];
  const { width, height } = original;
  if (header?.animated) notes.push(words.animation());
  if (image.data.some((value, at) => at % 4 === 3 && value < 255)) notes.push(words.transparent());
  if (width === 1 && height === 1) notes.push(words.onePixel());
  else if (Math.min(width, height) < PICTURE_SIDE) {
    notes.push(words.enlarged({ width, height }));
  }
  return notes;
}
