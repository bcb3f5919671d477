/** Zip archives as the files that lie in them, each unpacked when it is asked for. */
import { gathered } from '@/lib/data/archives/byte-reader';
import { inMemory } from '@/lib/data/archives/byte-source';
import { baseName, staysBelow } from '@/lib/data/archives/paths';
import { readDirectory, startOf, type ZipEntry } from '@/lib/data/archives/zip-directory';
import { unpacked } from '@/lib/data/archives/zip-entry';
import { formatBytes } from '@/lib/format/bytes';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';
import type { SourceFile } from '../opened';
import { bytesOf } from '../source';

/** All files of an archive together, unpacked. */
const MOST_BYTES = 512e6;
/** Weights hardly shrink; deflate can't do more than a thousandfold, and what comes near that is made to. */
const MOST_TIMES = 200;
/** A small archive may shrink a lot: a description of many equal layers. */
const SMALL = 1e6;

/** The files in an archive. What would unpack to too much, leads out of its folder or is there twice is refused whole. */
export async function openZip(archive: SourceFile): Promise<Result<readonly SourceFile[]>> {
  const file = baseName(archive.name);
  const bytes = await bytesOf(archive);
  if (!bytes.ok) return bytes;
  const source = inMemory(bytes.value);
  const directory = await readDirectory(source, file);
  if (!directory.ok) return directory;
  const entries: ZipEntry[] = [];
  const listed = await directory.value.each((entry) => {
    if (!entry.name.endsWith('/')) entries.push(entry);
  });
  if (!listed.ok) return listed;
  const names = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    const { name, size, packedSize, method } = entry;
    const shown = name.slice(0, 120);
    if (!staysBelow(name)) return fail(words.zipPath({ file, path: shown }));
    if (names.has(name)) return fail(words.zipTwice({ file, entry: shown }));
    if (method === 0 && size !== packedSize) return fail(words.zipBroken({ file }), shown);
    try {
      await startOf(source, entry);
    } catch (error) {
      return fail(words.zipBroken({ file }), String(error));
    }
    names.add(name);
    total += size;
  }
  if (total > MOST_BYTES || total > Math.max(bytes.value.length * MOST_TIMES, SMALL))
    return fail(words.zipBomb({ file, most: formatBytes(MOST_BYTES), times: MOST_TIMES }));
  return ok(
    entries.map((entry) => ({
      name: entry.name,
      size: entry.size,
      bytes: () => gathered(unpacked(source, entry), entry.size),
    })),
  );
}
