import { formatCount, formatPercent } from '@/lib/format/format';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/summary';
import { fired } from '../parts/firing';
import type { DenseLayer, Summary } from '../types';

/** Summarizes what this layer did to an image: how many units fire or, for probabilities, the two largest. */
export const summary: Summary<DenseLayer> = ({ units, activation }, input, output, nameOf) => {
  if (activation !== 'softmax') {
    return words.dense({
      units: formatCount(units),
      count: formatCount(size(input)),
      fired: fired(output, 'units', activation),
    });
  }
  const { values } = output;
  const [first, second] = Array.from(values.keys()).sort((a, b) => values[b] - values[a]);
  return words.answer({
    first: nameOf(first),
    firstShare: formatPercent(values[first]),
    second: nameOf(second),
    secondShare: formatPercent(values[second]),
  });
};
