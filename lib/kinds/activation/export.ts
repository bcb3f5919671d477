import { type LayerExport, onnxActivation } from '../parts/export';
import type { ActivationLayer } from '../types';
import { leak } from './layer';

export const exported: LayerExport<ActivationLayer> = {
  keras: (layer) =>
    layer.activation === 'leakyRelu'
      ? { className: 'LeakyReLU', config: { negative_slope: leak(layer) } }
      : { className: 'Activation', config: { activation: layer.activation } },
  onnx: (layer) =>
    layer.activation === 'linear'
      ? [{ operator: 'Identity' }]
      : onnxActivation(layer.activation, leak(layer)),
  numpy: `
def activation(x, layer, weights):
    return bend(x, layer["activation"], layer.get("slope", 0.3))`,
};
