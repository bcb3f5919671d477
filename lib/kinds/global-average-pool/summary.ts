import { formatCount, formatShape } from '@/lib/format/format';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/summary';
import { peak } from '../parts/firing';
import type { GlobalAveragePoolLayer, Summary } from '../types';

/** Summarizes what this layer did to an image. */
export const summary: Summary<GlobalAveragePoolLayer> = (_layer, input, output) => {
  const [height, width, channels] = asMap(input);
  return words.wholeMaps({
    maps: formatCount(channels),
    shape: formatShape([height, width]),
    peak: peak(output),
  });
};
