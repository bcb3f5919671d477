import { asMap, asPlace, cellAt, type MapShape, offset, type Shape, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { kerasOptions, scriptOptions } from '../parts/code';
import { asSides, formatSides, pythonSides, scriptSides } from '../parts/sides';
import {
  coveredBy,
  paddingAround,
  type Sliding,
  slideOver,
  slidingProblem,
  windowOn,
} from '../parts/sliding';
import type { AveragePoolLayer, LayerRules, Term } from '../types';

const sliding = ({ size, stride, padding }: AveragePoolLayer): Sliding => ({ size, stride, padding });

/** The places on the map under the window of one output cell; padding is not counted. */
const placesOf = (layer: AveragePoolLayer, input: Shape, row: number, column: number) =>
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
  problem(layer, input) {
    return slidingProblem(layer.id, sliding(layer), input, 'window');
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
      keras: `layers.AveragePooling2D(${pythonSides(size)}${kerasOptions(options)})`,
      tensorflowjs: `tf.layers.averagePooling2d({ poolSize: ${scriptSides(size)}${scriptOptions(options)} })`,
      pytorch: inPyTorch(layer, asMap(input)),
    };
  },
};

/**
 * PyTorch pads both sides alike, and leaves padding out of the mean only with `count_include_pad=False`.
 * Where TensorFlow has one cell more at the end, `ceil_mode` leaves room for it if the stride is larger than
 * 1; with a stride of 1 one more cell is padded on both sides, and the extra row or column in front is cut
 * off again.
 */
function inPyTorch(layer: AveragePoolLayer, input: MapShape): string {
  const { size, stride } = layer;
  const { rows, columns } = paddingAround(sliding(layer), input);
  const [down, across] = [rows.after - rows.before, columns.after - columns.before];
  const more = down > 0 || across > 0;
  const cut = more && stride === 1;
  const [top, left] = cut ? [rows.after, columns.after] : [rows.before, columns.before];
  const steps = stride === size ? '' : `, stride=${stride}`;
  const padded = top + left === 0 ? '' : `, padding=${pythonSides(asSides(top, left))}`;
  const ceil = more && !cut ? ', ceil_mode=True' : '';
  const real = padded || ceil ? ', count_include_pad=False' : '';
  const pool = `nn.AvgPool2d(${pythonSides(size)}${steps}${padded}${ceil}${real})`;
  return cut ? `${pool}, nn.ZeroPad2d((${minus(across)}, 0, ${minus(down)}, 0))` : pool;
}

/** Negative padding crops. */
const minus = (cells: number): string => (cells === 0 ? '0' : `-${cells}`);
