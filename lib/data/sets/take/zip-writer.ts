/**
 * Writes a zip archive of stored files piece by piece, of any number of files: fflate's end record counts to 65,535, so
 * beyond that the longer one of PKWARE's APPNOTE 6.3 (4.3.14 to 4.3.16) is written before it. The archive itself stays
 * below 4 GB, as a set does.
 */
import { Zip, ZipPassThrough } from 'fflate';

/** All files of an archive have the date at which the format begins: the same files are the same bytes. */
const DATE = new Date(1980, 0, 1, 12);
/** From so many files on their number is in the longer record. */
const COUNT_ELSEWHERE = 0xffff;
const END_SIZE = 22;
const END_64_SIZE = 56;
const LOCATOR_SIZE = 20;
/** The version of the format that has the longer record. */
const VERSION = 45;

export class ZipWriter {
  readonly #zip: Zip;
  #count = 0;
  #written = 0;

  constructor(onBytes: (bytes: Uint8Array<ArrayBuffer>) => void) {
    this.#zip = new Zip((error, bytes, isLast) => {
      if (error) throw error;
      // The last piece is the directory with its end record.
      onBytes(
        isLast && this.#count >= COUNT_ELSEWHERE
          ? withLongEnd(bytes, this.#count, this.#written)
          : new Uint8Array(bytes),
      );
      this.#written += bytes.length;
    });
  }

  /** Adds a file as it is, uncompressed. */
  add(name: string, bytes: Uint8Array): void {
    const file = new ZipPassThrough(name);
    file.mtime = DATE;
    this.#zip.add(file);
    file.push(bytes, true);
    this.#count += 1;
  }

  end(): void {
    this.#zip.end();
  }
}

/** A directory that begins at `from`, with end records for any number of files instead of its own. */
function withLongEnd(piece: Uint8Array, count: number, from: number): Uint8Array<ArrayBuffer> {
  const size = piece.length - END_SIZE;
  const bytes = new Uint8Array(size + END_64_SIZE + LOCATOR_SIZE + END_SIZE);
  bytes.set(piece.subarray(0, size));
  const view = new DataView(bytes.buffer, size);
  const short = (at: number, value: number) => view.setUint16(at, value, true);
  const middle = (at: number, value: number) => view.setUint32(at, value, true);
  const long = (at: number, value: number) => view.setBigUint64(at, BigInt(value), true);
  middle(0, 0x06064b50);
  // Of what follows these two.
  long(4, END_64_SIZE - 12);
  short(12, VERSION);
  short(14, VERSION);
  long(24, count);
  long(32, count);
  long(40, size);
  long(48, from);
  const locator = END_64_SIZE;
  middle(locator, 0x07064b50);
  long(locator + 8, from + size);
  middle(locator + 16, 1);
  const end = locator + LOCATOR_SIZE;
  middle(end, 0x06054b50);
  short(end + 8, COUNT_ELSEWHERE);
  short(end + 10, COUNT_ELSEWHERE);
  middle(end + 12, size);
  middle(end + 16, from);
  return bytes;
}
