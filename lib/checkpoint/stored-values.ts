/** The numbers of a tensor in a safetensors file. */
import { once } from '@/lib/once';
import { fromHalf } from './half';
import type { FileType } from './safetensors-header';

export type StoredValues = Float32Array | Int8Array | Uint8Array;

/**
 * A tensor's numbers from its bytes, a separate copy, so that their start is aligned. Real numbers become those of single
 * precision: F16 and BF16 as they are, F64 rounded to the nearest, so that one beyond the largest is infinite. Null where
 * the type is none that weights or codes have.
 */
export function readValues(bytes: Uint8Array<ArrayBuffer>, type: FileType): StoredValues | null {
  if (type === 'U8') return bytes;
  if (type === 'I8') return new Int8Array(bytes.buffer);
  if (type === 'F32') return new Float32Array(bytes.buffer);
  if (type === 'F64') return new Float32Array(new Float64Array(bytes.buffer));
  if (type === 'F16')
    return widened(bytes, (halves, values) => {
      const numbers = halfTable();
      for (let at = 0; at < values.length; at++) values[at] = numbers[halves[at]];
    });
  if (type === 'BF16')
    return widened(bytes, (halves, values) => {
      // The first half of a number of single precision: the second one's bits are 0.
      const bits = new Uint32Array(values.buffer);
      for (let at = 0; at < bits.length; at++) bits[at] = halves[at] << 16;
    });
  return null;
}

function widened(
  { buffer }: Uint8Array<ArrayBuffer>,
  fill: (halves: Uint16Array, values: Float32Array) => void,
): Float32Array {
  const halves = new Uint16Array(buffer);
  const values = new Float32Array(halves.length);
  fill(halves, values);
  return values;
}

/**
 * All 65,536 halves as numbers: looking up the 1.6 million of a dense layer takes 3 ms, computing them 60 ms.
 */
const halfTable = once(() => Float32Array.from({ length: 0x10000 }, (_, bits) => fromHalf(bits)));
