import { fail, ok, type Result } from '@/lib/result';
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/data';
import { crc32 } from '../crc32';
import type { LabelledImages } from '../data-set';
import { restore, toDeltas } from './deltas';

/*
 * A pack of labelled images. All numbers little-endian.
 *
 *   0  4  "PTPK"
 *   4  2  version, 1
 *   6  1  channels
 *   7  1  number of classes
 *   8  2  height
 *  10  2  width
 *  12  4  number of images
 *  16  4  bytes of the payload
 *  20  4  CRC-32 of the payload
 *  24  4  CRC-32 of the 24 bytes before
 *  28     payload: gzip of the labels (a byte an image) and the images' deltas (deltas.ts)
 */
export const PACK_VERSION = 1;
const MAGIC = 0x4b505450; // "PTPK"
const HEADER_BYTES = 28;

/** Compresses to a gzip stream; the script uses a slower, better compressor than the browser's. */
export type Compress = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array> | Uint8Array;

/** Writes a set with labels of `classes` classes as a pack, losslessly. */
export async function encodePack(
  set: LabelledImages,
  classes: number,
  compress: Compress,
): Promise<Uint8Array<ArrayBuffer>> {
  const [height, width, channels] = set.shape;
  const body = new Uint8Array(set.count * (1 + size(set.shape)));
  body.set(set.labels);
  body.set(toDeltas(set.pixels, set.shape), set.count);
  const payload = await compress(body);
  const pack = new Uint8Array(HEADER_BYTES + payload.length);
  const header = new DataView(pack.buffer);
  header.setUint32(0, MAGIC, true);
  header.setUint16(4, PACK_VERSION, true);
  header.setUint8(6, channels);
  header.setUint8(7, classes);
  header.setUint16(8, height, true);
  header.setUint16(10, width, true);
  header.setUint32(12, set.count, true);
  header.setUint32(16, payload.length, true);
  header.setUint32(20, crc32(payload), true);
  header.setUint32(24, crc32(pack.subarray(0, 24)), true);
  pack.set(payload, HEADER_BYTES);
  return pack;
}

/** How much is done at a time, before other work gets its turn: each takes about 10 ms. */
const IMAGES_AT_ONCE = 25;
const BYTES_AT_ONCE = 500_000;

const damaged = (detail: string) => fail(words.arrivedDamaged(), detail);

/**
 * Reads a pack, bit for bit what was written, without a canvas. Fails on anything unexpected instead of
 * returning a wrong image. `between` is awaited now and then, so that other work gets its turn.
 */
export async function decodePack(
  pack: Uint8Array<ArrayBuffer>,
  between: () => Promise<void> = async () => {},
): Promise<Result<LabelledImages>> {
  const header = readHeader(pack);
  if (!header.ok) return header;
  const { count, classes, shape, sum } = header.value;
  const payload = pack.subarray(HEADER_BYTES);
  let found = 0;
  for (let at = 0; at < payload.length; at += BYTES_AT_ONCE) {
    found = crc32(payload.subarray(at, at + BYTES_AT_ONCE), found);
    await between();
  }
  if (found !== sum) return damaged('wrong sum of the payload');
  const body = await gunzip(payload);
  if (!body.ok) return body;
  if (body.value.length !== count * (1 + size(shape))) {
    return damaged(`${body.value.length} bytes unpacked for ${count} images`);
  }
  const labels = body.value.slice(0, count);
  if (labels.some((label) => label >= classes)) return damaged('a label outside the classes');
  const deltas = body.value.subarray(count);
  const pixels = new Uint8Array(deltas.length);
  for (let from = 0; from < count; from += IMAGES_AT_ONCE) {
    restore(deltas, shape, pixels, { from, to: from + IMAGES_AT_ONCE });
    await between();
  }
  return ok({ count, shape, labels, pixels });
}

interface Header extends Pick<LabelledImages, 'count' | 'shape'> {
  readonly classes: number;
  /** The CRC-32 that the payload has to have. */
  readonly sum: number;
}

function readHeader(pack: Uint8Array<ArrayBuffer>): Result<Header> {
  const tooShort = fail(words.arrivedShort(), `${pack.length} bytes`);
  if (pack.length < HEADER_BYTES) return tooShort;
  const header = new DataView(pack.buffer, pack.byteOffset, HEADER_BYTES);
  if (header.getUint32(0, true) !== MAGIC) return damaged('not a pack of images');
  if (header.getUint16(4, true) > PACK_VERSION) {
    return fail(words.newerPack(), `pack version ${header.getUint16(4, true)}, known ${PACK_VERSION}`);
  }
  if (header.getUint32(24, true) !== crc32(pack.subarray(0, 24))) return damaged('wrong sum of the header');
  const shape: MapShape = [header.getUint16(8, true), header.getUint16(10, true), header.getUint8(6)];
  if (size(shape) === 0) return damaged(`shape ${shape}`);
  const payload = pack.subarray(HEADER_BYTES);
  if (payload.length < header.getUint32(16, true)) return tooShort;
  if (payload.length > header.getUint32(16, true)) return damaged('bytes after the end');
  const [count, sum] = [header.getUint32(12, true), header.getUint32(20, true)];
  return ok({ count, classes: header.getUint8(7), shape, sum });
}

async function gunzip(packed: Uint8Array<ArrayBuffer>): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (typeof DecompressionStream === 'undefined') {
    return fail(words.cannotUnpack(), 'DecompressionStream');
  }
  try {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return ok(new Uint8Array(await new Response(stream).arrayBuffer()));
  } catch (error) {
    return damaged(String(error));
  }
}
