import { randomLcg, randomNormal } from 'd3-random';
import { entriesOf } from '@/lib/kinds/parts/weights';
import type { ParameterName } from '@/lib/kinds/types';
import type { Pipeline } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';

/** Random weights for every stage that has some, scaled by the number of inputs so that values stay near 1. */
export function randomWeights({ stages }: Pipeline, seed: number): WeightSet {
  const normal = randomNormal.source(randomLcg(seed))();
  const draw = (name: ParameterName, shape: readonly number[]): number => {
    if (name === 'kernel')
      return normal() * shape.slice(0, -1).reduce((product, n) => product * n, 1) ** -0.5;
    if (name === 'gamma') return 1 + 0.3 * normal();
    if (name === 'movingVariance') return 0.3 + Math.abs(normal());
    return 0.4 * normal();
  };
  return Object.fromEntries(
    stages.flatMap(({ id, weights }) => {
      if (!weights) return [];
      const filled = entriesOf(weights).map(([name, { shape }]) => {
        const length = shape.reduce((product, n) => product * n, 1);
        return [name, { shape, values: Float32Array.from({ length }, () => draw(name, shape)) }] as const;
      });
      return [[id, Object.fromEntries(filled)]];
    }),
  );
}
