import { formatCount, formatPercent } from '@/lib/format/format';
import words from '@/words/summary';
import type { DropoutLayer, Summary } from '../types';

/** What such a layer made of an image: nothing, for an answer needs all values. */
export const summary: Summary<DropoutLayer> = ({ share }, _input, { values }) =>
  words.lets({ count: formatCount(values.length), share: formatPercent(share) });
