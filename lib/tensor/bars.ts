/** The float32 nearest to a bar's beginning may lie just below it. */
const NEAR = 1e-6;

/** How many of the values are in each of `bars` equal bars from 0 to `end`. Those outside are in none. */
export function countInBars(values: Float32Array, end: number, bars: number): Uint32Array {
  const counts = new Uint32Array(bars);
  for (const value of values) {
    const bar = Math.floor((value / end) * bars + NEAR);
    if (bar >= 0 && bar < bars) counts[bar] += 1;
  }
  return counts;
}
