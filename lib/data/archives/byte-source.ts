import { discarded } from './released';

/** Bytes that are read in parts, so that a large file need never be in memory as a whole. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from one offset up to another. Valid until the next call. @throws Error where they can't be read any more. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Many small parts that follow one another are read at once. */
const WINDOW = 1 << 17;

/** Bytes that are in memory already. */
export const inMemory = (bytes: Uint8Array<ArrayBuffer>): ByteSource => ({
  size: bytes.length,
  read: async (from, to) => bytes.subarray(from, to),
});

/** A file's bytes. What follows a requested part is read with it, because it is requested next. */
export function ofBlob(blob: Blob): ByteSource {
  let start = 0;
  let window = new Uint8Array(0);
  return {
    size: blob.size,
    async read(from, to) {
      if (from < start || to > start + window.length) {
        discarded(window);
        window = new Uint8Array(0);
        window = new Uint8Array(await blob.slice(from, Math.max(to, from + WINDOW)).arrayBuffer());
        start = from;
      }
      return window.subarray(from - start, to - start);
    },
  };
}

/** The first part of a file: often only its beginning is wanted, and what is unpacked from a part is several times as long. */
const FIRST_PART = 1 << 13;
/** What the browser makes of larger ones is many times as much, all at once. */
const LONGEST_PART = 1 << 16;

/** The parts of a file, one after the other, longer and longer; each is valid until the next. */
export async function* partsOf(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (
    let from = 0, to = FIRST_PART;
    from < blob.size;
    [from, to] = [to, to + Math.min(2 * (to - from), LONGEST_PART)]
  ) {
    const part = new Uint8Array(await blob.slice(from, to).arrayBuffer());
    try {
      yield part;
    } finally {
      // Also where nobody wants the next one.
      discarded(part);
    }
  }
}
