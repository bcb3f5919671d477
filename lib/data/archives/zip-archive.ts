import { formatBytes } from '@/lib/format/bytes';
import words from '@/words/interchange';
import type { ByteSource } from './byte-source';
import { type Container, Refusal } from './container';
import { staysBelow } from './paths';
import { readDirectory } from './zip-directory';
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
  const names = new Set<string>();
  let total = 0;
  for (const { name, size } of directory.value) {
    const shown = name.slice(0, 120);
    if (!staysBelow(name)) throw new Refusal(words.path({ file, path: shown }));
    if (names.has(name)) throw new Refusal(words.zipTwice({ file, entry: shown }));
    names.add(name);
    total += size;
  }
  if (total > MOST_BYTES || isBomb(total, source.size))
    throw new Refusal(words.zipBomb({ file, most: formatBytes(MOST_BYTES), times: MOST_TIMES }));
  const entries = directory.value.filter(({ name }) => !name.endsWith('/'));
  return {
    kind: 'zip',
    files: entries.map(({ name, size }) => ({ path: name, size })),
    folders: directory.value.flatMap(({ name }) => (name.endsWith('/') ? [name.slice(0, -1)] : [])),
    problem: null,
    async *visit(places) {
      const inOrder = places.toSorted((a, b) => entries[a].header - entries[b].header);
      for (const at of inOrder) yield { at, parts: unpacked(source, entries[at]) };
    },
  };
}
