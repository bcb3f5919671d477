/** Arrays as NumPy keeps them: each a `.npy` file (format 1.0), several of them in a zip archive (`.npz`). */
import { joined } from '../network';
import { zipOf } from '../zip';

/** An array in row-major order; bytes or single precision. */
export interface NumpyArray {
  readonly shape: readonly number[];
  readonly values: Float32Array | Uint8Array;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];
/** Numbers begin at a multiple of it. */
const ALIGNED = 64;

/** One array as a `.npy` file. */
export function asNpy({ shape, values }: NumpyArray): Uint8Array<ArrayBuffer> {
  const type = values instanceof Float32Array ? '<f4' : '|u1';
  const dims = `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
  const header = `{'descr': '${type}', 'fortran_order': False, 'shape': ${dims}, }`;
  const start = MAGIC.length + 2;
  const length = Math.ceil((start + header.length + 1) / ALIGNED) * ALIGNED - start;
  const text = new TextEncoder().encode(`${header.padEnd(length - 1)}\n`);
  const { buffer, byteOffset, byteLength } = values;
  const numbers = new Uint8Array(buffer, byteOffset, byteLength);
  return joined([Uint8Array.from([...MAGIC, length & 0xff, length >> 8]), text, numbers]);
}

/** Arrays by their names, as `numpy.load` opens them. */
export const asNpz = (
  arrays: Iterable<readonly [name: string, array: NumpyArray]>,
): Uint8Array<ArrayBuffer> =>
  zipOf(Array.from(arrays, ([name, array]) => ({ name: `${name}.npy`, bytes: asNpy(array) })));
