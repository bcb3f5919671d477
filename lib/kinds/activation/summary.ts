import { formatCount, formatPercent } from '@/lib/format/format';
import words from '@/words/summary';
import { peak } from '../parts/firing';
import type { ActivationLayer, Summary } from '../types';

/**
 * Summarizes what this layer did to an image: how many values a ReLU set to 0, or the range of its values.
 */
export const summary: Summary<ActivationLayer> = ({ activation }, _input, output) => {
  const { values } = output;
  const closed = values.reduce((count, value) => count + (value > 0 ? 0 : 1), 0);
  return words.bends({
    activation,
    count: formatCount(values.length),
    closed: formatPercent(closed / values.length),
    peak: peak(output),
  });
};
