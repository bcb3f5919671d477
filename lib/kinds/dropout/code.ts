import type { DropoutLayer, WriteCode } from '../types';

export const code: WriteCode<DropoutLayer> = ({ share }) => ({
  keras: `layers.Dropout(${share})`,
  tensorflowjs: `tf.layers.dropout({ rate: ${share} })`,
  pytorch: `nn.Dropout(${share})`,
});
