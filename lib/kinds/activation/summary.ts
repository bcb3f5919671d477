import { formatCount, formatPercent } from '@/lib/format/format';
import words from '@/words/summary';
import { peak } from '../parts/firing';
import type { ActivationLayer, Summary } from '../types';

/** What such a layer made of an image: how many values a ReLU closed, or between what the values now lie. */
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
