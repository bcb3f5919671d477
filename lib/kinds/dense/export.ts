import { type LayerExport, onnxActivation } from '../parts/export';
import { needed } from '../parts/weights';
import type { DenseLayer } from '../types';

export const exported: LayerExport<DenseLayer> = {
  keras: ({ units, activation, bias = true }) => ({
    className: 'Dense',
    config: { units, activation, use_bias: bias },
  }),
  onnx(layer, _input, weights) {
    const kernel = needed(layer, weights, 'kernel');
    const { bias } = weights;
    const stored = [
      { name: 'kernel', dims: kernel.shape, values: kernel.values },
      ...(bias ? [{ name: 'bias', dims: bias.shape, values: bias.values }] : []),
    ];
    return [{ operator: 'Gemm', stored }, ...onnxActivation(layer.activation)];
  },
  numpy: `
def dense(x, layer, weights):
    return bend(x @ weights["kernel"] + weights.get("bias", 0), layer["activation"])`,
};
