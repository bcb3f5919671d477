/**
 * The directory of a zip archive (PKWARE's APPNOTE 6.3): at its end, an entry for each file with its name, its sizes and
 * where it lies. Of what is written before each file once more only the name is read.
 */
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';
import type { ByteSource } from './byte-source';
import { textOf } from './listing';

/** A file of an archive, as the directory describes it. */
export interface ZipEntry {
  /** With "/" between its parts; at the end of a folder's as well. */
  readonly name: string;
  /** 0: as it is, 8: deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly header: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LOCATOR_SIZE = 20;
const END_64_SIZE = 56;
/** Of an entry without its name. */
export const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
/** Stands for a number that is too large for its place and is in a longer one elsewhere. */
const ELSEWHERE = 0xffffffff;
const COUNT_ELSEWHERE = 0xffff;
/** The extra field with those numbers. */
const LONG_NUMBERS = 1;
/** So much of a directory is in memory at a time, or its longest entry. */
const PART = 1 << 16;
/** A million files with short names. */
const LONGEST_DIRECTORY = 128e6;

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);
const long = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

interface Directory {
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** Where the directory is; null where the archive has none. */
async function locate(source: ByteSource): Promise<Directory | null> {
  const tailFrom = Math.max(source.size - END_SIZE - LONGEST_COMMENT - LOCATOR_SIZE, 0);
  const view = viewOf(await source.read(tailFrom, source.size));
  const isEnd = (at: number) =>
    view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength;
  let end = view.byteLength - END_SIZE;
  while (end >= 0 && !isEnd(end)) end--;
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  const isLong = count === COUNT_ELSEWHERE || from === ELSEWHERE;
  const locator = end - LOCATOR_SIZE;
  if (!isLong || locator < 0 || view.getUint32(locator, true) !== LOCATOR_64)
    return { count, from, to: tailFrom + end };
  const at = long(view, locator + 8);
  if (at + END_64_SIZE > source.size) return null;
  const record = viewOf(await source.read(at, at + END_64_SIZE));
  if (record.getUint32(0, true) !== END_64) return null;
  return { count: long(record, 32), from: long(record, 48), to: at };
}

/** A directory whose entries can be read. */
export interface ZipDirectory {
  /** How many entries it names. */
  readonly count: number;
  /** In bytes. */
  readonly size: number;
  /** Hands over the entries one after the other, folders too; the name in UTF-8 is valid until the next. */
  each(take: (entry: ZipEntry, name: Uint8Array) => void): Promise<Result<number>>;
}

/** Finds the directory of an archive; its entries are read before anything else is. */
export async function readDirectory(source: ByteSource, file: string): Promise<Result<ZipDirectory>> {
  const broken = (detail: string) => fail(words.zipBroken({ file }), detail);
  const directory = await locate(source);
  if (!directory) return broken('no end record');
  const { count, from, to } = directory;
  const size = to - from;
  if (size < 0 || size > LONGEST_DIRECTORY) return broken(`directory from ${from} to ${to}`);
  if (count * ENTRY_SIZE > size) return broken(`${count} entries in ${size} bytes`);
  return ok({
    count,
    size,
    async each(take) {
      let [part, start] = [new Uint8Array(0), 0];
      let view = viewOf(part);
      const lengthAt = (at: number) => view.getUint16(at - start, true);
      /** Whether the part ends before this byte of the directory. To wait for what is there would leave garbage behind. */
      const isMissing = (end: number) => end > start + part.length;
      const need = async (at: number, length: number) => {
        start = at;
        part = await source.read(from + at, Math.min(to, from + at + Math.max(length, PART)));
        view = viewOf(part);
      };
      for (let nth = 0, at = 0; nth < count; nth++) {
        if (at + ENTRY_SIZE > size) return broken(`entry ${nth}`);
        if (isMissing(at + ENTRY_SIZE)) await need(at, ENTRY_SIZE);
        if (view.getUint32(at - start, true) !== ENTRY) return broken(`entry ${nth}`);
        const nameEnd = at + ENTRY_SIZE + lengthAt(at + 28);
        const next = nameEnd + lengthAt(at + 30) + lengthAt(at + 32);
        if (next > size) return broken(`entry ${nth} ends at ${next}`);
        if (isMissing(next)) await need(at, next - at);
        const name = part.subarray(at + ENTRY_SIZE - start, nameEnd - start);
        const entry = readEntry(view, at - start, textOf(name), file);
        if (!entry.ok) return entry;
        take(entry.value, name);
        at = next;
        if (nth + 1 < count || at + ENTRY_SIZE > size) continue;
        // More than the end counts: one of the two is damaged.
        if (isMissing(at + ENTRY_SIZE)) await need(at, ENTRY_SIZE);
        if (view.getUint32(at - start, true) === ENTRY) return broken(`more than ${count} entries`);
      }
      return ok(count);
    },
  });
}

function readEntry(view: DataView, at: number, name: string, file: string): Result<ZipEntry> {
  const crc = view.getUint32(at + 16, true);
  const method = view.getUint16(at + 10, true);
  const encrypted = (view.getUint16(at + 8, true) & ENCRYPTED) !== 0;
  if (encrypted || (method !== 0 && method !== 8))
    return fail(words.zipMethod({ file, entry: name.slice(0, 120) }), `method ${method}`);
  const size = view.getUint32(at + 24, true);
  const packedSize = view.getUint32(at + 20, true);
  const header = view.getUint32(at + 42, true);
  if (size !== ELSEWHERE && packedSize !== ELSEWHERE && header !== ELSEWHERE)
    return ok({ name, method, crc, packedSize, size, header });
  const numbers = completed(view, at, [size, packedSize, header]);
  if (!numbers) return fail(words.zipBroken({ file }), `numbers of ${name.slice(0, 120)}`);
  return ok({ name, method, crc, size: numbers[0], packedSize: numbers[1], header: numbers[2] });
}

/** The numbers, those that are elsewhere from the extra field: it holds just these, in the same order. Null: it lacks one. */
function completed(view: DataView, at: number, numbers: readonly number[]): readonly number[] | null {
  let field = at + ENTRY_SIZE + view.getUint16(at + 28, true);
  const end = field + view.getUint16(at + 30, true);
  while (field + 4 <= end && view.getUint16(field, true) !== LONG_NUMBERS)
    field += 4 + view.getUint16(field + 2, true);
  if (field + 4 > end) return null;
  const last = Math.min(end, field + 4 + view.getUint16(field + 2, true));
  let next = field + 4;
  const found: number[] = [];
  for (const number of numbers) {
    if (number !== ELSEWHERE) found.push(number);
    else if (next + 8 > last) return null;
    else {
      found.push(long(view, next));
      next += 8;
    }
  }
  return found;
}

/**
 * Where the packed bytes of an entry begin.
 * @throws Error where its own header isn't there or is another file's, or the archive ends before.
 */
export async function startOf(source: ByteSource, { name, header, packedSize }: ZipEntry): Promise<number> {
  if (header + LOCAL_SIZE > source.size) throw new Error(`no header of ${name}`);
  const view = viewOf(await source.read(header, header + LOCAL_SIZE));
  if (view.getUint32(0, true) !== LOCAL) throw new Error(`no header of ${name}`);
  const [nameAt, nameLength, extra] = [
    header + LOCAL_SIZE,
    view.getUint16(26, true),
    view.getUint16(28, true),
  ];
  const start = nameAt + nameLength + extra;
  if (start + packedSize > source.size) throw new Error(`${name} ends at ${start + packedSize}`);
  // No sum is kept of the names, but each is there twice.
  const own = textOf(await source.read(nameAt, nameAt + nameLength));
  if (own !== name) throw new Error(`${name} is called ${own} in its own header`);
  return start;
}
