import { growing } from './growing';
import { released } from './released';

/** The paths of so many files in a row are made text together: each on its own would leave several objects behind. */
const TOGETHER = 16;

/** Longer texts are no arguments of one call. */
const LONGEST_PLAIN = 4096;

/** The text of bytes each of which is a letter; null where one isn't, or they are too many. */
function plainText(bytes: Uint8Array): string | null {
  if (bytes.length > LONGEST_PLAIN) return null;
  const text: string = Reflect.apply(String.fromCharCode, null, bytes);
  return /[^\0-\x7f]/.test(text) ? null : text;
}

/** The text of bytes in UTF-8; where each is a letter, without any other object: a decoder leaves something behind each time. */
export const textOf = (bytes: Uint8Array): string => plainText(bytes) ?? new TextDecoder().decode(bytes);

/**
 * The files of a folder or archive: their paths, with "/" between the parts, and their sizes. They lie in flat memory: tens of
 * thousands of objects would make the heap grow for as long as the files are read.
 */
export class Listing {
  readonly #paths;
  /** Where the path of each file ends, and the next begins. */
  readonly #ends;
  readonly #sizes;
  /** Of the files from this one on, the paths in one text; null where it isn't a letter for each byte. */
  #group: { readonly from: number; readonly text: string | null } | null = null;

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
    this.#group = null;
  }

  path(at: number): string {
    const from = at - (at % TOGETHER);
    if (this.#group?.from !== from) this.#group = { from, text: this.#textFrom(from) };
    const { text } = this.#group;
    if (text === null) return textOf(this.#bytesOf(at, at + 1));
    const start = this.#startOf(from);
    return text.slice(this.#startOf(at) - start, this.#ends.values[at] - start);
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

  /** The paths of the files from one place up to another. */
  #bytesOf(from: number, to: number): Uint8Array {
    return this.#paths.values.subarray(this.#startOf(from), this.#ends.values[to - 1]);
  }

  #textFrom(from: number): string | null {
    return plainText(this.#bytesOf(from, Math.min(from + TOGETHER, this.length)));
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
