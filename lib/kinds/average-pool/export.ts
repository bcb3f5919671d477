import { asMap } from '@/lib/tensor/tensor';
import { kerasSliding, type LayerExport, onnxSliding, pair } from '../parts/export';
import type { AveragePoolLayer } from '../types';
import { sliding } from './layer';

/** The padding takes no part in the mean, in any of these. */
export const exported: LayerExport<AveragePoolLayer> = {
  keras: ({ size, ...layer }) => ({
    className: 'AveragePooling2D',
    config: { pool_size: pair(size), ...kerasSliding(layer) },
  }),
  onnx: (layer, input) => [
    {
      operator: 'AveragePool',
      settings: { ...onnxSliding(sliding(layer), asMap(input)), count_include_pad: { int: 0 } },
    },
  ],
  numpy: `
def average_pool(x, layer, weights):
    seen = windows(x, layer["size"], layer["stride"], layer["padding"], np.nan)
    return np.nanmean(seen, axis=(2, 3))`,
};
