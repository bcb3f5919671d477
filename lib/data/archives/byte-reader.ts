import { released } from './released';

/** What lies across two parts, up to this many bytes, is put together in the same memory each time. */
const SEAM = 1 << 13;

/** Takes bytes from parts of any length, however they are cut. */
export class ByteReader {
  readonly #parts: AsyncIterator<Uint8Array<ArrayBuffer>>;
  #part = new Uint8Array(0);
  #at = 0;
  #seam: Uint8Array<ArrayBuffer> | null = null;

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

  /** The next of the bytes that are {@link ready}. Valid until more are waited for. */
  takeReady(count: number): Uint8Array<ArrayBuffer> {
    const taken = this.#part.subarray(this.#at, this.#at + count);
    this.#at += taken.length;
    return taken;
  }

  /** At most this many bytes: fewer where the parts end before. Valid until the next call. */
  async upTo(count: number): Promise<Uint8Array<ArrayBuffer>> {
    if (!(await this.more())) return new Uint8Array(0);
    if (this.ready >= count) return this.takeReady(count);
    if (count <= SEAM) return this.#overSeam(count);
    const gathered: Uint8Array<ArrayBuffer>[] = [];
    let missing = count;
    for await (const piece of this.pieces(count)) {
      gathered.push(piece.slice());
      missing -= piece.length;
    }
    return joined(gathered, count - missing);
  }

  async #overSeam(count: number): Promise<Uint8Array<ArrayBuffer>> {
    this.#seam ??= new Uint8Array(SEAM);
    let length = 0;
    while (length < count && (await this.more())) {
      const piece = this.takeReady(count - length);
      this.#seam.set(piece, length);
      length += piece.length;
    }
    return this.#seam.subarray(0, length);
  }

  /** The next bytes without taking them, at most this many. */
  async peek(count: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = (await this.upTo(count)).slice();
    if (this.#at >= bytes.length) this.#at -= bytes.length;
    else {
      const rest = this.#part.subarray(this.#at);
      this.#part = joined([bytes, rest], bytes.length + rest.length);
      this.#at = 0;
    }
    return bytes;
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
      const piece = this.takeReady(left);
      left -= piece.length;
      yield piece;
    }
  }

  /** All that is left, as it comes. */
  async *rest(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    try {
      yield* this.pieces(Number.MAX_SAFE_INTEGER);
    } finally {
      await this.end();
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
