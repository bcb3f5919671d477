/** How TensorFlow.js writes the numbers of a tensor: as they are, as halves, or in one or two bytes with a scale. */
import * as v from 'valibot';
import { fromHalf } from '@/lib/checkpoint/half';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());

export const tensorSchema = v.looseObject({
  name: v.string(),
  shape: v.pipe(v.array(whole), v.maxLength(8)),
  dtype: v.string(),
  group: v.optional(v.string()),
  quantization: v.optional(
    v.looseObject({ dtype: v.string(), scale: v.optional(finite), min: v.optional(finite) }),
  ),
});
type TensorEntry = v.InferOutput<typeof tensorSchema>;

/** What sentences name as readable. */
export const TYPES = 'float32, float16, uint8, uint16';

/** How many bytes a number takes; null where its type can't be read. Integers are no weights of ours, but take room. */
export function bytesEach({ dtype, quantization }: TensorEntry): number | null {
  if (!quantization) return { float32: 4, int32: 4, uint8: 1, bool: 1 }[dtype] ?? null;
  if (dtype !== 'float32') return null;
  if (quantization.dtype === 'float16') return 2;
  if (quantization.scale === undefined || quantization.min === undefined) return null;
  return { uint8: 1, uint16: 2 }[quantization.dtype] ?? null;
}

/**
 * The numbers of a tensor from its own bytes, little-endian. Those that were quantised are code x scale + min, in single
 * precision as TensorFlow.js reckons them.
 */
export function numbersOf({ dtype, quantization }: TensorEntry, bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const each = (size: number, number: (at: number) => number) => {
    const values = new Float32Array(bytes.length / size);
    for (let at = 0; at < values.length; at++) values[at] = number(at * size);
    return values;
  };
  if (!quantization) {
    // As they are in memory: every browser's machine is little-endian too. Copied only where they begin between two numbers.
    if (dtype === 'float32') {
      const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
      return new Float32Array(buffer, byteOffset, bytes.length / 4);
    }
    return dtype === 'int32' ? each(4, (at) => view.getInt32(at, true)) : each(1, (at) => bytes[at]);
  }
  if (quantization.dtype === 'float16') return each(2, (at) => fromHalf(view.getUint16(at, true)));
  const { scale = 1, min = 0 } = quantization;
  return quantization.dtype === 'uint8'
    ? each(1, (at) => bytes[at] * scale + min)
    : each(2, (at) => view.getUint16(at, true) * scale + min);
}
