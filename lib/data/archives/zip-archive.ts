import { formatBytes } from '@/lib/format/bytes';
import sets from '@/words/data-sets';
import words from '@/words/interchange';
import type { ByteSource } from './byte-source';
import { type Container, Refusal } from './container';
import { growing } from './growing';
import { Listing } from './listing';
import { staysBelow } from './paths';
import { ENTRY_SIZE, readDirectory, type ZipEntry } from './zip-directory';
import { unpacked } from './zip-entry';

/** Images hardly shrink; what unpacks to more than this many times its size is made to fill the memory. */
export const MOST_TIMES = 200;
/** What is small altogether may shrink a lot. */
export const SMALL = 64e6;
/** All files of an archive together, unpacked. Only one of them is in memory at a time. */
const MOST_BYTES = 64e9;

/** Whether an archive would unpack to more than what is believed. */
export const isBomb = (unpackedSize: number, size: number): boolean =>
  unpackedSize > Math.max(size * MOST_TIMES, SMALL);

/**
 * The files of a zip archive.
 * @throws Refusal where it is damaged or encrypted, leads out of its folder, holds a file twice or would unpack to too much.
 */
export async function zipArchive(source: ByteSource, file: string): Promise<Container> {
  const directory = await readDirectory(source, file);
  if (!directory.ok) throw new Refusal(directory.problem.sentence, directory.problem.detail);
  const { count, size, each } = directory.value;
  const files = new Listing(count, size - count * ENTRY_SIZE);
  const folders = new Listing();
  // What is known of each file besides: tens of thousands of objects would make the heap grow for as long as they are read.
  const Offsets = source.size < 2 ** 32 ? Uint32Array : Float64Array;
  const headers = growing<Uint32Array | Float64Array>(Offsets, count);
  const packedSizes = growing<Uint32Array | Float64Array>(Offsets, count);
  const sums = growing(Uint32Array, count);
  const methods = growing(Uint8Array, count);
  let total = 0;
  const listed = await each((entry, name) => {
    if (!staysBelow(entry.name)) throw new Refusal(sets.path({ file, path: entry.name.slice(0, 120) }));
    total += entry.size;
    if (entry.name.endsWith('/')) return folders.add(name.subarray(0, -1), 0);
    files.add(name, entry.size);
    headers.add(entry.header);
    packedSizes.add(entry.packedSize);
    sums.add(entry.crc);
    methods.add(entry.method);
  });
  if (!listed.ok) throw new Refusal(listed.problem.sentence, listed.problem.detail);
  for (const listing of [files, folders]) {
    const twice = listing.repeated();
    if (twice >= 0) throw new Refusal(words.zipTwice({ file, entry: listing.path(twice).slice(0, 120) }));
  }
  if (total > MOST_BYTES || isBomb(total, source.size))
    throw new Refusal(sets.bomb({ file, most: formatBytes(MOST_BYTES), times: MOST_TIMES }));
  const entry = (at: number): ZipEntry => ({
    name: files.path(at),
    size: files.size(at),
    header: headers.values[at],
    packedSize: packedSizes.values[at],
    crc: sums.values[at],
    method: methods.values[at],
  });
  return {
    kind: 'zip',
    files,
    folders: Array.from({ length: folders.length }, (_, at) => folders.path(at)),
    problem: null,
    async *visit(wanted) {
      const inOrder = Uint32Array.from(wanted).sort((a, b) => headers.values[a] - headers.values[b]);
      for (const at of inOrder) yield { at, parts: unpacked(source, entry(at)) };
    },
  };
}
