/*
 * IDX, the format that MNIST is published in (LeCun, Cortes and Burges): two bytes of 0, the type of the values, the number
 * of axes, the length of each axis in four bytes, largest first; then the values.
 */

/** The type that stands for unsigned bytes, the only one that labelled images come in. */
const UNSIGNED_BYTES = 0x08;
const LENGTH_BYTES = 4;

/** An array of bytes and its axes: [images, height, width] or [images]. */
export interface IdxArray {
  readonly shape: readonly number[];
  readonly values: Uint8Array;
}

/** The axes of an IDX file, and where its values begin. */
export interface IdxHead {
  readonly shape: readonly number[];
  readonly from: number;
}

/** So many axes at most have a head of 16 + 4 bytes. */
export const LONGEST_HEAD = 20;

/**
 * Reads the axes of an IDX file of unsigned bytes; the first bytes suffice.
 * @throws RangeError when it is none, or holds other values.
 */
export function readIdxHead(file: Uint8Array): IdxHead {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < LENGTH_BYTES || view.getUint16(0) !== 0) throw new RangeError('this is no IDX file');
  const [type, axes] = [view.getUint8(2), view.getUint8(3)];
  if (type !== UNSIGNED_BYTES) throw new RangeError(`unsigned bytes are needed here, not type ${type}`);
  const from = LENGTH_BYTES * (1 + axes);
  if (file.length < from) throw new RangeError('the IDX file ends within its axes');
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(LENGTH_BYTES * (1 + axis)));
  return { shape, from };
}

/**
 * Reads an IDX file of unsigned bytes.
 * @throws RangeError when it is none, holds other values, or is not as long as its axes say.
 */
export function readIdx(file: Uint8Array): IdxArray {
  const { shape, from } = readIdxHead(file);
  const count = shape.reduce((all, length) => all * length, 1);
  if (file.length !== from + count)
    throw new RangeError(`${count} values are announced, and ${file.length - from} bytes follow`);
  return { shape, values: file.subarray(from) };
}
