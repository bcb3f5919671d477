/** The headers of groups and datasets in an HDF5 file: lists of messages (specification version 3.0, IV.A). */
import { joined } from '../network';

/** An address that leads nowhere. */
export const NOWHERE = 0xffff_ffff_ffff_ffffn;

type Size = 1 | 2 | 4 | 8;
/** A number with the bytes it takes, little-endian; other parts are bytes already. */
export type Part = readonly [size: Size, value: number | bigint] | Uint8Array;

/** Parts one after another. */
export function pack(parts: readonly Part[]): Uint8Array {
  return joined(
    parts.map((part) => {
      if (part instanceof Uint8Array) return part;
      const [size, value] = part;
      const bytes = new Uint8Array(8);
      new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
      return bytes.subarray(0, size);
    }),
  );
}

export const text = (letters: string) => new TextEncoder().encode(letters);
/** Zeros behind, up to a multiple of eight bytes or a length. */
export function padded(bytes: Uint8Array, length = Math.ceil(bytes.length / 8) * 8): Uint8Array {
  const whole = new Uint8Array(length);
  whole.set(bytes);
  return whole;
}

const message = (type: number, parts: readonly Part[]): Uint8Array => {
  const body = padded(pack(parts));
  return pack([[2, type], [2, body.length], [4, 0], body]);
};

const objectHeader = (messages: readonly Uint8Array[]): Uint8Array => {
  const body = joined(messages);
  return pack([[1, 1], [1, 0], [2, messages.length], [4, 1], [4, body.length], [4, 0], body]);
};

/** The type of a float: IEEE 754, 32 bits, 8 of exponent and 23 of fraction. */
const FLOAT: readonly Part[] = [
  [1, 0x11],
  [1, 0x20],
  [1, 31],
  [1, 0],
  [4, 4],
  [2, 0],
  [2, 32],
  [1, 23],
  [1, 8],
  [1, 0],
  [1, 23],
  [4, 127],
];
/** That of a whole number without sign. */
const WHOLE: readonly Part[] = [
  [1, 0x10],
  [1, 0],
  [2, 0],
  [4, 4],
  [2, 0],
  [2, 32],
];

/** The header of a group: where its tree and its names lie. */
export const groupHeader = (tree: number, heap: number): Uint8Array =>
  objectHeader([
    message(0x11, [
      [8, tree],
      [8, heap],
    ]),
  ]);

/** The header of a dataset: its shape, the type of its numbers, and where they lie, in this many bytes. */
export function datasetHeader(
  shape: readonly number[],
  isFloat: boolean,
  start: number | bigint,
  size: number,
): Uint8Array {
  const lengths = shape.map((length): Part => [8, length]);
  return objectHeader([
    message(0x01, [[1, 1], [1, shape.length], [1, 0], [1, 0], [4, 0], ...lengths]),
    message(0x03, isFloat ? FLOAT : WHOLE),
    // No fill value: space is taken late, and filled where one is set.
    message(0x05, [
      [1, 2],
      [1, 2],
      [1, 2],
      [1, 0],
    ]),
    message(0x08, [
      [1, 3],
      [1, 1],
      [8, start],
      [8, size],
    ]),
  ]);
}
