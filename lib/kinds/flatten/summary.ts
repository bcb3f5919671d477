import { formatCount } from '@/lib/format/format';
import { isMap, size } from '@/lib/tensor/tensor';
import words from '@/words/summary';
import type { FlattenLayer, Summary } from '../types';

/** Summarizes what this layer did to an image. */
export const summary: Summary<FlattenLayer> = (_layer, input) => {
  if (!isMap(input)) return words.vector();
  const [height, width, channels] = input;
  return words.flatten({ maps: formatCount(channels), height, width, count: formatCount(size(input)) });
};
