import type { FlattenLayer, WriteCode } from '../types';

export const code: WriteCode<FlattenLayer> = () => ({
  keras: 'layers.Flatten()',
  tensorflowjs: 'tf.layers.flatten()',
  pytorch: 'nn.Flatten()  # in another order: channel, row, column',
});
