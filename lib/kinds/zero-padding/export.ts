import type { LayerExport } from '../parts/export';
import type { ZeroPaddingLayer } from '../types';

export const exported: LayerExport<ZeroPaddingLayer> = {
  keras: ({ top, bottom, left, right }) => ({
    className: 'ZeroPadding2D',
    config: {
      padding: [
        [top, bottom],
        [left, right],
      ],
      data_format: 'channels_last',
    },
  }),
  // All that comes before the axes (batch, channels, height, width), then all that comes after.
  onnx: ({ top, bottom, left, right }) => [
    {
      operator: 'Pad',
      stored: [
        {
          name: 'pads',
          dims: [8],
          values: BigInt64Array.from([0, 0, top, left, 0, 0, bottom, right].map(BigInt)),
        },
      ],
    },
  ],
  numpy: `
def zero_padding(x, layer, weights):
    return np.pad(x, ((layer["top"], layer["bottom"]), (layer["left"], layer["right"]), (0, 0)))`,
};
