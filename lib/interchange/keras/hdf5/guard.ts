/**
 * Whether an HDF5 file is safe to read, by the format's specification, version 3.0 (docs.hdfgroup.org). The library that
 * reads it trusts addresses and counts: a file whose parts lead back to one another would keep it busy for ever, and one
 * that is cut off would be read beyond its end. So all parts are walked first, each once. Only what Keras writes gets
 * through: the oldest layout (superblock 0), with numbers that lie in one piece, uncompressed.
 */

export type Verdict = 'sound' | 'damaged' | 'other layout';

/** Ends the walk. */
class Refused extends Error {
  constructor(readonly verdict: Verdict) {
    super(verdict);
  }
}
const damaged = (): never => {
  throw new Refused('damaged');
};
const other = (): never => {
  throw new Refused('other layout');
};

const TREE = 0x45455254;
const TABLE = 0x444f4e53;
const HEAP = 0x50414548;
const SUPERBLOCK = 96;
const HEADER = 16;
const MESSAGE = 8;
const NODE = 24;
const ROW = 40;
/** Links and attributes of the newer layout, filters. */
const NEWER = [0x02, 0x06, 0x0b, 0x15];
const LAYOUT = 0x08;
const CONTINUES = 0x10;
const SYMBOLS = 0x11;
const SHARED = 2;
const NOWHERE = 2 ** 64;
const MOST_TIMES = 2;
const LONGEST_NAME = 1024;

type Block = readonly [start: number, size: number];

/** A walk through a file that goes nowhere twice. */
class Walk {
  private readonly met = new Set<number>();
  /** Object headers still to be looked at. */
  private readonly open: number[] = [];
  private held = 0;

  constructor(private readonly view: DataView) {}

  private number(at: number, bytes: 1 | 2 | 4 | 8): number {
    if (!(at >= 0 && at + bytes <= this.view.byteLength)) damaged();
    if (bytes === 8) return Number(this.view.getBigUint64(at, true));
    if (bytes === 4) return this.view.getUint32(at, true);
    return bytes === 2 ? this.view.getUint16(at, true) : this.view.getUint8(at);
  }

  /** Whether so many bytes lie there. Parts that lie over one another are together more than there is. */
  private holds(at: number, size: number): void {
    if (!(at >= 0 && at + size <= this.view.byteLength)) damaged();
    this.held += size;
    if (this.held > MOST_TIMES * this.view.byteLength) damaged();
  }

  private enter(at: number): void {
    if (this.met.has(at)) damaged();
    this.met.add(at);
  }

  run(): void {
    if (this.number(8, 1) !== 0) other();
    if (this.number(13, 1) !== 8 || this.number(14, 1) !== 8 || this.number(24, 8) !== 0) other();
    // The end that the file says it has: one that is cut off ends before.
    if (this.number(40, 8) > this.view.byteLength) damaged();
    this.open.push(this.number(64, 8));
    this.holds(0, SUPERBLOCK);
    for (let at = this.open.pop(); at !== undefined; at = this.open.pop()) this.object(at);
  }

  private object(at: number): void {
    this.enter(at);
    if (this.number(at, 1) !== 1) other();
    let left = this.number(at + 2, 2);
    const blocks: Block[] = [[at + HEADER, this.number(at + 8, 4)]];
    while (left > 0) {
      const [start, size] = blocks.shift() ?? damaged();
      this.holds(start, size);
      for (let place = start; place < start + size && left > 0; left--) {
        const further = this.message(place);
        if (further) blocks.push(further);
        place += MESSAGE + this.number(place + 2, 2);
        if (place > start + size) damaged();
      }
    }
  }

  /** One message of an object; where it says that the object goes on elsewhere, that place and its size. */
  private message(at: number): Block | null {
    const type = this.number(at, 2);
    const body = at + MESSAGE;
    if (NEWER.includes(type) || (this.number(at + 4, 1) & SHARED) !== 0) other();
    if (type === SYMBOLS) this.group(this.number(body, 8), this.number(body + 8, 8));
    if (type === LAYOUT) this.numbers(body);
    if (type !== CONTINUES) return null;
    const start = this.number(body, 8);
    this.enter(start);
    return [start, this.number(body + 8, 8)];
  }

  /** Where a dataset's numbers lie. */
  private numbers(at: number): void {
    if (this.number(at, 1) !== 3 || this.number(at + 1, 1) !== 1) other();
    const start = this.number(at + 2, 8);
    if (start < NOWHERE - 1) this.holds(start, this.number(at + 10, 8));
  }

  private group(tree: number, heap: number): void {
    this.enter(heap);
    if (this.number(heap, 4) !== HEAP) damaged();
    const names: Block = [this.number(heap + 24, 8), this.number(heap + 8, 8)];
    this.holds(...names);
    this.node(tree, null, names);
  }

  /** A node of a group's tree: others one level below, or tables. */
  private node(at: number, level: number | null, names: Block): void {
    this.enter(at);
    if (this.number(at, 4) !== TREE || this.number(at + 4, 1) !== 0) damaged();
    const own = this.number(at + 5, 1);
    if (level !== null && own !== level) damaged();
    const count = this.number(at + 6, 2);
    for (let nth = 0; nth < count; nth++) {
      const child = this.number(at + NODE + 8 + nth * 16, 8);
      if (own > 0) this.node(child, own - 1, names);
      else this.table(child, names);
    }
  }

  private table(at: number, names: Block): void {
    this.enter(at);
    if (this.number(at, 4) !== TABLE) damaged();
    const count = this.number(at + 6, 2);
    this.holds(at + 8, count * ROW);
    for (let nth = 0; nth < count; nth++) {
      this.name(names, this.number(at + 8 + nth * ROW, 8));
      // Soft links lead by names, which could go round in circles.
      if (this.number(at + 8 + nth * ROW + 16, 4) > 1) other();
      this.open.push(this.number(at + 8 + nth * ROW + 8, 8));
    }
  }

  /** A name ends with a zero, inside of the group's names. */
  private name([start, size]: Block, at: number): void {
    for (let place = at; place < Math.min(size, at + LONGEST_NAME); place++)
      if (this.number(start + place, 1) === 0) return;
    damaged();
  }
}

/** Walks the file. */
export function verdictOn(bytes: Uint8Array): Verdict {
  try {
    new Walk(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)).run();
    return 'sound';
  } catch (error) {
    if (error instanceof Refused) return error.verdict;
    throw error;
  }
}
