import { summaryOf } from '@/lib/kinds/summaries';
import type { Stage } from '@/lib/network/pipeline';
import type { Tensor } from '@/lib/tensor/tensor';

/**
 * Summarizes a stage's effect on this image in one or two sentences with its real numbers. `names` are the
 * names of the output's units.
 */
export const summarize = ({ layer, input }: Stage, output: Tensor, names: readonly string[]): string =>
  summaryOf(layer)(layer, input, output, (unit) => names[unit]);
