/** Networks that our layers don't compute: each is refused in a sentence that names the node and says what can be shown. */
import { describe, expect, test } from 'vitest';
import { changed, inserted, list, set, storing, tensor } from './support/onnx-classifier';
import { type Case, one, sentence } from './support/onnx-refused';

const pads = (...cells: number[]) => ({ pads: { ints: cells } });
const shuffled = set('MaxPool', pads(1, 0, 0, 0));

const operators: readonly Case[] = [
  [
    'an unknown operator',
    inserted('Relu', { operator: 'HardSwish' }),
    /^HardSwish “added” \(node 2 of 6\) can’t be shown here\. Export a network that is made of these operators: Conv, Relu, .*, Identity\.$/,
  ],
  [
    'an operator of another domain',
    inserted('Relu', { operator: 'Relu', domain: 'com.microsoft' }),
    /^Relu “added” \(node 2 of 6\) can’t/,
  ],
  ['a log softmax in the midst', inserted('Gemm', { operator: 'LogSoftmax' }), /^Gemm.*follows a LogSoftmax/],
  [
    'groups',
    set('Conv', { group: { int: 3 } }),
    /^Conv “\/conv1\/Conv” \(node 1 of 5\) has 3 groups\..*1 group/,
  ],
  ['dilations', set('Conv', { dilations: { ints: [1, 2] } }), /has the dilations 1, 2\..*dilation 1/],
  ['two strides', set('Conv', { strides: { ints: [1, 2] } }), /has the strides 1, 2\./],
  ['a stride of 0', set('MaxPool', { strides: { ints: [0, 0] } }), /MaxPool.*has the strides 0, 0/],
  ['windows along one axis', set('MaxPool', { kernel_shape: { ints: [2] } }), /has a window of 2 cells/],
  ['a convolution of volumes', storing(tensor('kernel', [4, 3, 3, 3, 3])), /window of 3, 3, 3 cells/],
  ['negative padding', set('Conv', pads(1, -1, 1, 1)), /has the padding 1, -1, 1, 1/],
  ['padding of one axis', set('Conv', pads(1, 1)), /has the padding 1, 1\./],
  [
    'an unknown way of padding',
    set('Conv', { auto_pad: { text: 'REFLECT' } }),
    /“REFLECT”\. Export the network with NOTSET, VALID,/,
  ],
  [
    'max pooling with padding of values that can be below 0',
    changed('Relu', { operator: 'Tanh' }, shuffled),
    /^MaxPool “\/pool\/MaxPool” \(node 3 of 5\) has the padding 1, 0, 0, 0\. .* as after ReLU\.$/,
  ],
  [
    'max pooling of padding alone, even after a ReLU',
    set('MaxPool', pads(2, 0, 0, 0)),
    /MaxPool.*has the padding 2, 0, 0, 0/,
  ],
  [
    'average pooling that leaves padding out',
    changed('MaxPool', { operator: 'AveragePool' }, shuffled),
    /^AveragePool.*count_include_pad=1/,
  ],
  [
    'average pooling that counts padding and rounds up',
    changed(
      'MaxPool',
      { operator: 'AveragePool' },
      set('MaxPool', {
        kernel_shape: { ints: [3, 3] },
        ...pads(1, 1, 1, 1),
        ceil_mode: { int: 1 },
        count_include_pad: { int: 1 },
      }),
    ),
    /ceil_mode=0/,
  ],
  [
    'rounding up to a window of padding alone',
    set('MaxPool', {
      kernel_shape: { ints: [2, 2] },
      strides: { ints: [3, 3] },
      ...pads(0, 0, 1, 1),
      ceil_mode: { int: 1 },
    }),
    /ceil_mode=0/,
  ],
  [
    'a mean over channels',
    inserted('Relu', { operator: 'ReduceMean', settings: { axes: { ints: [1] } } }),
    /^ReduceMean.*mean over the axes 1 of batch × channels × height × width/,
  ],
  [
    'padding of channels',
    inserted('Relu', { operator: 'Pad' }, [list('cells', [0, 1, 0, 0, 0, 0, 0, 0])]),
    /^Pad.*by 0, 1, 0/,
  ],
  [
    'cropping',
    inserted('Relu', { operator: 'Pad' }, [list('cells', [0, 0, -1, 0, 0, 0, 0, 0])]),
    /^Pad.*by 0, 0, -1/,
  ],
  [
    'mirrored padding',
    inserted('Relu', { operator: 'Pad', settings: { mode: { text: 'reflect' } } }, [
      list('cells', [0, 0, 1, 1, 0, 0, 1, 1]),
    ]),
    /^Pad.*mode reflect/,
  ],
  [
    'padding with another number',
    inserted('Relu', { operator: 'Pad' }, [list('cells', [0, 0, 1, 1, 0, 0, 1, 1]), one('filler', -5)]),
    /^Pad.*value -5/,
  ],
  [
    'a number in the midst',
    inserted('MaxPool', { operator: 'Mul' }, [one('factor', 3)]),
    /^Mul.*directly after the input/,
  ],
  [
    'a bias behind a ReLU',
    inserted('MaxPool', { operator: 'Add' }, [tensor('more', [4, 1, 1])]),
    /^Add.*no bias/,
  ],
  [
    'an addition for each column',
    inserted('Relu', { operator: 'Add' }, [tensor('more', [8])]),
    /^Add.*shape 8 with batch × channels × height × width/,
  ],
  [
    'an addition for each place',
    inserted('Relu', { operator: 'Add' }, [tensor('more', [4, 8, 8])]),
    /^Add.*4 × 8 × 8/,
  ],
  [
    'softmax along rows',
    inserted('MaxPool', { operator: 'Softmax', settings: { axis: { int: 2 } } }),
    /^Softmax.*axis 2/,
  ],
  [
    'old softmax over whole maps',
    { ...inserted('MaxPool', { operator: 'Softmax' }), version: 12 },
    /^Softmax.*axis 1/,
  ],
  [
    'batch normalization in training',
    {
      ...inserted(
        'Relu',
        { operator: 'BatchNormalization', settings: { training_mode: { int: 1 } } },
        ['a', 'b', 'c', 'd'].map((name) => tensor(name, [4])),
      ),
      version: 15,
    },
    /^BatchNormalization.*model\.eval\(\)/,
  ],
  [
    'dropout in training',
    inserted('Gemm', { operator: 'Dropout' }, [
      one('share', 0.5),
      tensor('training', [], { values: [1], type: 'bool' }),
    ]),
    /^Dropout.*model\.eval\(\)/,
  ],
  [
    'a reshape that keeps maps',
    inserted('Relu', { operator: 'Reshape' }, [list('shape', [-1, 2, 2, 64])]),
    /^Reshape.*turns batch × 4 × 8 × 8 into batch × 2 × 2 × 64/,
  ],
  [
    'a reshape that joins images',
    inserted('Relu', { operator: 'Reshape' }, [list('shape', [2, -1])]),
    /^Reshape.*turns batch × 4 × 8 × 8 into 2 × -1/,
  ],
  ['a flatten of the batch', set('Flatten', { axis: { int: 0 } }), /^Flatten.*from the axis 0/],
  [
    'a reshape with two lengths left open',
    inserted('Flatten', { operator: 'Reshape' }, [list('shape', [-1, -1])]),
    /^Reshape.*into -1 × -1/,
  ],
  [
    'a flatten of images on their side',
    inserted('Flatten', { operator: 'Transpose', settings: { perm: { ints: [1, 0, 2, 3] } } }),
    /^Flatten.*turns 4 × batch × 4 × 4/,
  ],
  [
    'a matrix product of more than a matrix',
    inserted('Gemm', { operator: 'Unsqueeze' }, [list('axes', [1])], storing(tensor('matrix', [2, 64]))),
    /^Gemm.*product with batch × 1 × channels/,
  ],
  [
    'max pooling with padding behind a convolution behind a ReLU',
    inserted('MaxPool', { operator: 'Conv' }, [tensor('more', [4, 4, 1, 1])], shuffled),
    /^MaxPool.*has the padding 1, 0, 0, 0/,
  ],
  [
    'max pooling with padding behind a batch normalization behind a ReLU',
    inserted(
      'MaxPool',
      { operator: 'BatchNormalization' },
      ['a', 'b', 'c']
        .map((name) => tensor(name, [4]))
        .concat(tensor('variance', [4], { values: [1, 1, 1, 1] })),
      shuffled,
    ),
    /^MaxPool.*has the padding 1, 0, 0, 0/,
  ],
  ['a squeeze without axes', inserted('Gemm', { operator: 'Squeeze' }), /^Squeeze/],
  [
    'maps turned on their side',
    inserted('MaxPool', { operator: 'Transpose', settings: { perm: { ints: [0, 1, 3, 2] } } }),
    /^MaxPool.*batch × channels × height × width, but gets batch × channels × width × height/,
  ],
  [
    'a dense layer on maps',
    inserted('Flatten', { operator: 'MatMul' }, [tensor('weights', [4, 4])]),
    /^MatMul.*product with batch × channels × height × width/,
  ],
  [
    'a convolution of a vector',
    inserted('Gemm', { operator: 'GlobalAveragePool' }),
    /^GlobalAveragePool.*but gets batch × channels/,
  ],
  [
    'a slope below 0',
    inserted('MaxPool', { operator: 'LeakyRelu', settings: { alpha: { float: -1 } } }),
    /slope of 0 or more/,
  ],
  [
    'a kernel that is larger than the maps',
    { ...storing(tensor('kernel', [4, 3, 11, 11]), tensor('matrix', [2, 64])) },
    /“conv1” has a 11 × 11 kernel/,
  ],
];

describe('an operator or setting is refused', () => {
  test.each(operators)('%s', async (_, graph, expected) => {
    expect(await sentence(graph)).toMatch(expected);
  });
});
