import { asMap, asPlace, type Shape, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { formatSides } from '../parts/sides';
import { coveredBy, type Sliding, slideOver, windowOn } from '../parts/sliding';
import type { AveragePoolLayer, LayerRules, Term } from '../types';

/** How the window moves. */
export const sliding = ({ size, stride, padding }: AveragePoolLayer): Sliding => ({ size, stride, padding });

/** The places on the map under the window of one output cell; padding is not counted. */
export const placesOf = (layer: AveragePoolLayer, input: Shape, row: number, column: number) =>
  coveredBy(sliding(layer), asMap(input), row, column).filter(({ padded }) => !padded);

/** Outputs the mean of each window, separately for each channel. Padding is left out of the mean. */
export const averagePool: LayerRules<AveragePoolLayer> = {
  kind: 'averagePool',
  name: words.averagePooling(),
  stem: 'pool',
  numbered: true,
  isSource: false,
  unrolls: false,
  canBeLast: false,
  operation({ size, stride, padding }) {
    return words.meanOf({
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
    const [row, column, channel] = asPlace(cell);
    const places = placesOf(layer, input.shape, row, column);
    const weight = 1 / places.length;
    const terms = places.map((place): Term => {
      const source = [place.row, place.column, channel] as const;
      const value = valueAt(input, source);
      return { source, value, weight, product: value * weight };
    });
    const value = terms.reduce((sum, { product }) => sum + product, 0);
    return { cell, value, before: value, terms, formula: words.mean({ count: terms.length }) };
  },
};
