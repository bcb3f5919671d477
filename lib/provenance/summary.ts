import { summaryOf } from '@/lib/kinds/summaries';
import type { Stage } from '@/lib/network/pipeline';
import type { Tensor } from '@/lib/tensor/tensor';

/**
 * What a stage made of this picture, in one or two sentences with its real numbers.
 * `names` is what the units of the output are called.
 */
export const summarize = ({ layer, input }: Stage, output: Tensor, names: readonly string[]): string =>
  summaryOf(layer)(layer, input, output, (unit) => names[unit]);
