import { isLinearWithoutRelu, takesLargest } from '@/lib/kinds/parts/linear';
import type { Pipeline, Stage } from './pipeline';

/**
 * The layers with weights that would be no more than one if the network had no ReLU, group by group: nothing that is not
 * linear would be left between them.
 */
export function collapsing({ stages }: Pick<Pipeline, 'stages'>): readonly (readonly Stage[])[] {
  const groups: Stage[][] = [[]];
  for (const stage of stages) {
    // A softmax works on the sums of its own layer, so these still belong to the group.
    if (stage.weights?.kernel) groups[groups.length - 1].push(stage);
    if (!isLinearWithoutRelu(stage.layer)) groups.push([]);
  }
  return groups.filter(({ length }) => length > 1);
}

/** Whether a network has a pooling that takes the largest value, which keeps layers apart without any ReLU. */
export const hasMaxPooling = ({ stages }: Pick<Pipeline, 'stages'>): boolean =>
  stages.some(({ layer }) => takesLargest(layer));
