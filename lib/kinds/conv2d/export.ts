import { asMap } from '@/lib/tensor/tensor';
import { kerasSliding, type LayerExport, onnxActivation, onnxSliding, pair } from '../parts/export';
import { needed } from '../parts/weights';
import type { Conv2dLayer, Parameter } from '../types';
import { sliding } from './layer';

/** Height x width x channels x filters as filters x channels x height x width. */
function filtersFirst({ shape, values }: Parameter) {
  const [height, width, channels, filters] = shape;
  const cells = height * width;
  const turned = new Float32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const filter = at % filters;
    const channel = Math.floor(at / filters) % channels;
    const cell = Math.floor(at / (filters * channels));
    turned[(filter * channels + channel) * cells + cell] = values[at];
  }
  return { name: 'kernel', dims: [filters, channels, height, width], values: turned };
}

export const exported: LayerExport<Conv2dLayer> = {
  keras: ({ filters, kernel, activation, bias = true, ...layer }) => ({
    className: 'Conv2D',
    config: {
      filters,
      kernel_size: pair(kernel),
      ...kerasSliding(layer),
      dilation_rate: [1, 1],
      groups: 1,
      activation,
      use_bias: bias,
    },
  }),
  onnx(layer, input, weights) {
    const { bias } = weights;
    const stored = [
      filtersFirst(needed(layer, weights, 'kernel')),
      ...(bias ? [{ name: 'bias', dims: bias.shape, values: bias.values }] : []),
    ];
    const settings = onnxSliding(sliding(layer), asMap(input));
    return [{ operator: 'Conv', settings, stored }, ...onnxActivation(layer.activation)];
  },
  numpy: `
def convolution(x, layer, weights):
    seen = windows(x, layer["kernel"], layer["stride"], layer["padding"], 0)
    sums = np.tensordot(seen, weights["kernel"], axes=([2, 3, 4], [0, 1, 2]))
    return bend(sums + weights.get("bias", 0), layer["activation"])`,
};
