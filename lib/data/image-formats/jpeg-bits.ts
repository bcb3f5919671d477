/** The coded bits of a JPEG's scan (ITU-T T.81, F.2.2). */

/** So many bits are looked up at once; few codes are longer. */
const AHEAD = 8;

/** The codes of a Huffman table, and the symbols that they stand for. */
export class Codes {
  /** By the next eight bits: the symbol, and above it the length of its code; 0 where that is longer. */
  readonly #short = new Uint16Array(1 << AHEAD);
  /** By length: one more than the last code, and where the symbols of these codes are from. */
  readonly #ends = new Int32Array(17);
  readonly #offsets = new Int32Array(17);
  readonly #symbols = new Uint8Array(256);

  /** Takes a table: how many codes there are of each length, then their symbols. Returns the bytes that it takes. */
  define(bytes: Uint8Array, from: number): number {
    this.#short.fill(0);
    let [code, count] = [0, 0];
    for (let length = 1; length <= 16; length++) {
      this.#offsets[length] = count - code;
      for (let nth = bytes[from + length - 1]; nth > 0 && count < 256; nth--, code++, count++) {
        const symbol = bytes[from + 16 + count];
        this.#symbols[count] = symbol;
        if (length > AHEAD) continue;
        const first = code << (AHEAD - length);
        this.#short.fill((length << 8) | symbol, first, first + (1 << (AHEAD - length)));
      }
      this.#ends[length] = code;
      code <<= 1;
    }
    return 16 + count;
  }

  /** The next symbol; -1 where there is no such code. */
  next(bits: Bits): number {
    const found = this.#short[bits.peek(AHEAD)];
    if (found !== 0) {
      bits.skip(found >> 8);
      return found & 255;
    }
    for (let length = AHEAD + 1; length <= 16; length++) {
      const code = bits.peek(length);
      if (code >= this.#ends[length]) continue;
      bits.skip(length);
      return this.#symbols[code + this.#offsets[length]];
    }
    return -1;
  }
}

/** Reads the bits of a scan, up to the next marker. */
export class Bits {
  readonly #bytes: Uint8Array;
  #at: number;
  #buffer = 0;
  #count = 0;
  /** So many of the bits that are ahead aren't there. */
  #beyond = 0;

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#at = from;
  }

  /** Whether more bits were read than there are. */
  get isOver(): boolean {
    return this.#count < this.#beyond;
  }

  /** The next bits, at most 16. */
  peek(count: number): number {
    while (this.#count <= 24) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined || (byte === 0xff && this.#bytes[this.#at + 1] !== 0)) {
        this.#buffer <<= 8;
        this.#beyond += 8;
      } else {
        this.#buffer = (this.#buffer << 8) | byte;
        this.#at += byte === 0xff ? 2 : 1;
      }
      this.#count += 8;
    }
    return (this.#buffer >>> (this.#count - count)) & ((1 << count) - 1);
  }

  skip(count: number): void {
    this.#count -= count;
  }

  /** A number of so many bits; those that begin with 0 are negative. */
  signed(length: number): number {
    if (length === 0) return 0;
    const number = this.peek(length);
    this.skip(length);
    return number < 1 << (length - 1) ? number - (1 << length) + 1 : number;
  }

  /** Goes on behind a restart marker. Returns whether there is one. */
  restart(): boolean {
    if (this.isOver || this.#bytes[this.#at] !== 0xff || (this.#bytes[this.#at + 1] & 0xf8) !== 0xd0)
      return false;
    this.#at += 2;
    this.#buffer = 0;
    this.#count = 0;
    this.#beyond = 0;
    return true;
  }
}
