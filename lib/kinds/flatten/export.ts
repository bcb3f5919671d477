import type { LayerExport, OnnxNode } from '../parts/export';
import type { FlattenLayer } from '../types';

/** Channels go last again before maps are unrolled, so that the next kernel's rows keep their order. */
export const exported: LayerExport<FlattenLayer> = {
  keras: () => ({ className: 'Flatten', config: { data_format: 'channels_last' } }),
  onnx: (): readonly OnnxNode[] => [
    { operator: 'Transpose', settings: { perm: { ints: [0, 2, 3, 1] } } },
    { operator: 'Flatten', settings: { axis: { int: 1 } } },
  ],
  numpy: `
def flatten(x, layer, weights):
    return x.reshape(-1)  # row, column, channel`,
};
