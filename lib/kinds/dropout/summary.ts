import { formatCount, formatPercent } from '@/lib/format/format';
import words from '@/words/summary';
import type { DropoutLayer, Summary } from '../types';

/** Says that the image passes unchanged: a prediction uses all values. */
export const summary: Summary<DropoutLayer> = ({ share }, _input, { values }) =>
  words.lets({ count: formatCount(values.length), share: formatPercent(share) });
