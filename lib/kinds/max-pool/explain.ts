import { asMap, asPlace, type MapShape, type Tensor, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/explained';
import { coveredBy } from '../parts/sliding';
import type { Explain, MaxPoolLayer, Term } from '../types';
import { sliding } from './layer';

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

export const explain: Explain<MaxPoolLayer> = (layer, input, _weights, cell) => {
  const terms = candidates(layer, input, asPlace(cell));
  const winner = firstLargest(terms);
  const { value } = terms[winner];
  return { cell, value, before: value, terms, winner, formula: words.largest({ count: terms.length }) };
};
