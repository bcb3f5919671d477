import { channelsOf } from '@/lib/tensor/tensor';
import type { BatchNormalizationLayer, WriteCode } from '../types';

export const code: WriteCode<BatchNormalizationLayer> = ({ epsilon, momentum }, input) => {
  const channels = channelsOf(input);
  const dimensions = input.length === 1 ? '1d' : '2d';
  return {
    keras: `layers.BatchNormalization(momentum=${momentum}, epsilon=${epsilon})`,
    tensorflowjs: `tf.layers.batchNormalization({ momentum: ${momentum}, epsilon: ${epsilon} })`,
    // PyTorch's momentum is the share of the new value, in the other libraries that of the old one.
    pytorch: `nn.BatchNorm${dimensions}(${channels}, eps=${epsilon}, momentum=${Number((1 - momentum).toPrecision(6))})`,
  };
};
