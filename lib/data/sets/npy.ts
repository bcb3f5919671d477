/**
 * NumPy's arrays (NEP 1): "\x93NUMPY", a version, the length of a header; the header, a Python dictionary with the type, the
 * order and the axes; the values.
 */
import type { ByteReader } from '../archives/byte-reader';

/** The head of an array, before its values. */
export interface NpyHead {
  /** The type as NumPy writes it: "|u1", "<i8". */
  readonly type: string;
  readonly shape: readonly number[];
  /** The first axis runs fastest, instead of the last. */
  readonly fortran: boolean;
  /** So many bytes are before the values. */
  readonly head: number;
}

const MAGIC = [0x93, ...new TextEncoder().encode('NUMPY')];
const LONGEST_HEAD = 1 << 16;

/** Reads the head of an array. @throws RangeError where it is none. */
export async function readNpyHead(reader: ByteReader): Promise<NpyHead> {
  const start = (await reader.take(8)).slice();
  if (MAGIC.some((byte, at) => start[at] !== byte)) throw new RangeError('this is no NumPy array');
  const lengthBytes = start[6] === 1 ? 2 : 4;
  const length = (await reader.take(lengthBytes)).reduceRight((number, byte) => number * 256 + byte, 0);
  if (length > LONGEST_HEAD) throw new RangeError(`a header of ${length} bytes`);
  const text = new TextDecoder('latin1').decode(await reader.take(length));
  const type = /'descr':\s*'([^']*)'/.exec(text)?.[1];
  const order = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const axes = /'shape':\s*\(([\d,\sL]*)\)/.exec(text)?.[1];
  if (axes === undefined || order === undefined) throw new RangeError(`a header without axes: ${text}`);
  const shape = [...axes.matchAll(/\d+/g)].map(([length]) => Number(length));
  // Of records there is a list of types instead of one.
  return { type: type ?? '|V', shape, fortran: order === 'True', head: 8 + lengthBytes + length };
}

/** How a whole number is read, by its type without the byte order. */
const READERS: Readonly<
  Record<string, readonly [bytes: number, read: (view: DataView, at: number, little: boolean) => number]>
> = {
  u1: [1, (view, at) => view.getUint8(at)],
  i1: [1, (view, at) => view.getInt8(at)],
  u2: [2, (view, at, little) => view.getUint16(at, little)],
  i2: [2, (view, at, little) => view.getInt16(at, little)],
  u4: [4, (view, at, little) => view.getUint32(at, little)],
  i4: [4, (view, at, little) => view.getInt32(at, little)],
  u8: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
  i8: [8, (view, at, little) => Number(view.getBigInt64(at, little))],
};

/** Whether an array of this type holds whole numbers. */
export const isWhole = (type: string): boolean => type.slice(1) in READERS;

/** Whether an array of this type holds Python's objects, which only running a program would bring back. */
export const isPickled = (type: string): boolean => type.includes('O');

/** Reads `count` whole numbers. @throws EndedError where there are fewer. */
export async function readWhole(reader: ByteReader, type: string, count: number): Promise<readonly number[]> {
  const [bytes, read] = READERS[type.slice(1)];
  const values = await reader.take(count * bytes);
  const view = new DataView(values.buffer, values.byteOffset, values.byteLength);
  return Array.from({ length: count }, (_, at) => read(view, at * bytes, type[0] !== '>'));
}
