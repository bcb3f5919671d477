/** The numbers of a stored tensor, whichever of the ways of storing them a file chose. */
import { fromHalf } from '@/lib/checkpoint/half';
import words from '@/words/interchange-onnx';
import { refuse } from '../refusal';
import type { StoredTensor } from './messages';

/** The types of numbers in onnx.proto3. */
export const FLOAT = 1;
const INT32 = 6;
const INT64 = 7;
export const HALF = 10;
export const DOUBLE = 11;
/** How errors and the message for other types call them. */
const NAMES: Readonly<Record<number, string>> = {
  2: 'uint8',
  3: 'int8',
  4: 'uint16',
  5: 'int16',
  6: 'int32',
  7: 'int64',
  8: 'string',
  9: 'bool',
  12: 'uint32',
  13: 'uint64',
  16: 'bfloat16',
};

export const typeName = (type: number | null): string => NAMES[type ?? 0] ?? `${type ?? 0}`;

/** How shapes are written: "64 × 3 × 3 × 3". */
export const written = (dims: readonly (number | string)[]): string =>
  dims.length === 0 ? words.aNumber() : dims.slice(0, 8).join(' × ');

interface Reading {
  readonly bytes: number;
  readonly at: (view: DataView, offset: number) => number;
  /** The list that holds them where they don't lie as bytes. */
  readonly list: (tensor: StoredTensor) => readonly number[];
  readonly from?: (stored: number) => number;
}

const REAL: Readonly<Record<number, Reading>> = {
  [FLOAT]: { bytes: 4, at: (view, offset) => view.getFloat32(offset, true), list: ({ floats }) => floats },
  [DOUBLE]: { bytes: 8, at: (view, offset) => view.getFloat64(offset, true), list: ({ doubles }) => doubles },
  [HALF]: {
    bytes: 2,
    at: (view, offset) => fromHalf(view.getUint16(offset, true)),
    list: ({ ints }) => ints,
    from: (bits) => fromHalf(bits & 0xffff),
  },
};
const WHOLE: Readonly<Record<number, Reading>> = {
  [INT64]: {
    bytes: 8,
    at: (view, offset) => Number(view.getBigInt64(offset, true)),
    list: ({ longs }) => longs,
  },
  [INT32]: { bytes: 4, at: (view, offset) => view.getInt32(offset, true), list: ({ ints }) => ints },
};

/** How many numbers a tensor says it has. Infinite or NaN where its axes are none. */
const countOf = (dims: readonly number[]): number =>
  dims.every((n) => Number.isSafeInteger(n) && n >= 0) ? dims.reduce((all, n) => all * n, 1) : Number.NaN;

/** The numbers as a function of their place, once it is sure that all are there. */
function placesOf(tensor: StoredTensor, reading: Reading): { count: number; at: (place: number) => number } {
  const { name, dims, raw, external } = tensor;
  if (external) refuse(words.external(), name);
  const list = reading.list(tensor);
  const there = raw ? raw.length / reading.bytes : list.length;
  const count = countOf(dims);
  if (there !== count)
    refuse(words.tensorSize({ name: name.slice(0, 60), shape: written(dims), count: there }));
  if (!raw) return { count, at: (place) => (reading.from ? reading.from(list[place]) : list[place]) };
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  return { count, at: (place) => reading.at(view, place * reading.bytes) };
}

/** How many real numbers a tensor holds, and each of them by its place. @throws Refusal where it holds something else. */
export function realNumbers(tensor: StoredTensor): {
  readonly count: number;
  readonly at: (place: number) => number;
} {
  const reading = REAL[tensor.type];
  if (!reading) refuse(words.tensorType({ name: tensor.name.slice(0, 60), type: typeName(tensor.type) }));
  return placesOf(tensor, reading);
}

/** Lists of whole numbers are about axes; a longer one is something else. */
const MOST_WHOLE = 64;

/** Whether a tensor holds whole numbers that {@link wholeNumbers} reads. */
export const isWhole = ({ type }: StoredTensor): boolean => WHOLE[type] !== undefined;

/** The whole numbers of a short list. @throws Refusal where a tensor holds something else. */
export function wholeNumbers(tensor: StoredTensor): readonly number[] {
  const reading = WHOLE[tensor.type];
  if (!reading) refuse(words.tensorType({ name: tensor.name.slice(0, 60), type: typeName(tensor.type) }));
  const { count, at } = placesOf(tensor, reading);
  if (count > MOST_WHOLE) refuse(words.damaged(), `${tensor.name}: a list of ${count}`);
  return Array.from({ length: count }, (_, place) => at(place));
}
