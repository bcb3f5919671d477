import { asMap } from '@/lib/tensor/tensor';
import { kerasSliding, type LayerExport, onnxSliding, pair } from '../parts/export';
import type { MaxPoolLayer } from '../types';
import { sliding } from './layer';

export const exported: LayerExport<MaxPoolLayer> = {
  keras: ({ size, ...layer }) => ({
    className: 'MaxPooling2D',
    config: { pool_size: pair(size), ...kerasSliding(layer) },
  }),
  onnx: (layer, input) => [{ operator: 'MaxPool', settings: onnxSliding(sliding(layer), asMap(input)) }],
  numpy: `
def max_pool(x, layer, weights):
    return windows(x, layer["size"], layer["stride"], layer["padding"], -np.inf).max(axis=(2, 3))`,
};
