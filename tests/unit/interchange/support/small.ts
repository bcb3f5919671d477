/** A small network, layer by layer as Keras writes it, for tests that change one thing about it. */
import type { SourceFile } from '@/lib/interchange/opened';
import { type Config, layersModel, topologyOf, type Written, type WrittenTensor } from './layers-model';

const layer = (class_name: string, name: string, config: Config): Written => ({
  class_name,
  config: { name, ...config },
});

export const conv = (config: Config = {}): Written =>
  layer('Conv2D', 'conv', {
    batch_input_shape: [null, 6, 6, 3],
    filters: 2,
    kernel_size: [3, 3],
    strides: [1, 1],
    padding: 'valid',
    data_format: 'channels_last',
    dilation_rate: [1, 1],
    activation: 'relu',
    use_bias: true,
    ...config,
  });
export const flatten = layer('Flatten', 'flat', { data_format: 'channels_last' });
export const dense = (config: Config = {}): Written =>
  layer('Dense', 'out', { units: 3, activation: 'softmax', use_bias: true, ...config });
export { layer };

const filled = (name: string, shape: readonly number[]): WrittenTensor => ({
  name,
  shape: [...shape],
  values: Float32Array.from({ length: shape.reduce((all, n) => all * n, 1) }, (_, at) => (at % 7) / 8 - 0.25),
});

export const TENSORS: readonly WrittenTensor[] = [
  filled('conv/kernel', [3, 3, 3, 2]),
  filled('conv/bias', [2]),
  filled('out/kernel', [32, 3]),
  filled('out/bias', [3]),
];
export { filled };

/** The small network with other layers between its convolution and its end. */
export const withBetween = (...between: readonly Written[]): readonly SourceFile[] =>
  layersModel(topologyOf([conv(), ...between, flatten, dense()], 'nested'), TENSORS);

/** The small network with its convolution set otherwise. */
export const withConv = (config: Config, tensors = TENSORS): readonly SourceFile[] =>
  layersModel(topologyOf([conv(config), flatten, dense()], 'nested'), tensors);

/** As it is. */
export const small = (): readonly SourceFile[] => withBetween();
