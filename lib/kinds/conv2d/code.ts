import { asMap } from '@/lib/tensor/tensor';
import {
  kerasOptions,
  PYTORCH_ACTIVATION,
  pythonSides,
  pytorchPadding,
  scriptOptions,
  scriptSides,
} from '../parts/code';
import type { Conv2dLayer, WriteCode } from '../types';
import { sliding } from './layer';

export const code: WriteCode<Conv2dLayer> = (layer, input) => {
  const { filters, kernel, stride, padding } = layer;
  const shape = asMap(input);
  const activation = layer.activation === 'linear' ? undefined : layer.activation;
  const options = {
    strides: stride === 1 ? undefined : stride,
    padding: padding === 'same' ? padding : undefined,
    activation,
  };
  const unbiased = layer.bias === false ? false : undefined;
  const { layerBefore, argument } = pytorchPadding(sliding(layer), shape, '0.0');
  const steps = stride === 1 ? '' : `, stride=${stride}`;
  return {
    keras: `layers.Conv2D(${filters}, ${pythonSides(kernel)}${kerasOptions({ ...options, use_bias: unbiased })})`,
    tensorflowjs: `tf.layers.conv2d({ filters: ${filters}, kernelSize: ${scriptSides(kernel)}${scriptOptions({ ...options, useBias: unbiased })} })`,
    pytorch: `${layerBefore}nn.Conv2d(${shape[2]}, ${filters}, kernel_size=${pythonSides(kernel)}${steps}${argument}${layer.bias === false ? ', bias=False' : ''})${PYTORCH_ACTIVATION[layer.activation]}`,
  };
};
