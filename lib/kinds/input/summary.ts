import { formatCount, formatShape } from '@/lib/format/format';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/summary';
import type { InputLayer, Summary } from '../types';

/** Summarizes what this layer did to an image. */
export const summary: Summary<InputLayer> = (_layer, input) =>
  words.input({ count: formatCount(size(input)), shape: formatShape(input) });
