import { Inflate } from 'fflate';
import { crc32 } from '../crc32';
import type { ByteSource } from './byte-source';
import { released } from './released';
import { startOf, type ZipEntry } from './zip-directory';

const CHUNK = 1 << 16;

/**
 * The bytes of a file in an archive, piece by piece, so that what grows beyond what the directory says is noticed before it
 * is all there.
 * @throws Error where they are more or fewer than that, or others.
 */
export async function* unpacked(
  source: ByteSource,
  entry: ZipEntry,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { name, size, crc, method } = entry;
  const start = await startOf(source, entry);
  const end = start + entry.packedSize;
  let [length, sum] = [0, 0];
  const counted = (piece: Uint8Array<ArrayBuffer>) => {
    length += piece.length;
    if (length > size) throw new Error(`${name}: more than the ${size} bytes that its header names`);
    sum = crc32(piece, sum);
    return piece;
  };
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  const inflate = method === 0 ? null : new Inflate((piece) => pieces.push(counted(new Uint8Array(piece))));
  for (let at = start; at < end; at += CHUNK) {
    const packed = await source.read(at, Math.min(end, at + CHUNK));
    if (!inflate) yield counted(packed);
    else {
      inflate.push(packed, at + CHUNK >= end);
      for (const piece of pieces) {
        yield piece;
        released(piece);
      }
      pieces = [];
    }
  }
  if (length !== size || sum !== crc) throw new Error(`${name} is damaged`);
}
