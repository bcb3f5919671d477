/**
 * Tar archives (POSIX.1-2017, pax: ustar and its extended headers; GNU's long names): a header of 512 bytes before each file,
 * whose bytes are filled up to a multiple of 512; two empty blocks at the end.
 */
import words from '@/words/data-sets';
import { ByteReader } from './byte-reader';
import { type Container, type Parts, Refusal } from './container';
import { Listing } from './listing';
import { baseName, staysBelow } from './paths';

const BLOCK = 512;
/** Of names and extended headers. */
const LONGEST_TEXT = 1 << 20;
const text = new TextDecoder();

/** Whether a block of 512 bytes is the header of a file in a tar archive: its sum is right. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < BLOCK) return false;
  let sum = 0;
  for (const [at, byte] of block.subarray(0, BLOCK).entries()) sum += at >= 148 && at < 156 ? 32 : byte;
  return sum > 256 && sum === numberAt(block, 148, 8);
}

const textAt = (block: Uint8Array, from: number, length: number): string =>
  text.decode(block.subarray(from, from + length)).replace(/\0.*$/s, '');

/** Octal digits, or, for what is too large for them, GNU's bytes after one with the highest bit set. */
function numberAt(block: Uint8Array, from: number, length: number): number {
  if (block[from] !== 0x80) return Number.parseInt(textAt(block, from, length).trim() || '0', 8);
  return block.subarray(from + 1, from + length).reduce((number, byte) => number * 256 + byte, 0);
}

/** The records "length key=value" of an extended header. */
function recordsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const length = Number.parseInt(text.decode(bytes.subarray(at, at + 12)), 10);
    if (!(length > 0)) break;
    const [key, ...value] = text
      .decode(bytes.subarray(at, at + length - 1))
      .replace(/^\d+ /, '')
      .split('=');
    records.set(key, value.join('='));
    at += length;
  }
  return records;
}

/** A file or folder whose turn it is. */
interface TarEntry {
  readonly path: string;
  readonly size: number;
  readonly isFile: boolean;
  readonly isFolder: boolean;
  /** To a file elsewhere, or in the archive. */
  readonly isLink: boolean;
  readonly parts: Parts;
}

/** Goes through an archive; what is not read of a file is skipped. @throws Error where it is damaged or cut off. */
async function* entriesOf(archive: Parts): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(archive);
  let longName: string | undefined;
  let longSize: number | undefined;
  try {
    for (;;) {
      const header = await reader.take(BLOCK);
      if (header.every((byte) => byte === 0)) return;
      if (!isTarHeader(header)) throw new Error('a header with a wrong sum');
      const type = String.fromCharCode(header[156]);
      const prefix = textAt(header, 257, 5) === 'ustar' ? textAt(header, 345, 155) : '';
      const name = longName ?? (prefix ? `${prefix}/` : '') + textAt(header, 0, 100);
      const size = longSize ?? numberAt(header, 124, 12);
      if (!Number.isSafeInteger(size) || size < 0) throw new Error(`a file of ${size} bytes`);
      const padding = -size & (BLOCK - 1);
      if (type === 'L' || type === 'x' || type === 'g' || type === 'K') {
        if (size > LONGEST_TEXT) throw new Error(`a name of ${size} bytes`);
        const bytes = await reader.take(size);
        if (type === 'L') longName = textAt(bytes, 0, size);
        if (type === 'x') {
          const records = recordsOf(bytes);
          longName = records.get('path') ?? longName;
          longSize = records.has('size') ? Number(records.get('size')) : undefined;
        }
        await skip(reader, padding);
        continue;
      }
      longName = undefined;
      longSize = undefined;
      const body = { left: size };
      const path = name.replace(/^(\.\/)+/, '').replace(/\/$/, '');
      const isFolder = type === '5' || name.endsWith('/');
      const isFile = !isFolder && /[0\0 7]/.test(type);
      const isLink = type === '1' || type === '2';
      yield { path, size, isFolder, isFile, isLink, parts: partsOf(reader, body) };
      await skip(reader, body.left + padding);
    }
  } finally {
    await reader.end();
  }
}

async function* partsOf(reader: ByteReader, body: { left: number }): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const piece of reader.pieces(body.left)) {
    body.left -= piece.length;
    yield piece;
  }
  if (body.left > 0) throw new Error(`${body.left} bytes are missing`);
}

async function skip(reader: ByteReader, count: number): Promise<void> {
  let left = count;
  for await (const piece of reader.pieces(count)) left -= piece.length;
  if (left > 0) throw new Error(`${left} bytes are missing`);
}

/**
 * The files of a tar archive, which `archive` reads from its beginning each time. Links are counted only.
 * @throws Refusal where it leads out of its folder or holds a file twice.
 */
export async function tarArchive(archive: () => Parts, name: string): Promise<Container> {
  const file = baseName(name);
  const files = new Listing();
  const folders: string[] = [];
  let links = 0;
  let problem: Container['problem'] = null;
  try {
    for await (const { path, size, isFile, isFolder, isLink } of entriesOf(archive())) {
      const shown = path.slice(0, 120);
      if (path !== '' && path !== '.' && !staysBelow(path))
        throw new Refusal(words.path({ file, path: shown }));
      if (isFolder && path !== '' && path !== '.') folders.push(path);
      if (isFile) files.add(path, size);
      if (isLink) links += 1;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    problem = { sentence: words.archiveCut({ file }), detail: String(error) };
  }
  const twice = files.repeated();
  if (twice >= 0) throw new Refusal(words.twice({ file, path: files.path(twice).slice(0, 120) }));
  return {
    kind: 'tar',
    files,
    folders,
    links,
    problem,
    async *visit(places) {
      const wanted = new Set(places);
      let at = -1;
      try {
        for await (const { isFile, parts } of entriesOf(archive())) {
          if (!isFile) continue;
          at += 1;
          if (wanted.delete(at)) yield { at, parts };
          if (wanted.size === 0) return;
        }
      } catch (error) {
        throw new Refusal(words.archiveCut({ file }), String(error));
      }
    },
  };
}
