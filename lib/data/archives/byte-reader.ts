import { released } from './released';

/** Takes bytes from parts of any length, however they are cut. */
export class ByteReader {
  readonly #parts: AsyncIterator<Uint8Array<ArrayBuffer>>;
  #part = new Uint8Array(0);
  #at = 0;

  constructor(parts: AsyncIterable<Uint8Array<ArrayBuffer>>) {
    this.#parts = parts[Symbol.asyncIterator]();
  }

  /** Whether there is anything left. */
  async more(): Promise<boolean> {
    while (this.#at >= this.#part.length) {
      const { done, value } = await this.#parts.next();
      if (done) return false;
      this.#part = value;
      this.#at = 0;
    }
    return true;
  }

  /** So many bytes can be taken without waiting for more to come, and without copying them. */
  get ready(): number {
    return this.#part.length - this.#at;
  }

  /** At most this many bytes: fewer where the parts end before. Valid until the next call. */
  async upTo(count: number): Promise<Uint8Array<ArrayBuffer>> {
    if (!(await this.more())) return new Uint8Array(0);
    const here = this.#part.subarray(this.#at, this.#at + count);
    if (here.length === count) {
      this.#at += count;
      return here;
    }
    const gathered: Uint8Array<ArrayBuffer>[] = [];
    let missing = count;
    for await (const piece of this.pieces(count)) {
      gathered.push(piece.slice());
      missing -= piece.length;
    }
    return joined(gathered, count - missing);
  }

  /** Exactly this many bytes. @throws EndedError where there are fewer. */
  async take(count: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.upTo(count);
    if (bytes.length < count) throw new EndedError(`${bytes.length} bytes instead of ${count}`);
    return bytes;
  }

  /** The next bytes as they come, at most this many. */
  async *pieces(count: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let left = count; left > 0 && (await this.more()); ) {
      const piece = this.#part.subarray(this.#at, this.#at + left);
      this.#at += piece.length;
      left -= piece.length;
      yield piece;
    }
  }

  /** Nothing more is wanted: a source that is being unpacked stops. */
  async end(): Promise<void> {
    await this.#parts.return?.();
  }
}

/** What is read is cut off. */
export class EndedError extends Error {}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** All bytes of some parts, in memory of their own. @throws RangeError, before more is held, where they are more than `most`. */
export async function gathered(
  parts: AsyncIterable<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of parts) {
    length += piece.length;
    if (length > most) throw new RangeError(`more than ${most} bytes`);
    pieces.push(piece.slice());
  }
  if (pieces.length === 1) return pieces[0];
  const bytes = joined(pieces, length);
  for (const piece of pieces) released(piece);
  return bytes;
}
