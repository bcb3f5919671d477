import { type Cell, isMap, type Tensor, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/layers';
import { ACTIVATION_WORD, activated, LEAK, softmax } from '../parts/activation';
import type { Activation, ActivationLayer, Explanation, LayerCode, LayerRules } from '../types';

/** The values that softmax normalizes together: the channels of a place, or the whole vector. */
function togetherWith({ shape, values }: Tensor, cell: Cell): readonly number[] {
  if (!isMap(shape)) return Array.from(values);
  const [row, column = 0] = cell;
  return Array.from({ length: shape[2] }, (_, channel) => valueAt({ shape, values }, [row, column, channel]));
}

const leak = ({ slope = LEAK }: ActivationLayer): number => slope;

/** Names in PyTorch. Keras and TensorFlow.js use the same names as this site. */
const PYTORCH: Readonly<Record<Exclude<Activation, 'leakyRelu'>, string>> = {
  linear: 'nn.Identity()',
  relu: 'nn.ReLU()',
  sigmoid: 'nn.Sigmoid()',
  tanh: 'nn.Tanh()',
  softmax: 'nn.Softmax(dim=1)',
};

function code(layer: ActivationLayer): LayerCode {
  const { activation } = layer;
  if (activation === 'leakyRelu') {
    const slope = leak(layer);
    return {
      keras: `layers.LeakyReLU(negative_slope=${slope})`,
      tensorflowjs: `tf.layers.leakyReLU({ alpha: ${slope} })`,
      pytorch: `nn.LeakyReLU(${slope})`,
    };
  }
  return {
    keras: `layers.Activation("${activation}")`,
    tensorflowjs: `tf.layers.activation({ activation: '${activation}' })`,
    pytorch: PYTORCH[activation],
  };
}

/**
 * Applies the same curve to every value; without a nonlinearity all layers together could do no more than
 * one.
 */
export const activation: LayerRules<ActivationLayer> = {
  kind: 'activation',
  name: words.activation(),
  stem: 'activation',
  numbered: true,
  isSource: false,
  unrolls: false,
  canBeLast: false,
  operation: (layer) =>
    layer.activation === 'linear' ? words.unchanged() : ACTIVATION_WORD[layer.activation].slice(2),
  problem: ({ id, activation: name, slope = LEAK }) =>
    name !== 'leakyRelu' || (Number.isFinite(slope) && slope >= 0) ? null : words.slope({ id, slope }),
  outputShape: (_layer, input) => input,
  parameters: () => null,
  multiplyAdds: () => 0,
  window: () => ({ size: 1, stride: 1, before: 0 }),
  brightness: () => null,
  explain(layer, input, _weights, cell): Explanation {
    const before = valueAt(input, cell);
    const common = {
      cell,
      before,
      terms: [{ source: cell, value: before, product: before }],
      formula: words.bent({ activation: layer.activation, slope: leak(layer) }),
    };
    if (layer.activation !== 'softmax')
      return { ...common, value: activated(layer.activation, before, leak(layer)) };
    const units = softmax(togetherWith(input, cell));
    return { ...common, value: units[cell[cell.length - 1]].probability, softmax: units };
  },
  // The incoming gradient is already the one before the activation: the caller accounts for every activation.
  pullBack: (_layer, _input, _weights, gradient) => gradient,
  offsets: () => null,
  meets: () => null,
  code,
};
