/**
 * From the 64 cosines of a JPEG's block to its samples, bit for bit as libjpeg's exact integer method (jidctint.c, after
 * Loeffler, Ligtenberg and Moschytz), which browsers and most programs decode with.
 */

/** The fixed point of the factors, and what the first pass keeps of it. */
const BITS = 13;
const KEPT = 2;
/** The factors of the method, with 13 bits after the point. */
const F0_298 = 2446;
const F0_390 = 3196;
const F0_541 = 4433;
const F0_765 = 6270;
const F0_899 = 7373;
const F1_175 = 9633;
const F1_501 = 12299;
const F1_847 = 15137;
const F1_961 = 16069;
const F2_053 = 16819;
const F2_562 = 20995;
const F3_072 = 25172;

/**
 * Eight values that are `step` apart, in place, divided by 2 to the power of `shift`. Without arrays, functions or fractions on
 * the way: of tens of thousands of images they would be a gigabyte of garbage before the engine optimizes this.
 */
function transform(values: Int32Array, from: number, step: number, shift: number): void {
  const half = 1 << (shift - 1);
  const zero = values[from];
  const one = values[from + step];
  const two = values[from + 2 * step];
  const three = values[from + 3 * step];
  const four = values[from + 4 * step];
  const five = values[from + 5 * step];
  const six = values[from + 6 * step];
  const seven = values[from + 7 * step];
  const middle = Math.imul(two + six, F0_541);
  const low = (middle - Math.imul(six, F1_847)) | 0;
  const high = (middle + Math.imul(two, F0_765)) | 0;
  const sum = (zero + four) << BITS;
  const difference = (zero - four) << BITS;
  const even0 = (sum + high + half) | 0;
  const even1 = (difference + low + half) | 0;
  const even2 = (difference - low + half) | 0;
  const even3 = (sum - high + half) | 0;
  const all = Math.imul(seven + three + five + one, F1_175);
  const outer = Math.imul(seven + one, -F0_899);
  const inner = Math.imul(five + three, -F2_562);
  const second = (Math.imul(seven + three, -F1_961) + all) | 0;
  const first = (Math.imul(five + one, -F0_390) + all) | 0;
  const odd3 = (Math.imul(seven, F0_298) + outer + second) | 0;
  const odd2 = (Math.imul(five, F2_053) + inner + first) | 0;
  const odd1 = (Math.imul(three, F3_072) + inner + second) | 0;
  const odd0 = (Math.imul(one, F1_501) + outer + first) | 0;
  values[from] = (even0 + odd0) >> shift;
  values[from + step] = (even1 + odd1) >> shift;
  values[from + 2 * step] = (even2 + odd2) >> shift;
  values[from + 3 * step] = (even3 + odd3) >> shift;
  values[from + 4 * step] = (even3 - odd3) >> shift;
  values[from + 5 * step] = (even2 - odd2) >> shift;
  values[from + 6 * step] = (even1 - odd1) >> shift;
  values[from + 7 * step] = (even0 - odd0) >> shift;
}

/** Writes the samples of a block, eight rows that are `stride` apart; its cosines are lost. */
export function writeBlock(cosines: Int32Array, into: Uint8ClampedArray, to: number, stride: number): void {
  for (let column = 0; column < 8; column++) transform(cosines, column, 8, BITS - KEPT);
  for (let row = 0; row < 8; row++) {
    transform(cosines, row * 8, 1, BITS + KEPT + 3);
    for (let column = 0; column < 8; column++)
      into[to + row * stride + column] = cosines[row * 8 + column] + 128;
  }
}
