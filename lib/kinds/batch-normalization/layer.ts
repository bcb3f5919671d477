import { channelsOf, size, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { needed, numbersIn } from '../parts/weights';
import type { BatchNormalizationLayer, LayerRules, ParameterSpec, Weights } from '../types';

/**
 * The factor and the offset of a channel: gamma over the standard deviation, and beta minus the mean times
 * that factor.
 */
function lineOf(layer: BatchNormalizationLayer, weights: Weights | null, channel: number) {
  const [gamma, beta, mean, variance] = (['gamma', 'beta', 'movingMean', 'movingVariance'] as const).map(
    (name) => needed(layer, weights, name).values[channel],
  );
  const scale = gamma / Math.sqrt(variance + layer.epsilon);
  return { scale, shift: beta - mean * scale };
}

const isShare = (n: number): boolean => n >= 0 && n < 1;

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
  canBeLast: false,
  operation: () => words.normalizesChannels(),
  problem({ id, epsilon, momentum }) {
    if (!(Number.isFinite(epsilon) && epsilon > 0)) return words.epsilon({ id, epsilon });
    return isShare(momentum) ? null : words.momentum({ id, momentum });
  },
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
  explain(layer, input, weights, cell) {
    const value = valueAt(input, cell);
    const { scale, shift } = lineOf(layer, weights, cell[cell.length - 1]);
    const product = value * scale;
    return {
      cell,
      value: product + shift,
      before: product + shift,
      bias: shift,
      terms: [{ source: cell, value, weight: scale, product }],
      formula: words.normalized(),
    };
  },
  pullBack(layer, { shape }, weights, gradient) {
    const channels = channelsOf(shape);
    const scales = Array.from({ length: channels }, (_, channel) => lineOf(layer, weights, channel).scale);
    return gradient.map((one, at) => one * scales[at % channels]);
  },
  offsets: (layer, weights) =>
    Array.from(needed(layer, weights, 'beta').values, (_, channel) => lineOf(layer, weights, channel).shift),
  // Gamma multiplies the normalized value at the same place; beta is added.
  meets(_layer, input, { part }) {
    if (part !== 'gamma') return null;
    return Int32Array.from({ length: numbersIn(input.slice(0, -1)) }, (_, at) => at);
  },
  code({ epsilon, momentum }, input) {
    const channels = channelsOf(input);
    const dimensions = input.length === 1 ? '1d' : '2d';
    return {
      keras: `layers.BatchNormalization(momentum=${momentum}, epsilon=${epsilon})`,
      tensorflowjs: `tf.layers.batchNormalization({ momentum: ${momentum}, epsilon: ${epsilon} })`,
      // PyTorch's momentum is the share of the new value, in the other libraries that of the old one.
      pytorch: `nn.BatchNorm${dimensions}(${channels}, eps=${epsilon}, momentum=${Number((1 - momentum).toPrecision(6))})`,
    };
  },
};
