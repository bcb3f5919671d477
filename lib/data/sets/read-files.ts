/** Reads files of a container that hold arrays of numbers, gzipped or not, and small ones as a whole. */
import words from '@/words/data-sets';
import { ByteReader, EndedError, gathered } from '../archives/byte-reader';
import { type Container, type Parts, Refusal } from '../archives/container';
import { firstUnpacked, GZIP_START, gunzipped, isGzip } from '../archives/gzip';
import { baseName } from '../archives/paths';
import { isBomb } from '../archives/zip-archive';

/** Reads a file, unpacked where it is gzipped. @throws Error where its beginning can't be read. */
export async function readerOf(parts: Parts): Promise<ByteReader> {
  const reader = new ByteReader(parts);
  return isGzip(await reader.peek(2)) ? new ByteReader(gunzipped(reader.rest())) : reader;
}

/**
 * Reads something of each of some files, unpacked.
 * @throws Refusal where one is damaged, cut off, or can't be read.
 */
export async function readEach<T>(
  container: Container,
  places: readonly number[],
  read: (reader: ByteReader, at: number) => Promise<T>,
): Promise<ReadonlyMap<number, T>> {
  const found = new Map<number, T>();
  for await (const { at, parts } of container.visit(places)) {
    try {
      const reader = await readerOf(parts);
      found.set(at, await read(reader, at));
      await reader.end();
    } catch (error) {
      throw refusalOf(error, container.files.path(at));
    }
  }
  return found;
}

/** The first bytes of each of some files, unpacked; fewer where there are no more. @throws Refusal as {@link readEach} does. */
export async function readFirst(
  container: Container,
  places: readonly number[],
  count: number,
): Promise<ReadonlyMap<number, Uint8Array>> {
  const found = new Map<number, Uint8Array>();
  const unclear: number[] = [];
  for await (const { at, parts } of container.visit(places)) {
    const reader = new ByteReader(parts);
    try {
      const stored = await reader.upTo(GZIP_START);
      const first = isGzip(stored) ? firstUnpacked(stored, count) : stored.slice(0, count);
      if (first) found.set(at, first);
      else unclear.push(at);
      await reader.end();
    } catch (error) {
      throw refusalOf(error, container.files.path(at));
    }
  }
  // A container may be unpacked from its beginning for each visit.
  if (unclear.length === 0) return found;
  const rest = await readEach(container, unclear, async (reader) => (await reader.upTo(count)).slice());
  return new Map([...found, ...rest]);
}

/** Reads on to the end of a file, where its sum is checked. @throws Error where there is more than `what`. */
export async function atEnd(reader: ByteReader, what: string): Promise<void> {
  if (await reader.more()) throw new Error(`bytes after the last ${what}`);
}

/** Why a file can't be read on. */
export function refusalOf(error: unknown, path: string): Refusal {
  if (error instanceof Refusal) return error;
  const file = baseName(path);
  const isCut = error instanceof EndedError;
  return new Refusal(isCut ? words.fileCut({ file }) : words.fileDamaged({ file }), String(error));
}

/** All bytes of one file. @throws Refusal where it can't be read, or is longer than `most`. */
export async function readAll(
  container: Container,
  at: number,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const read = await readEach(container, [at], (reader) =>
    gathered(reader.pieces(Number.MAX_SAFE_INTEGER), most),
  );
  return read.get(at) ?? new Uint8Array(0);
}

/** @throws Refusal where a file promises many times more bytes than it can hold. */
export function believe(bytes: number, path: string, stored: number): void {
  if (!Number.isSafeInteger(bytes) || isBomb(bytes, stored))
    throw new Refusal(words.fileDamaged({ file: baseName(path) }), `${bytes} bytes in ${stored}`);
}
