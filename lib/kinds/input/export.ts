import type { LayerExport } from '../parts/export';
import type { InputLayer } from '../types';

/** The images come channels last, as everywhere on this site; ONNX's operators take them channels first. */
export const exported: LayerExport<InputLayer> = {
  keras: (_layer, shape) => ({ className: 'InputLayer', config: { batch_shape: [null, ...shape] } }),
  onnx: () => [{ operator: 'Transpose', settings: { perm: { ints: [0, 3, 1, 2] } } }],
  numpy: `
def image(x, layer, weights):
    return x`,
};
