/**
 * Writes HDF5 files (specification version 3.0, docs.hdfgroup.org) in the oldest layout, which every reader knows:
 * superblock 0, groups as a tree of symbol tables, numbers uncompressed in one piece. No attributes, no links.
 */
import { joined } from '../network';
import { datasetHeader, groupHeader, NOWHERE, type Part, pack, padded, text } from './hdf5-headers';

/** Numbers of 32 bits: floats, or whole and without sign. */
export interface Hdf5Dataset {
  readonly shape: readonly number[];
  readonly values: Float32Array | Uint32Array;
}
export interface Hdf5Group {
  readonly [name: string]: Hdf5Group | Hdf5Dataset;
}

const isDataset = (node: Hdf5Group | Hdf5Dataset): node is Hdf5Dataset =>
  ArrayBuffer.isView(node.values) && Array.isArray(node.shape);

const SUPERBLOCK = 96;
/** The end of a heap's list of free blocks. */
const NONE_FREE = 1n;
/** Half of the children of a tree's node. */
const HALF_CHILDREN = 16;
/** Half of the rows of a symbol table; Keras's library has 4, which is enough for 256 layers in one node. */
const LEAST_HALF_ROWS = 4;

/** Names in the order in which the format compares them: by their bytes. */
function byBytes(one: string, other: string): number {
  const [a, b] = [text(one), text(other)];
  const at = a.findIndex((byte, place) => byte !== b[place]);
  return at < 0 ? a.length - b.length : a[at] - (b[at] ?? -1);
}

/** The most entries that any group has. */
const mostEntries = (group: Hdf5Group): number =>
  Math.max(
    Object.keys(group).length,
    ...Object.values(group).map((node) => (isDataset(node) ? 0 : mostEntries(node))),
  );

/** Lays parts out one after another, each at an address that is a multiple of eight. */
class Layout {
  private readonly blocks: Uint8Array[] = [];
  private end = SUPERBLOCK;

  constructor(private readonly halfRows: number) {}

  private place(bytes: Uint8Array): number {
    const at = this.end;
    this.blocks.push(padded(bytes));
    this.end += Math.ceil(bytes.length / 8) * 8;
    return at;
  }

  private dataset({ shape, values }: Hdf5Dataset): number {
    const { buffer, byteOffset, byteLength } = values;
    const start = byteLength > 0 ? this.place(new Uint8Array(buffer, byteOffset, byteLength)) : NOWHERE;
    return this.place(datasetHeader(shape, values instanceof Float32Array, start, byteLength));
  }

  /** A symbol table: names as places in the heap, and the headers of what they name. Its room is always the same. */
  private table(rows: readonly (readonly [name: number, header: number])[]): number {
    const parts = rows.flatMap(([name, header]): Part[] => [
      [8, name],
      [8, header],
      [8, 0],
      [8, 0],
      [8, 0],
    ]);
    const bytes = pack([text('SNOD'), [1, 1], [1, 0], [2, rows.length], ...parts]);
    return this.place(padded(bytes, 8 + 2 * this.halfRows * 40));
  }

  /** A group with everything in it; answers the address of its header. */
  group(group: Hdf5Group): number {
    const names: Uint8Array[] = [new Uint8Array(8)];
    let heapEnd = 8;
    const rows = Object.keys(group)
      .toSorted(byBytes)
      .map((name) => {
        const node = group[name];
        const row = [heapEnd, isDataset(node) ? this.dataset(node) : this.group(node)] as const;
        names.push(padded(pack([text(name), [1, 0]])));
        heapEnd += names[names.length - 1].length;
        return row;
      });
    const data = this.place(joined(names));
    const heap = this.place(pack([text('HEAP'), [4, 0], [8, heapEnd], [8, NONE_FREE], [8, data]]));
    const most = 2 * this.halfRows;
    const children: Part[] = [];
    for (let at = 0; at < rows.length; at += most) {
      const own = rows.slice(at, at + most);
      children.push([8, this.table(own)], [8, own[own.length - 1][0]]);
    }
    const node = pack([
      text('TREE'),
      [1, 0],
      [1, 0],
      [2, children.length / 2],
      [8, NOWHERE],
      [8, NOWHERE],
      [8, 0],
      ...children,
    ]);
    const tree = this.place(padded(node, 24 + (4 * HALF_CHILDREN + 1) * 8));
    return this.place(groupHeader(tree, heap));
  }

  file(root: number): Uint8Array<ArrayBuffer> {
    const superblock = pack([
      Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a),
      [4, 0],
      [1, 0],
      [1, 8],
      [1, 8],
      [1, 0],
      [2, this.halfRows],
      [2, HALF_CHILDREN],
      [4, 0],
      [8, 0],
      [8, NOWHERE],
      [8, this.end],
      [8, NOWHERE],
      [8, 0],
      [8, root],
      [8, 0],
      [8, 0],
      [8, 0],
    ]);
    return joined([superblock, ...this.blocks]);
  }
}

/** A file with these groups and datasets. Names must not have a "/". */
export function writeHdf5(root: Hdf5Group): Uint8Array<ArrayBuffer> {
  const halfRows = Math.max(LEAST_HALF_ROWS, Math.ceil(mostEntries(root) / (4 * HALF_CHILDREN)));
  const layout = new Layout(halfRows);
  return layout.file(layout.group(root));
}
