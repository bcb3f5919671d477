import { summaryOf } from '@/lib/kinds/summaries';
import { classWord } from '@/lib/network/class-words';
import type { Stage } from '@/lib/network/pipeline';
import type { Tensor } from '@/lib/tensor/tensor';

/**
 * What a stage made of this picture, in one or two sentences with its real numbers.
 * `classes` names the units of the output.
 */
export const summarize = ({ layer, input }: Stage, output: Tensor, classes: readonly string[]): string =>
  summaryOf(layer)(layer, input, output, (unit) => classWord(classes[unit]));
