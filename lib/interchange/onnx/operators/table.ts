import { leakyRelu, logSoftmax, relu, sigmoid, softmax, tanh } from './activations';
import { flatten, reshape, squeeze, transpose, unsqueeze } from './axes';
import { convolution } from './convolution';
import { division, multiplication, subtraction } from './normalizing';
import type { Operator } from './operator';
import { averagePooling, globalPooling, maxPooling, mean } from './pooling';
import { batchNormalization, dropout, padding, unchanged } from './values';
import { addition, dense, matrixProduct } from './weighing';

/** ONNX's operators that can be read, by name. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['Conv', convolution],
  ['Relu', relu],
  ['LeakyRelu', leakyRelu],
  ['Sigmoid', sigmoid],
  ['Tanh', tanh],
  ['Softmax', softmax],
  ['LogSoftmax', logSoftmax],
  ['MaxPool', maxPooling],
  ['AveragePool', averagePooling],
  ['GlobalAveragePool', globalPooling],
  ['ReduceMean', mean],
  ['BatchNormalization', batchNormalization],
  ['Dropout', dropout],
  ['Pad', padding],
  ['Flatten', flatten],
  ['Reshape', reshape],
  ['Squeeze', squeeze],
  ['Unsqueeze', unsqueeze],
  ['Transpose', transpose],
  ['Gemm', dense],
  ['MatMul', matrixProduct],
  ['Add', addition],
  ['Sub', subtraction],
  ['Mul', multiplication],
  ['Div', division],
  ['Identity', unchanged],
]);

/** Operators that take each value by itself, whatever the axes stand for. */
export const AXIS_FREE: ReadonlySet<string> = new Set([
  'Relu',
  'LeakyRelu',
  'Sigmoid',
  'Tanh',
  'Dropout',
  'Pad',
  'Add',
  'Sub',
  'Mul',
  'Div',
  'Identity',
]);

/** Operators that take maps as batch × channels × height × width. */
export const TAKES_MAPS: ReadonlySet<string> = new Set([
  'Conv',
  'MaxPool',
  'AveragePool',
  'GlobalAveragePool',
  'BatchNormalization',
]);
