/** Random images through small random networks, for property tests. */
import { randomLcg } from 'd3-random';
import fc from 'fast-check';
import type { Pipeline } from '@/lib/network/pipeline';
import { size } from '@/lib/tensor/tensor';
import { naiveForward } from './naive';
import { anyPipeline } from './networks';
import { randomWeights } from './random-weights';

/** An image of random bytes through random weights, or through given ones. */
export function passed(pipeline: Pipeline, seed: number, weights = randomWeights(pipeline, seed)) {
  const random = randomLcg(seed);
  const count = size(pipeline.architecture.input);
  const image = Array.from({ length: count }, () => Math.floor(random() * 256));
  return { weights, trace: { stages: naiveForward(pipeline.architecture, weights, image) } };
}

export const anyPass = fc
  .tuple(anyPipeline, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map(([pipeline, seed]) => ({ pipeline, ...passed(pipeline, seed) }));
