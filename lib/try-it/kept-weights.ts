import { entriesOf } from '@/lib/kinds/parts/weights';
import type { Pipeline } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';

/** The weights of a network that fit a changed one: those of layers with the same name and shapes. */
export function keptWeights({ stages }: Pipeline, own: WeightSet): WeightSet {
  return Object.fromEntries(
    stages.flatMap(({ id, weights }) => {
      const had = own[id];
      if (!had || !weights) return [];
      const wanted = entriesOf(weights);
      const fits =
        entriesOf(had).length === wanted.length &&
        wanted.every(([name, { shape }]) => had[name]?.shape.join() === shape.join());
      return fits ? [[id, had] as const] : [];
    }),
  );
}
