import { randomLcg } from 'd3-random';

/** Numbers that separate the random draws of different purposes. */
const PURPOSES = { augmentation: 1, dropout: 2, labels: 3, balance: 4 } as const;

/**
 * Spreads a whole number over all 32 bits (the last steps of MurmurHash3), so that neighbours have nothing in
 * common.
 */
function scattered(number: number): number {
  let bits = number | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/**
 * Random numbers, 0 up to 1, of a run's seed for one purpose and, for example, one epoch and image. They do
 * not depend on earlier draws: a run that is resumed later draws the same.
 */
export function streamOf(seed: number, purpose: keyof typeof PURPOSES, ...which: readonly number[]) {
  const mixed = [PURPOSES[purpose], ...which].reduce(
    (state, number) => scattered(Math.imul(state, 31) + number),
    scattered(seed),
  );
  // Not below 1: the generator treats such seeds as shares.
  return randomLcg((mixed >>> 1) + 1);
}
