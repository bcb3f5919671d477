/** Zip archives as the files that lie in them, each unpacked when it is asked for. */
import { Inflate } from 'fflate';
import { crc32 } from '@/lib/data/crc32';
import { formatBytes } from '@/lib/format/bytes';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';
import type { SourceFile } from '../opened';
import { baseName, bytesOf, staysBelow } from '../source';
import { readDirectory, type ZipEntry } from './directory';

/** All files of an archive together, unpacked. */
const MOST_BYTES = 512e6;
/** Weights hardly shrink; deflate can't do more than a thousandfold, and what comes near that is made to. */
const MOST_TIMES = 200;
/** A small archive may shrink a lot: a description of many equal layers. */
const SMALL = 1e6;
const CHUNK = 1 << 16;

/** The files in an archive. What would unpack to too much, leads out of its folder or is there twice is refused whole. */
export async function openZip(archive: SourceFile): Promise<Result<readonly SourceFile[]>> {
  const file = baseName(archive.name);
  const bytes = await bytesOf(archive);
  if (!bytes.ok) return bytes;
  const entries = readDirectory(bytes.value, file);
  if (!entries.ok) return entries;
  const names = new Set<string>();
  let total = 0;
  for (const { name, size, packedSize, method } of entries.value) {
    const shown = name.slice(0, 120);
    if (!staysBelow(name)) return fail(words.path({ file, path: shown }));
    if (names.has(name)) return fail(words.zipTwice({ file, entry: shown }));
    if (method === 0 && size !== packedSize) return fail(words.zipBroken({ file }), shown);
    names.add(name);
    total += size;
  }
  if (total > MOST_BYTES || total > Math.max(bytes.value.length * MOST_TIMES, SMALL))
    return fail(words.zipBomb({ file, most: formatBytes(MOST_BYTES), times: MOST_TIMES }));
  return ok(
    entries.value.map((entry) => ({
      name: entry.name,
      size: entry.size,
      bytes: async () => unpack(bytes.value, entry),
    })),
  );
}

/**
 * The bytes of a file in an archive.
 * @throws Error where they are more or fewer than the directory says, or others.
 */
function unpack(archive: Uint8Array, { name, method, crc, packedSize, size, start }: ZipEntry) {
  const packed = archive.subarray(start, start + packedSize);
  const bytes = method === 0 ? new Uint8Array(packed) : inflated(packed, size);
  if (bytes.length !== size || crc32(bytes) !== crc) throw new Error(`${name} is damaged`);
  return bytes;
}

/** Inflates piece by piece, so that what grows beyond what was said is noticed before it is all there. */
function inflated(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  const stream = new Inflate((piece) => {
    if (at + piece.length > size) throw new Error(`more than the ${size} bytes that were said`);
    bytes.set(piece, at);
    at += piece.length;
  });
  for (let from = 0; from < packed.length; from += CHUNK)
    stream.push(packed.subarray(from, from + CHUNK), from + CHUNK >= packed.length);
  if (at !== size) throw new Error(`${at} bytes instead of ${size}`);
  return bytes;
}
