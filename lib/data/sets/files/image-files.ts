import { EndedError, gathered } from '../../archives/byte-reader';
import type { Container } from '../../archives/container';
import { released } from '../../archives/released';
import { isForeignImage } from '../../foreign-format';
import { MAX_MEGAPIXELS } from '../../image-formats/decode';
import { type ImageHeader, readImageHeader } from '../../image-formats/image-header';
import type { Draft, Skipped } from '../draft';
import { fitImage } from '../fit-image';
import { type SetChoice, SPLITS } from '../labelled-set';
import type { DecodeImage } from '../plan';
import type { ImageList } from './image-list';

/** Larger files aren't read. */
export const LARGEST_FILE = 64e6;
/** So many images are decoded at a time, */
const AT_ONCE = 16;
/** of at most this many bytes, unless one alone has more. */
const BYTES_AT_ONCE = 4e6;
/** of at most this many pixels, likewise: an image of a single colour has few bytes and many pixels. */
const PIXELS_AT_ONCE = 32e6;
/** So many images are read between two pauses. */
const BETWEEN = 32;

/** What an image takes while it is decoded. */
interface Weight {
  readonly bytes: number;
  readonly pixels: number;
}

interface Reading {
  readonly container: Container;
  readonly images: ImageList;
  readonly draft: Draft;
  readonly choice: SetChoice;
  readonly decode: DecodeImage;
}

/** Reads image files into a draft, several at a time. What can't be read is passed over, with the reason. */
export async function* readImageFiles(reading: Reading): AsyncGenerator<void, void> {
  const { container, images, draft } = reading;
  draft.remarks.nameBy((place) => images.path(place));
  const nthOf = new Uint32Array(container.files.length);
  for (const [nth, at] of images.places.entries()) nthOf[at] = nth;
  const running = new Map<Promise<void>, Weight>();
  let read = 0;
  try {
    for await (const { at, parts } of container.visit(images.places)) {
      const place = nthOf[at];
      try {
        const bytes = await gathered(parts, LARGEST_FILE);
        const header = readImageHeader(bytes);
        const pixels = (header?.size?.width ?? 0) * (header?.size?.height ?? 0);
        while (running.size > 0 && total(running, 'pixels') + pixels > PIXELS_AT_ONCE)
          await Promise.race(running.keys());
        const work = readOne(bytes, header, place, reading).finally(() => {
          running.delete(work);
          released(bytes);
        });
        running.set(work, { bytes: bytes.length, pixels });
        while (running.size >= AT_ONCE || (running.size > 1 && total(running, 'bytes') > BYTES_AT_ONCE))
          await Promise.race(running.keys());
      } catch (error) {
        draft.skip(reasonFor(error), images.path(place));
      }
      read += 1;
      if (read % BETWEEN === 0) yield;
    }
  } finally {
    await Promise.all(running.keys());
  }
}

function total(running: ReadonlyMap<unknown, Weight>, what: keyof Weight): number {
  let all = 0;
  for (const one of running.values()) all += one[what];
  return all;
}

/** Why the bytes of a file could not be read. */
function reasonFor(error: unknown): Skipped {
  if (error instanceof RangeError) return 'large';
  if (error instanceof EndedError) return 'cut';
  return error instanceof DOMException ? 'unreadable' : 'damaged';
}

async function readOne(
  bytes: Uint8Array<ArrayBuffer>,
  header: ImageHeader | null,
  place: number,
  reading: Reading,
): Promise<void> {
  const { images, draft, choice, decode } = reading;
  const path = images.path(place);
  const refused = bytes.length === 0 ? 'empty' : header && refusal(header);
  if (refused) return draft.skip(refused, path);
  try {
    const image = await decode(bytes, header);
    const fitted = fitImage(image, choice);
    draft.at(place).set(fitted);
    released(fitted);
    released(image.data);
    if (header?.animated) draft.remarks.changed('animated', place);
    if (header?.reduced) draft.remarks.changed(header.reduced, place);
    if (header?.size?.width === 1 && header.size.height === 1) draft.remarks.changed('tiny', place);
    if (header?.size) draft.remarks.measured(header.size.width, header.size.height, place);
    draft.put(place, images.labels[place], SPLITS[images.splits[place]]);
  } catch {
    draft.skip(await undecodable(bytes, header), path);
  }
}

/** Why an image is passed over before it is decoded. */
function refusal({ size, whole, variant }: ImageHeader): Skipped | null {
  if (size && (size.width * size.height) / 1e6 > MAX_MEGAPIXELS) return 'large';
  if (!whole) return 'cut';
  return variant ? 'format' : null;
}

async function undecodable(bytes: Uint8Array, header: ImageHeader | null): Promise<Skipped> {
  if (!header) return (await isForeignImage(bytes)) ? 'format' : 'noImage';
  return header.format === 'HEIC' || header.format === 'AVIF' ? 'format' : 'damaged';
}
