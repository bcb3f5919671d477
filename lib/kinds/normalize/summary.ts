import { min } from 'd3-array';
import { formatNumber } from '@/lib/format/format';
import words from '@/words/summary';
import { largest } from '../parts/firing';
import type { NormalizeLayer, Summary } from '../types';
import { isShifted } from './layer';

/** Summarizes what this layer did to an image. */
export const summary: Summary<NormalizeLayer> = (layer, _input, { values }) => {
  const [smallest, most] = [formatNumber(min(values) ?? 0), formatNumber(values[largest(values)])];
  const said = { divisor: layer.divisor, smallest, largest: most };
  return isShifted(layer) ? words.standardizesImage(said) : words.normalize(said);
};
