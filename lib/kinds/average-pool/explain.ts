import { asMap, asPlace, type Shape, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/explained';
import { coveredBy } from '../parts/sliding';
import type { AveragePoolLayer, Explain, Term } from '../types';
import { sliding } from './layer';

/** The places on the map under the window of one output cell; padding is not counted. */
export const placesOf = (layer: AveragePoolLayer, input: Shape, row: number, column: number) =>
  coveredBy(sliding(layer), asMap(input), row, column).filter(({ padded }) => !padded);

export const explain: Explain<AveragePoolLayer> = (layer, input, _weights, cell) => {
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
};
