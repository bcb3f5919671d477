/**
 * The directory of a zip archive (PKWARE's APPNOTE 6.3): at its end, an entry for each file with its name, its sizes and
 * where it lies. What is written before each file once more is only skipped.
 */
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';

/** A file of an archive, as the directory tells of it. */
export interface ZipEntry {
  /** With "/" between its parts. */
  readonly name: string;
  /** 0: as it is, 8: deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its packed bytes begin. */
  readonly start: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
/** Archives beyond 4 GB or 65,535 files keep their numbers elsewhere; no network needs one. */
const ELSEWHERE = 0xffffffff;

/** Where the end record begins; -1 where there is none. */
function findEnd(view: DataView): number {
  const first = Math.max(view.byteLength - END_SIZE - LONGEST_COMMENT, 0);
  for (let at = view.byteLength - END_SIZE; at >= first; at--)
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  return -1;
}

/** Reads the directory of an archive; folders are left out. */
export function readDirectory(bytes: Uint8Array, file: string): Result<readonly ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = (detail: string) => fail(words.zipBroken({ file }), detail);
  const end = findEnd(view);
  if (end < 0) return broken('no end record');
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let nth = 0; nth < count; nth++) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY) return broken(`entry ${nth}`);
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const next = at + ENTRY_SIZE + nameLength + extra + comment;
    if (next > end) return broken(`entry ${nth} ends at ${next}`);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength));
    const entry = readEntry(view, at, name, file);
    if (!entry.ok) return entry;
    if (!name.endsWith('/')) entries.push(entry.value);
    at = next;
  }
  return ok(entries);
}

function readEntry(view: DataView, at: number, name: string, file: string): Result<ZipEntry> {
  const [crc, packedSize, size, local] = [16, 20, 24, 42].map((place) => view.getUint32(at + place, true));
  const method = view.getUint16(at + 10, true);
  const shown = name.slice(0, 120);
  const encrypted = (view.getUint16(at + 8, true) & ENCRYPTED) !== 0;
  if (encrypted || (method !== 0 && method !== 8) || [packedSize, size, local].includes(ELSEWHERE))
    return fail(words.zipMethod({ file, entry: shown }), `method ${method}`);
  if (local + LOCAL_SIZE > view.byteLength || view.getUint32(local, true) !== LOCAL)
    return fail(words.zipBroken({ file }), `no header of ${shown}`);
  const start = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedSize > view.byteLength)
    return fail(words.zipBroken({ file }), `${shown} ends at ${start + packedSize}`);
  return ok({ name, method, crc, packedSize, size, start });
}
