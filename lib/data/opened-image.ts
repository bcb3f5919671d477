import { fail, ok, type Problem, type Result } from '@/lib/result';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/own-image';
import { type Drawable, isTransparent, readOriginal, readPart, readsExactly, readWhole } from './drawable';
import { foreignFormat } from './foreign-format';
import { decodeBitmap, MAX_MEGAPIXELS } from './image-formats/decode';
import type { Size } from './image-formats/format';
import { type ImageHeader, readImageHeader } from './image-formats/image-header';
import { type OwnImage, ownImage } from './own-image';
import { type Square, scaleSquare } from './resample';
import { looksLikeSvg, openSvg } from './svg';

/** An image file that has been read and can be cropped. */
export interface OpenedImage {
  readonly name: string;
  /** The whole image, upright, at full resolution. */
  readonly original: Drawable;
  /** The whole image, scaled down for display. */
  readonly image: ImageData;
  /** Notes for the learner about it, one sentence each. */
  readonly notes: readonly string[];
}

const MAX_FILE_BYTES = 200e6;
/** The longer side of a displayed image in pixels; more where the shorter side would be too thin. */
const SHOWN_SIDE = 1024;
const SHOWN_SHORTER_SIDE = 256;
const SHOWN_LONGEST_SIDE = 8192;

/**
 * Reads an image file of any format and size that this browser reads: the first frame of an animation, turned
 * upright. Everything stays in the browser. Page only: decoding and reading back need a canvas. `shape` is
 * the input shape of the network concerned; the notes about the image's size depend on it.
 */
export async function openImage(file: Blob, name: string, shape: MapShape): Promise<Result<OpenedImage>> {
  if (file.size > MAX_FILE_BYTES) return fail(words.tooLarge({ name }));
  const bytes = await bytesOf(file);
  if (!bytes) return fail(words.unreadable({ name }));
  if (bytes.length === 0) return fail(words.empty({ name }));
  const header = readImageHeader(bytes);
  const decoded = await decode(bytes, header, name);
  return decoded.ok ? readBack(decoded.value, header, { name, shape }) : decoded;
}

/** Crops a square out of an opened image, at its resolution. The result outlives the opened image. */
export function cutImage({ original, name }: OpenedImage, square: Square): OwnImage {
  const part = readOriginal(original, square);
  return ownImage(name, part.image, part.square);
}

/**
 * The pixels of a square that a network with this input shape would see: fast enough to update while the
 * square moves.
 */
export function previewImage({ original }: OpenedImage, square: Square, shape: MapShape): Uint8Array {
  const part = readPart(original, square);
  return scaleSquare(part.image, part.square, shape);
}

/** Frees the memory of an opened image, four bytes per pixel. */
export function closeImage({ original: { source } }: OpenedImage): void {
  if (source instanceof ImageBitmap) source.close();
}

/** Null for what can't be read: a folder, or a file that has been moved since it was chosen. */
async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

async function decode(
  bytes: Uint8Array<ArrayBuffer>,
  header: ImageHeader | null,
  name: string,
): Promise<Result<Drawable>> {
  if (!header && looksLikeSvg(bytes)) return openSvg(bytes, name);
  const refused = header && refusal(header, name);
  if (refused) return fail(refused);
  try {
    return ok(await decodeBitmap(bytes, header));
  } catch (error) {
    const problem = header ? { sentence: undecodable(header, name) } : await foreignFormat(bytes, name);
    return { ok: false, problem: { detail: String(error), ...problem } };
  }
}

/** Why an image is rejected before decoding, with the same message in every browser. */
function refusal({ size, whole, format }: ImageHeader, name: string): string | null {
  const megapixels = size ? (size.width * size.height) / 1e6 : 0;
  if (megapixels > MAX_MEGAPIXELS) {
    return words.megapixels({ name, megapixels: Math.round(megapixels), most: MAX_MEGAPIXELS });
  }
  return whole ? null : words.cutOff({ name, format });
}

function undecodable({ format, variant, size }: ImageHeader, name: string): string {
  if (variant) return words.variant({ name, format, variant });
  if (format === 'HEIC' || (format === 'AVIF' && size)) return words.format({ format, name });
  return words.damaged({ name, format });
}

interface Wanted {
  readonly name: string;
  readonly shape: MapShape;
}

function readBack(
  original: Drawable,
  header: ImageHeader | null,
  { name, shape }: Wanted,
): Result<OpenedImage> {
  try {
    if (!readsExactly()) return fail(words.fingerprint());
    const image = readWhole(original, shownSize(original));
    return ok({ name, original, image, notes: notesOn(original, header, image, shape) });
  } catch (error) {
    return { ok: false, problem: notReadBack(error, name) };
  }
}

function notReadBack(error: unknown, name: string): Problem {
  const locked = error instanceof DOMException && error.name === 'SecurityError';
  return { sentence: locked ? words.locked({ name }) : words.noCanvas(), detail: String(error) };
}

/** Never enlarged, same proportions, at least one pixel. */
function shownSize({ width, height }: Size): Size {
  const longer = Math.max(width, height);
  const legible = Math.min(SHOWN_SHORTER_SIDE / Math.min(width, height), SHOWN_LONGEST_SIDE / longer);
  const scale = Math.min(1, Math.max(SHOWN_SIDE / longer, legible));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function notesOn(
  { width, height }: Size,
  header: ImageHeader | null,
  image: ImageData,
  shape: MapShape,
): string[] {
  const notes: string[] = [];
  if (header?.animated) notes.push(words.animation());
  if (isTransparent(image)) notes.push(words.transparent());
  if (width === 1 && height === 1) notes.push(words.onePixel());
  else if (isSmaller({ width, height }, shape)) notes.push(words.enlarged({ width, height }));
  return notes;
}

/**
 * Whether an image has fewer pixels than the network's input in either dimension, so that every square is
 * enlarged.
 */
export const isSmaller = (image: Size, [height, width]: MapShape): boolean =>
  Math.min(image.width, image.height) < Math.max(height, width);
