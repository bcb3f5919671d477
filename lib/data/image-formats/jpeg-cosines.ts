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

/** Eight values that are `step` apart, in place, divided by 2 to the power of `shift`. */
function transform(values: Int32Array, from: number, step: number, shift: number): void {
  const half = 1 << (shift - 1);
  const at = (nth: number) => values[from + nth * step];
  const middle = (at(2) + at(6)) * F0_541;
  const low = middle - at(6) * F1_847;
  const high = middle + at(2) * F0_765;
  const sum = (at(0) + at(4)) << BITS;
  const difference = (at(0) - at(4)) << BITS;
  const [even0, even1, even2, even3] = [sum + high, difference + low, difference - low, sum - high];
  const [one, three, five, seven] = [at(1), at(3), at(5), at(7)];
  const all = (seven + three + five + one) * F1_175;
  const outer = (seven + one) * -F0_899;
  const inner = (five + three) * -F2_562;
  const second = (seven + three) * -F1_961 + all;
  const first = (five + one) * -F0_390 + all;
  const odd3 = seven * F0_298 + outer + second;
  const odd2 = five * F2_053 + inner + first;
  const odd1 = three * F3_072 + inner + second;
  const odd0 = one * F1_501 + outer + first;
  values[from] = (even0 + odd0 + half) >> shift;
  values[from + 7 * step] = (even0 - odd0 + half) >> shift;
  values[from + step] = (even1 + odd1 + half) >> shift;
  values[from + 6 * step] = (even1 - odd1 + half) >> shift;
  values[from + 2 * step] = (even2 + odd2 + half) >> shift;
  values[from + 5 * step] = (even2 - odd2 + half) >> shift;
  values[from + 3 * step] = (even3 + odd3 + half) >> shift;
  values[from + 4 * step] = (even3 - odd3 + half) >> shift;
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
