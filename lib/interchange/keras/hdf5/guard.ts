/**
 * Whether an HDF5 file is safe to read, by the format's specification, version 3.0 (docs.hdfgroup.org). The library that
 * reads it trusts addresses and counts: a file whose parts lead back to one another would keep it busy for ever, and one
 * that is cut off would be read beyond its end. So all parts are walked first, each once. Only what Keras writes gets
 * through: the oldest layout (superblock 0), with numbers that lie in one piece, uncompressed.
 */

import { Blocks, elementBytes, elementsIn } from './blocks';

/** Why a file is not read; `path` is that of the group or the numbers it is about, where that is known. */
interface Refusal {
  readonly is: 'damaged' | 'other layout' | 'linked' | 'in chunks';
  readonly path: string;
}
export type Verdict = { readonly is: 'sound' } | Refusal;

/** Ends the walk. */
class Refused extends Error {
  constructor(readonly verdict: Refusal) {
    super(verdict.is);
  }
}
const refuse = (is: Refusal['is'], path = ''): never => {
  throw new Refused({ is, path });
};
const damaged = (): never => refuse('damaged');
const other = (): never => refuse('other layout');

const TREE = 0x45455254;
const TABLE = 0x444f4e53;
const HEAP = 0x50414548;
const SUPERBLOCK = 96;
const HEADER = 16;
const MESSAGE = 8;
const NODE = 24;
const ROW = 40;
/** Links and attributes of the newer layout. */
const NEWER = [0x02, 0x15];
const LINK = 0x06;
/** A list of other files that hold a dataset's numbers. */
const OUTSIDE = 0x07;
const FILTERS = 0x0b;
const CHUNKED = 2;
/** The flag of a link that says its type. */
const LINK_TYPE = 8;
/** What stands in a symbol table where a soft link does. */
const SOFT = 2;
const SPACE = 0x01;
const TYPE = 0x03;
const LAYOUT = 0x08;
const CONTINUES = 0x10;
const SYMBOLS = 0x11;
const SHARED = 2;
const NOWHERE = 2 ** 64;
const LONGEST_NAME = 1024;

type Block = readonly [start: number, size: number];

/** A walk through a file that goes nowhere twice. */
class Walk {
  private readonly met = new Set<number>();
  /** Object headers still to be looked at, and their paths. */
  private readonly open: (readonly [header: number, path: string])[] = [];
  private readonly blocks = new Blocks();
  /** What the messages of the present object say of its numbers. */
  private said: { count?: number; each?: number; stored?: number } = {};

  constructor(private readonly view: DataView) {}

  private number(at: number, bytes: 1 | 2 | 4 | 8): number {
    if (!(at >= 0 && at + bytes <= this.view.byteLength)) damaged();
    if (bytes === 8) return Number(this.view.getBigUint64(at, true));
    if (bytes === 4) return this.view.getUint32(at, true);
    return bytes === 2 ? this.view.getUint16(at, true) : this.view.getUint8(at);
  }

  /** Whether this many bytes lie there, and no other part's. */
  private holds(at: number, size: number): void {
    if (!(at >= 0 && at + size <= this.view.byteLength)) damaged();
    this.blocks.take(at, size);
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
    this.open.push([this.number(64, 8), '']);
    this.holds(0, SUPERBLOCK);
    for (let next = this.open.pop(); next; next = this.open.pop()) this.object(...next);
    if (this.blocks.overlap()) damaged();
  }

  private object(at: number, path: string): void {
    this.enter(at);
    if (this.number(at, 1) !== 1) other();
    this.said = {};
    let isNewer = false;
    let left = this.number(at + 2, 2);
    const blocks: Block[] = [[at + HEADER, this.number(at + 8, 4)]];
    while (left > 0) {
      const [start, size] = blocks.shift() ?? damaged();
      this.holds(start, size);
      for (let place = start; place < start + size && left > 0; left--) {
        const further = this.message(place, path);
        if (further) blocks.push(further);
        // Its links, which may lead out of the file, are among the next messages.
        isNewer ||= NEWER.includes(this.number(place, 2));
        place += MESSAGE + this.number(place + 2, 2);
        if (place > start + size) damaged();
      }
    }
    if (isNewer) other();
    const { count, each, stored } = this.said;
    // So that none is cut off, and none is read as numbers of another size.
    if (stored !== undefined && count !== undefined && each !== undefined && count * each !== stored)
      damaged();
  }

  /** One message of an object; where it says that the object goes on elsewhere, that place and its size. */
  private message(at: number, path: string): Block | null {
    const type = this.number(at, 2);
    const body = at + MESSAGE;
    if ((this.number(at + 4, 1) & SHARED) !== 0) other();
    if (type === SYMBOLS) this.group(this.number(body, 8), this.number(body + 8, 8), path);
    const number = this.number.bind(this);
    if (type === SPACE) this.said.count = elementsIn(number, body);
    if (type === TYPE) this.said.each = elementBytes(number, body);
    if (type === LAYOUT) this.numbers(body, path);
    if (type === LINK) this.link(body, path);
    if (type === OUTSIDE) refuse('linked', path);
    if (type === FILTERS) refuse('in chunks', path);
    if (type !== CONTINUES) return null;
    const start = this.number(body, 8);
    this.enter(start);
    return [start, this.number(body + 8, 8)];
  }

  /** A link of the newer layout: a hard one unless its flags say that a type follows, which is 0 for these. */
  private link(at: number, path: string): void {
    const hasType = (this.number(at + 1, 1) & LINK_TYPE) !== 0;
    if (hasType && this.number(at + 2, 1) !== 0) refuse('linked', path);
    other();
  }

  /** Where a dataset's numbers lie. */
  private numbers(at: number, path: string): void {
    if (this.number(at, 1) !== 3) other();
    if (this.number(at + 1, 1) === CHUNKED) refuse('in chunks', path);
    if (this.number(at + 1, 1) !== 1) other();
    const start = this.number(at + 2, 8);
    if (start >= NOWHERE - 1) return;
    this.said.stored = this.number(at + 10, 8);
    this.holds(start, this.said.stored);
  }

  private group(tree: number, heap: number, path: string): void {
    this.enter(heap);
    if (this.number(heap, 4) !== HEAP) damaged();
    const names: Block = [this.number(heap + 24, 8), this.number(heap + 8, 8)];
    this.holds(...names);
    this.node(tree, null, names, path);
  }

  /** A node of a group's tree: others one level below, or tables. */
  private node(at: number, level: number | null, names: Block, path: string): void {
    this.enter(at);
    if (this.number(at, 4) !== TREE || this.number(at + 4, 1) !== 0) damaged();
    const own = this.number(at + 5, 1);
    if (level !== null && own !== level) damaged();
    const count = this.number(at + 6, 2);
    for (let nth = 0; nth < count; nth++) {
      const child = this.number(at + NODE + 8 + nth * 16, 8);
      if (own > 0) this.node(child, own - 1, names, path);
      else this.table(child, names, path);
    }
  }

  private table(at: number, names: Block, path: string): void {
    this.enter(at);
    if (this.number(at, 4) !== TABLE) damaged();
    const count = this.number(at + 6, 2);
    this.holds(at + 8, count * ROW);
    for (let nth = 0; nth < count; nth++) {
      const name = this.name(names, this.number(at + 8 + nth * ROW, 8));
      const full = path ? `${path}/${name}` : name;
      const kind = this.number(at + 8 + nth * ROW + 16, 4);
      // Soft links lead by names, which could go round in circles.
      if (kind === SOFT) refuse('linked', full);
      if (kind > SOFT) other();
      this.open.push([this.number(at + 8 + nth * ROW + 8, 8), full]);
    }
  }

  /** A name ends with a zero, inside of the group's names. */
  private name([start, size]: Block, at: number): string {
    for (let place = at; place < Math.min(size, at + LONGEST_NAME); place++)
      if (this.number(start + place, 1) === 0)
        return new TextDecoder().decode(
          new Uint8Array(this.view.buffer, this.view.byteOffset + start + at, place - at),
        );
    return damaged();
  }
}

/** Walks the file. */
export function verdictOn(bytes: Uint8Array): Verdict {
  try {
    new Walk(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)).run();
    return { is: 'sound' };
  } catch (error) {
    if (error instanceof Refused) return error.verdict;
    throw error;
  }
}
