import { isShifted } from '@/lib/kinds/normalize/layer';
import { activationOf } from '@/lib/kinds/parts/activation';
import type { LayerKind } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import activation from '@/words/activation';
import averagePool from '@/words/average-pool';
import words from '@/words/backward';
import batchNormalization from '@/words/batch-normalization';
import dropout from '@/words/dropout';
import globalAveragePool from '@/words/global-average-pool';
import zeroPadding from '@/words/zero-padding';

/** How a stage of each kind changes the gradient in the backward pass. */
export const SLOPES: Readonly<Record<LayerKind, (stage: Stage) => string>> = {
  input: () => '',
  normalize: ({ layer }) => {
    if (layer.kind !== 'normalize') return '';
    const { divisor } = layer;
    return isShifted(layer) ? words.ofStandardized({ divisor }) : words.ofNormalize({ divisor });
  },
  conv2d: ({ id }) => words.ofConv({ stage: id }),
  maxPool: ({ id }) => words.ofPool({ stage: id }),
  averagePool: ({ id }) => averagePool.slopes({ stage: id }),
  globalAveragePool: () => globalAveragePool.slopes(),
  activation: ({ layer }) => activation.slopes({ activation: activationOf(layer) }),
  batchNormalization: () => batchNormalization.slopes(),
  dropout: () => dropout.slopes(),
  zeroPadding: () => zeroPadding.slopes(),
  flatten: () => words.ofFlatten(),
  dense: ({ id, output }) => words.ofDense({ units: output[0], stage: id }),
};
