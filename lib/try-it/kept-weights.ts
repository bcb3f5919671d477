import type { Pipeline } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';

/** Of a network’s weights those that fit a changed one: of layers with the same name, whose shapes are the same. */
export function keptWeights({ stages }: Pipeline, own: WeightSet): WeightSet {
  return Object.fromEntries(
    stages.flatMap(({ id, weights }) => {
      const had = own[id];
      const fits =
        had &&
        weights &&
        had.kernel.shape.join() === weights.kernel.join() &&
        had.bias.shape.join() === weights.bias.join();
      return fits ? [[id, had] as const] : [];
    }),
  );
}
