import type { LayerExport } from '../parts/export';
import { entriesOf, needed } from '../parts/weights';
import type { BatchNormalizationLayer } from '../types';

export const exported: LayerExport<BatchNormalizationLayer> = {
  keras: ({ momentum, epsilon }) => ({
    className: 'BatchNormalization',
    config: { axis: -1, momentum, epsilon, center: true, scale: true },
  }),
  onnx(layer, _input, weights) {
    for (const name of ['gamma', 'beta', 'movingMean', 'movingVariance'] as const)
      needed(layer, weights, name);
    return [
      {
        operator: 'BatchNormalization',
        settings: { epsilon: { float: layer.epsilon }, momentum: { float: layer.momentum } },
        // In the order in which ONNX takes them.
        stored: entriesOf(weights).map(([name, { shape, values }]) => ({ name, dims: shape, values })),
      },
    ];
  },
  numpy: `
def batch_normalization(x, layer, weights):
    deviation = np.sqrt(weights["movingVariance"] + layer["epsilon"])
    return weights["gamma"] * (x - weights["movingMean"]) / deviation + weights["beta"]`,
};
