import type { LayerExport } from '../parts/export';
import type { GlobalAveragePoolLayer } from '../types';

export const exported: LayerExport<GlobalAveragePoolLayer> = {
  keras: () => ({
    className: 'GlobalAveragePooling2D',
    config: { data_format: 'channels_last', keepdims: false },
  }),
  onnx: () => [{ operator: 'GlobalAveragePool' }, { operator: 'Flatten', settings: { axis: { int: 1 } } }],
  numpy: `
def global_average_pool(x, layer, weights):
    return x.mean(axis=(0, 1))`,
};
