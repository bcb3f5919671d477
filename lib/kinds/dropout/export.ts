import type { LayerExport } from '../parts/export';
import type { DropoutLayer } from '../types';

/** In ONNX and in the check it is as after training: everything passes. */
export const exported: LayerExport<DropoutLayer> = {
  keras: ({ share }) => ({ className: 'Dropout', config: { rate: share, seed: null, noise_shape: null } }),
  onnx: ({ share }) => [
    { operator: 'Dropout', stored: [{ name: 'ratio', dims: [], values: Float32Array.of(share) }] },
  ],
  numpy: `
def dropout(x, layer, weights):
    return x  # only training drops values`,
};
