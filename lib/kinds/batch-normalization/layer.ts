import { channelsOf, size } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import type { BatchNormalizationLayer, LayerRules, ParameterSpec } from '../types';

/**
 * Batch normalization (Ioffe and Szegedy 2015, arXiv:1502.03167): in training each channel of a batch is
 * normalized to mean 0 and variance 1, then scaled by gamma and shifted by beta, which are learned. In
 * prediction the running averages of mean and variance replace those of the batch, so a value depends only on
 * its own image, by a linear function per channel.
 */
export const batchNormalization: LayerRules<BatchNormalizationLayer> = {
  kind: 'batchNormalization',
  name: words.batchNormalization(),
  stem: 'batch_norm',
  numbered: true,
  isSource: false,
  unrolls: false,
  units: null,
  operation: () => words.normalizesChannels(),
  outputShape: (_layer, input) => input,
  parameters(_layer, input) {
    const shape = [channelsOf(input)];
    const spec = (trained: boolean, initial: number): ParameterSpec => ({ shape, trained, initial });
    return {
      gamma: spec(true, 1),
      beta: spec(true, 0),
      movingMean: spec(false, 0),
      movingVariance: spec(false, 1),
    };
  },
  multiplyAdds: (_layer, input) => size(input),
  window: () => ({ size: 1, stride: 1, before: 0 }),
  brightness: () => null,
};
