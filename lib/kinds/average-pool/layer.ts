import { asMap, asPlace, cellAt, type MapShape, offset, type Shape, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { kerasOptions, scriptOptions } from '../parts/code';
import { coveredBy, paddingOf, type Sliding, slideOver, slidingProblem, windowOn } from '../parts/sliding';
import type { AveragePoolLayer, LayerRules, Term } from '../types';

const sliding = ({ size, stride, padding }: AveragePoolLayer): Sliding => ({ size, stride, padding });

/** The places under the window of one output cell that lie on the map: padding is not counted. */
const placesOf = (layer: AveragePoolLayer, input: Shape, row: number, column: number) =>
  coveredBy(sliding(layer), asMap(input), row, column).filter(({ padded }) => !padded);

/** Of each window, in each channel on its own, the mean goes on. Padding takes no part. */
export const averagePool: LayerRules<AveragePoolLayer> = {
  kind: 'averagePool',
  name: words.averagePooling(),
  stem: 'pool',
  numbered: true,
  isSource: false,
  unrolls: false,
  canBeLast: false,
  operation({ size, stride, padding }) {
    return words.meanOf({ size, stride, strided: stride === size ? 'no' : 'yes', padding });
  },
  problem(layer, input) {
    return slidingProblem(layer.id, sliding(layer), input, 'window');
  },
  outputShape: (layer, input) => [...slideOver(sliding(layer), asMap(input)), asMap(input)[2]],
  parameters: () => null,
  multiplyAdds: () => 0,
  window: (layer, length) => windowOn(sliding(layer), length),
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
  pullBack(layer, input, _weights, gradient) {
    const shape = asMap(input.shape);
    const output = [...slideOver(sliding(layer), shape), shape[2]] as const;
    const back = new Float64Array(input.values.length);
    for (const [at, share] of gradient.entries()) {
      if (share === 0) continue;
      const [row, column, channel] = asPlace(cellAt(output, at));
      const places = placesOf(layer, shape, row, column);
      for (const place of places)
        back[offset(shape, [place.row, place.column, channel])] += share / places.length;
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
    return {
      keras: `layers.AveragePooling2D(${size}${kerasOptions(options)})`,
      tensorflowjs: `tf.layers.averagePooling2d({ poolSize: ${size}${scriptOptions(options)} })`,
      pytorch: inPyTorch(layer, asMap(input)),
    };
  },
};

/** PyTorch pads both sides alike; a cell more at the end is what `ceil_mode` leaves room for, where windows move on by more than one. */
function inPyTorch(layer: AveragePoolLayer, [height, width]: MapShape): string {
  const { size, stride } = layer;
  const [rows, columns] = [paddingOf(sliding(layer), height), paddingOf(sliding(layer), width)];
  const more = rows.after > rows.before || columns.after > columns.before;
  const steps = stride === size ? '' : `, stride=${stride}`;
  const both = rows.before === columns.before ? rows.before : `(${rows.before}, ${columns.before})`;
  const padded = both === 0 ? '' : `, padding=${both}`;
  const ceil = more ? ', ceil_mode=True' : '';
  const real = padded || ceil ? ', count_include_pad=False' : '';
  const line = `nn.AvgPool2d(${size}${steps}${padded}${ceil}${real})`;
  return more && stride === 1 ? `${line}  # one row and column fewer: PyTorch pads both sides alike` : line;
}
