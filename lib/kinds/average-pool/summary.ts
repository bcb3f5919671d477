import { formatCount } from '@/lib/format/format';
import { size as sizeOf } from '@/lib/tensor/tensor';
import words from '@/words/summary';
import { peak } from '../parts/firing';
import { formatSides } from '../parts/sides';
import type { AveragePoolLayer, Summary } from '../types';

/** Summarizes what this layer did to an image. */
export const summary: Summary<AveragePoolLayer> = ({ size }, input, output) =>
  words.averages({
    size: formatSides(size),
    before: formatCount(sizeOf(input)),
    after: formatCount(sizeOf(output.shape)),
    peak: peak(output),
  });
