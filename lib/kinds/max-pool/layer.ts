import { asMap, asPlace, type MapShape, type Tensor, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { formatSides } from '../parts/sides';
import { coveredBy, type Sliding, slideOver, windowOn } from '../parts/sliding';
import type { LayerRules, MaxPoolLayer, Term } from '../types';

/** How the window moves. */
export const sliding = ({ size, stride, padding }: MaxPoolLayer): Sliding => ({ size, stride, padding });

/** The values under the window of one output cell, row by row, without padding. */
export function candidates(layer: MaxPoolLayer, input: Tensor, [row, column, channel]: MapShape): Term[] {
  return coveredBy(sliding(layer), asMap(input.shape), row, column)
    .filter((place) => !place.padded)
    .map((place) => {
      const source = [place.row, place.column, channel] as const;
      const value = valueAt(input, source);
      return { source, value, product: value };
    });
}

/** The first of equals, row by row: TensorFlow.js replaces its candidate only by a greater one. */
export const firstLargest = (terms: readonly Term[]): number =>
  terms.reduce((best, term, at) => (term.value > terms[best].value ? at : best), 0);

/** Outputs the largest value of each window, separately for each channel. Padding is never the largest. */
export const maxPool: LayerRules<MaxPoolLayer> = {
  kind: 'maxPool',
  name: words.pooling(),
  stem: 'pool',
  numbered: true,
  isSource: false,
  unrolls: false,
  canBeLast: false,
  operation({ size, stride, padding }) {
    return words.largestOf({
      size: formatSides(size),
      stride,
      strided: stride === size ? 'no' : 'yes',
      padding,
    });
  },
  outputShape: (layer, input) => [...slideOver(sliding(layer), asMap(input)), asMap(input)[2]],
  parameters: () => null,
  multiplyAdds: () => 0,
  window: (layer, length, axis) => windowOn(sliding(layer), length, axis),
  brightness: () => null,
  explain(layer, input, _weights, cell) {
    const terms = candidates(layer, input, asPlace(cell));
    const winner = firstLargest(terms);
    const { value } = terms[winner];
    return { cell, value, before: value, terms, winner, formula: words.largest({ count: terms.length }) };
  },
};
