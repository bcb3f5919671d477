import { asMap } from '@/lib/tensor/tensor';
import { kerasOptions, pythonSides, pytorchPadding, scriptOptions, scriptSides } from '../parts/code';
import type { MaxPoolLayer, WriteCode } from '../types';
import { sliding } from './layer';

export const code: WriteCode<MaxPoolLayer> = (layer, input) => {
  const { size, stride, padding } = layer;
  const options = {
    strides: stride === size ? undefined : stride,
    padding: padding === 'same' ? padding : undefined,
  };
  const { layerBefore, argument } = pytorchPadding(sliding(layer), asMap(input), 'float("-inf")');
  const steps = stride === size ? '' : `, stride=${stride}`;
  return {
    keras: `layers.MaxPooling2D(${pythonSides(size)}${kerasOptions(options)})`,
    tensorflowjs: `tf.layers.maxPooling2d({ poolSize: ${scriptSides(size)}${scriptOptions(options)} })`,
    pytorch: `${layerBefore}nn.MaxPool2d(${pythonSides(size)}${steps}${argument})`,
  };
};
