import { asMap, asPlace, type MapShape, type Tensor, valueAt } from '@/lib/tensor/tensor';
import { relu } from '../parts/activation';
import { coveredBy } from '../parts/sliding';
import { sumInWords } from '../parts/sum-in-words';
import { needed } from '../parts/weights';
import type { Conv2dLayer, Explain, Parameter, Term } from '../types';
import { sliding } from './layer';

/** One term for each weight of the filter, in the order of the kernel: row, column, input channel. */
function termsOf(
  layer: Conv2dLayer,
  input: Tensor,
  kernel: Parameter,
  [row, column, filter]: MapShape,
): Term[] {
  const shape = asMap(input.shape);
  const channels = shape[2];
  return coveredBy(sliding(layer), shape, row, column).flatMap((place, at) =>
    Array.from({ length: channels }, (_, channel): Term => {
      const weight = kernel.values[(at * channels + channel) * layer.filters + filter];
      const source = [place.row, place.column, channel] as const;
      if (place.padded) return { source, value: 0, weight, product: 0, padded: true };
      const value = valueAt(input, source);
      return { source, value, weight, product: value * weight };
    }),
  );
}

export const explain: Explain<Conv2dLayer> = (layer, input, weights, cell) => {
  const place = asPlace(cell);
  const terms = termsOf(layer, input, needed(layer, weights, 'kernel'), place);
  const bias = weights?.bias?.values[place[2]];
  const before = terms.reduce((sum, term) => sum + term.product, bias ?? 0);
  return {
    cell,
    value: layer.activation === 'relu' ? relu(before) : before,
    before,
    bias,
    terms,
    formula: sumInWords(terms.length, layer.activation),
  };
};
