import type { Activation, ActivationLayer, WriteCode } from '../types';
import { leak } from './layer';

/** Names in PyTorch. Keras and TensorFlow.js use the same names as this site. */
const PYTORCH: Readonly<Record<Exclude<Activation, 'leakyRelu'>, string>> = {
  linear: 'nn.Identity()',
  relu: 'nn.ReLU()',
  sigmoid: 'nn.Sigmoid()',
  tanh: 'nn.Tanh()',
  softmax: 'nn.Softmax(dim=1)',
};

export const code: WriteCode<ActivationLayer> = (layer) => {
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
};
