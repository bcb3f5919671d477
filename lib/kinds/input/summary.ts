import { formatCount, formatShape } from '@/lib/format/format';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/summary';
import type { InputLayer, Summary } from '../types';

/** What such a layer made of an image. */
export const summary: Summary<InputLayer> = (_layer, input) =>
  words.input({ count: formatCount(size(input)), shape: formatShape(input) });
