import { growing } from './growing';
import { released } from './released';

/** Longer texts are no arguments of one call. */
const LONGEST_PLAIN = 4096;

/** The text of bytes in UTF-8; where each is a letter, without any other object. */
export function textOf(bytes: Uint8Array): string {
  const isPlain = bytes.length <= LONGEST_PLAIN && bytes.every((byte) => byte < 128);
  return isPlain ? Reflect.apply(String.fromCharCode, null, bytes) : new TextDecoder().decode(bytes);
}

/**
 * The files of a folder or archive: their paths, with "/" between the parts, and their sizes. They lie in flat memory: tens of
 * thousands of objects would make the heap grow for as long as the files are read.
 */
export class Listing {
  readonly #paths;
  /** Where the path of each file ends, and the next begins. */
  readonly #ends;
  readonly #sizes;

  /** For about this many files with this many bytes of paths; more may come. */
  constructor(count = 0, bytes = 0) {
    this.#paths = growing(Uint8Array, bytes);
    this.#ends = growing(Uint32Array, count);
    this.#sizes = growing(Float64Array, count);
  }

  get length(): number {
    return this.#sizes.length;
  }

  /** Adds a file; its path as text or in UTF-8. */
  add(path: string | Uint8Array, size: number): void {
    this.#paths.addAll(typeof path === 'string' ? new TextEncoder().encode(path) : path);
    this.#ends.add(this.#paths.length);
    this.#sizes.add(size);
  }

  path(at: number): string {
    return textOf(this.#pathOf(at));
  }

  /** In bytes, as stored: a gzipped file is unpacked by its reader. */
  size(at: number): number {
    return this.#sizes.values[at];
  }

  /** The places of the files whose paths fit, in their order here. */
  where(fits: (path: string) => boolean): readonly number[] {
    const places: number[] = [];
    for (let at = 0; at < this.length; at++) if (fits(this.path(at))) places.push(at);
    return places;
  }

  /** All places, sorted by the files' paths. */
  order(): Uint32Array<ArrayBuffer> {
    const order = new Uint32Array(this.length);
    for (let at = 0; at < order.length; at++) order[at] = at;
    return order.sort((a, b) => this.#compare(a, b));
  }

  /** The place of a file whose path another one has too; -1 where there is none. */
  repeated(): number {
    const order = this.order();
    let found = -1;
    for (let nth = 1; nth < order.length && found < 0; nth++)
      if (this.#compare(order[nth - 1], order[nth]) === 0) found = order[nth];
    released(order);
    return found;
  }

  #startOf(at: number): number {
    return at === 0 ? 0 : this.#ends.values[at - 1];
  }

  #pathOf(at: number): Uint8Array {
    return this.#paths.values.subarray(this.#startOf(at), this.#ends.values[at]);
  }

  #compare(a: number, b: number): number {
    const [from, other] = [this.#startOf(a), this.#startOf(b)];
    const [length, otherLength] = [this.#ends.values[a] - from, this.#ends.values[b] - other];
    const bytes = this.#paths.values;
    const shared = Math.min(length, otherLength);
    for (let at = 0; at < shared; at++) {
      const difference = bytes[from + at] - bytes[other + at];
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }
}

/** A listing of some files. */
export function listed(files: Iterable<readonly [path: string, size: number]>): Listing {
  const listing = new Listing();
  for (const [path, size] of files) listing.add(path, size);
  return listing;
}
