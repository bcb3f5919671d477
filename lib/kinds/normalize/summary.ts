import { min } from 'd3-array';
import { formatNumber } from '@/lib/format/format';
import words from '@/words/summary';
import { largest } from '../parts/firing';
import type { NormalizeLayer, Summary } from '../types';
import { isShifted } from './layer';

/** Summarizes what this layer did to an image. */
export const summary: Summary<NormalizeLayer> = (layer, _input, { values }) => {
  const { divisor } = layer;
  const most = formatNumber(values[largest(values)]);
  if (!isShifted(layer)) return words.normalize({ divisor, largest: most });
  return words.standardizesImage({ divisor, smallest: formatNumber(min(values) ?? 0), largest: most });
};
