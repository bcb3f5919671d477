import { asMap, asPlace, cellAt, type MapShape, offset, type Tensor, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { kerasOptions, pytorchPadding, scriptOptions } from '../parts/code';
import { formatSides, pythonSides, scriptSides } from '../parts/sides';
import { coveredBy, type Sliding, slideOver, slidingProblem, windowOn } from '../parts/sliding';
import type { LayerRules, MaxPoolLayer, Term } from '../types';

const sliding = ({ size, stride, padding }: MaxPoolLayer): Sliding => ({ size, stride, padding });

/** The values under the window of one output cell, row by row, without padding. */
function candidates(layer: MaxPoolLayer, input: Tensor, [row, column, channel]: MapShape): Term[] {
  return coveredBy(sliding(layer), asMap(input.shape), row, column)
    .filter((place) => !place.padded)
    .map((place) => {
      const source = [place.row, place.column, channel] as const;
      const value = valueAt(input, source);
      return { source, value, product: value };
    });
}

/** The first of equals, row by row: TensorFlow.js replaces its candidate only by a greater one. */
const firstLargest = (terms: readonly Term[]): number =>
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
  problem(layer, input) {
    return slidingProblem(layer.id, sliding(layer), input, 'window');
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
  pullBack(layer, input, _weights, gradient) {
    const shape = asMap(input.shape);
    const output = [...slideOver(sliding(layer), shape), shape[2]] as const;
    const back = new Float64Array(input.values.length);
    for (const [at, share] of gradient.entries()) {
      if (share === 0) continue;
      const terms = candidates(layer, input, asPlace(cellAt(output, at)));
      back[offset(shape, terms[firstLargest(terms)].source)] += share;
    }
    return back;
  },
  offsets: () => null,
  meets: () => null,
  code(layer, input) {
    const { size, stride, padding } = layer;
    const options = {
      strides: stride === size ? undefined : stride,
      padding: padding === 'same' ? padding : undefined,
    };
    const { layerBefore, argument } = pytorchPadding(sliding(layer), asMap(input), 'float("-inf")');
    const steps = stride === size ? '' : `, stride=${stride}`;
    return {
      keras: `layers.MaxPooling2D(${pythonSides(size)}${kerasOptions(options)})`,
      tensorflowjs: `tf.layers.maxPooling2d({ poolSize: ${scriptSides(size)}${scriptOptions(options)} })`,
      pytorch: `${layerBefore}nn.MaxPool2d(${pythonSides(size)}${steps}${argument})`,
    };
  },
};
