/** Half-precision numbers (IEEE 754 binary16): 1 sign, 5 exponent and 10 fraction bits. */

const single = new Float32Array(1);
const singleBits = new Uint32Array(single.buffer);

/** The largest finite half; larger values round to infinity. */
export const LARGEST_HALF = 65504;

/** The 16 bits of the half nearest to a number; ties round to even, as in IEEE 754. */
export function toHalf(value: number): number {
  single[0] = value;
  const bits = singleBits[0];
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00; // NaN
  if (magnitude >= 0x477ff000) return sign | 0x7c00; // rounds beyond the largest
  if (magnitude < 0x33000001) return sign; // at most half the smallest half
  // Below 2^-14 halves are 2^-24 apart: adding 0.5 leaves exactly their count in the last bits of the
  // fraction.
  if (magnitude < 0x38800000) {
    single[0] = Math.abs(value) + 0.5;
    return sign | (singleBits[0] - 0x3f000000);
  }
  const rounded = magnitude + 0xfff + ((magnitude >>> 13) & 1);
  return sign | ((rounded - 0x38000000) >>> 13);
}

/** The number that 16 bits represent. */
export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
