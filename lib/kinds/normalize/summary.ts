import { formatNumber } from '@/lib/format/format';
import words from '@/words/summary';
import { largest } from '../parts/firing';
import type { NormalizeLayer, Summary } from '../types';

/** Summarizes what this layer did to an image. */
export const summary: Summary<NormalizeLayer> = ({ divisor }, _input, { values }) =>
  words.normalize({ divisor, largest: formatNumber(values[largest(values)]) });
