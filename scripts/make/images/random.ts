import { randomLcg, randomNormal } from 'd3-random';

/** Random streams that never overlap. */
export const STREAMS = {
  training: 0,
  validation: 1,
  samples: 2,
  plainSample: 3,
  firstSample: 4,
  test: 5,
  split: 6,
} as const;

/** The random draws that an image is made of, all from one seeded source. */
export interface Random {
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** A whole number in [0, count). */
  below(count: number): number;
}

/**
 * A source of its own for each image, so that an image is the same however many are drawn before it.
 * Neighbouring seeds of a linear congruential generator start similarly, hence the mixing (the finalizer of MurmurHash3).
 */
export function randomFor(seed: number, stream: number, index: number): Random {
  let mixed =
    (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) + Math.imul(index + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  const uniform = randomLcg(((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32);
  return {
    between: (low, high) => low + (high - low) * uniform(),
    normal: randomNormal.source(uniform)(),
    chance: (probability) => uniform() < probability,
    below: (count) => Math.floor(uniform() * count),
  };
}
