import { rulesOf } from '@/lib/kinds/registry';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { asMap, isMap, type MapShape } from '@/lib/tensor/tensor';

/** The layout of a stage's values for a comparison: as maps, a vector folded into one. */
export function planesOf({ layer, input, output }: Stage): MapShape {
  if (rulesOf(layer).unrolls) return asMap(input);
  if (isMap(output)) return output;
  const [length] = output;
  const width = [16, 8, 4, 2].find((columns) => length % columns === 0) ?? 1;
  return [length / width, width, 1];
}

/** Whether no layer up to this stage has trained parameters. */
export const isSameAlways = (stage: Stage, { stages }: Pipeline): boolean =>
  stages.slice(0, stage.number).every(({ weights }) => weights === null);
