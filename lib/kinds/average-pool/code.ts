import { asMap, type MapShape } from '@/lib/tensor/tensor';
import { kerasOptions, pythonSides, scriptOptions, scriptSides } from '../parts/code';
import { asSides } from '../parts/sides';
import { paddingAround } from '../parts/sliding';
import type { AveragePoolLayer, WriteCode } from '../types';
import { sliding } from './layer';

export const code: WriteCode<AveragePoolLayer> = (layer, input) => {
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
