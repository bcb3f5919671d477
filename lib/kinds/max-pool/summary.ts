import { formatCount } from '@/lib/format/format';
import { size as sizeOf } from '@/lib/tensor/tensor';
import words from '@/words/summary';
import { peak } from '../parts/firing';
import { formatSides } from '../parts/sides';
import type { MaxPoolLayer, Summary } from '../types';

/** Summarizes what this layer did to an image. */
export const summary: Summary<MaxPoolLayer> = ({ size }, input, output) =>
  words.pool({
    size: formatSides(size),
    before: formatCount(sizeOf(input)),
    after: formatCount(sizeOf(output.shape)),
    peak: peak(output),
  });
