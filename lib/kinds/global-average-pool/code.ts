import type { GlobalAveragePoolLayer, WriteCode } from '../types';

export const code: WriteCode<GlobalAveragePoolLayer> = () => ({
  keras: 'layers.GlobalAveragePooling2D()',
  tensorflowjs: 'tf.layers.globalAveragePooling2d({})',
  pytorch: 'nn.AdaptiveAvgPool2d(1), nn.Flatten()',
});
