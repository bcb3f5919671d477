import { formatCount, formatShape } from '@/lib/format/format';
import words from '@/words/summary';
import { fired } from '../parts/firing';
import type { Conv2dLayer, Summary } from '../types';

/** Summarizes what this layer did to an image. */
export const summary: Summary<Conv2dLayer> = ({ filters, activation }, input, output) =>
  words.conv({
    count: formatCount(filters),
    shape: formatShape(input),
    fired: fired(output, 'maps', activation),
  });
