import { formatCount, formatNumber } from '@/lib/format/format';
import { channelsOf } from '@/lib/tensor/tensor';
import words from '@/words/summary';
import type { BatchNormalizationLayer, Summary } from '../types';

/** Summarizes what this layer did to an image: the range of its values. */
export const summary: Summary<BatchNormalizationLayer> = (_layer, input, { values }) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return words.standardizes({
    channels: formatCount(channelsOf(input)),
    mean: formatNumber(mean),
    deviation: formatNumber(Math.sqrt(squares)),
  });
};
