import { describe, expect, test } from 'vitest';
import { codeOf } from '@/lib/kinds/codes';
import { explain as explainConvolution } from '@/lib/kinds/conv2d/explain';
import { conv2d } from '@/lib/kinds/conv2d/layer';
import { explain as explainPool } from '@/lib/kinds/max-pool/explain';
import { relu, softmax } from '@/lib/kinds/parts/activation';
import { rulesOf } from '@/lib/kinds/registry';
import type { Conv2dLayer, Layer, MaxPoolLayer } from '@/lib/kinds/types';
import type { Shape } from '@/lib/tensor/tensor';

const conv: Conv2dLayer = {
  id: 'conv',
  kind: 'conv2d',
  filters: 32,
  kernel: 3,
  stride: 1,
  padding: 'valid',
  activation: 'relu',
};
const pool: MaxPoolLayer = { id: 'pool', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' };

describe('max pooling', () => {
  const map = (values: readonly number[]) => ({
    shape: [3, 3, 1] as const,
    values: Float32Array.from(values),
  });

  test('the first of equal values wins, row by row, as in TensorFlow.js', () => {
    const explanation = explainPool(pool, map([1, 5, 0, 5, 5, 0, 0, 0, 0]), null, [0, 0, 0]);
    expect([explanation.winner, explanation.value]).toEqual([1, 5]);
    const zeros = explainPool(pool, map([0, 0, 0, 0, 0, 0, 0, 0, 0]), null, [0, 0, 0]);
    expect(zeros.winner).toBe(0);
  });

  test('padding is never a candidate, even where all values are negative', () => {
    const same = { ...pool, padding: 'same' as const };
    const explanation = explainPool(same, map([-1, -2, -3, -4, -5, -6, -7, -8, -9]), null, [1, 1, 0]);
    expect(explanation.terms).toEqual([{ source: [2, 2, 0], value: -9, product: -9 }]);
    expect(explanation.value).toBe(-9);
  });
});

describe('padding “same” is TensorFlow’s', () => {
  test.each([
    // length, kernel, stride, output, cells before the first value
    [5, 3, 1, 5, 1],
    [5, 3, 2, 3, 1],
    [6, 3, 2, 3, 0],
    [7, 5, 3, 3, 2],
    [4, 1, 3, 2, 0],
  ])(
    'on %d cells, a kernel of %d with stride %d outputs %d, with %d before',
    (length, kernel, stride, out, before) => {
      const layer = { ...conv, kernel, stride, padding: 'same' as const };
      expect(conv2d.outputShape(layer, [length, length, 1])).toEqual([out, out, 32]);
      expect(conv2d.window(layer, length, 'height')).toEqual({ size: kernel, stride, before });
    },
  );
});

describe('activations', () => {
  test('ReLU outputs nothing below 0', () => {
    expect([-2, 0, 3].map(relu)).toEqual([0, 0, 3]);
  });

  test('softmax of large logits stays finite', () => {
    const units = softmax([1000, 1000, -1000]);
    expect(units.map(({ probability }) => probability)).toEqual([0.5, 0.5, 0]);
    expect(units[0].shifted).toBe(1);
  });
});

test('a layer with weights cannot be explained without them', () => {
  const input = { shape: [3, 3, 1] as const, values: new Float32Array(9) };
  expect(() => explainConvolution(conv, input, null, [0, 0, 0])).toThrow('conv was asked without its kernel');
});

describe('captions and code follow from the hyperparameters', () => {
  const strided: Conv2dLayer = { ...conv, stride: 2, padding: 'same', activation: 'linear' };
  const cases: readonly (readonly [Layer, Shape, readonly string[]])[] = [
    [
      { id: 'input', kind: 'input' },
      [64, 48, 3],
      [
        'raw pixels, 0 to 255',
        'layers.Input(shape=(64, 48, 3))',
        'tf.layers.inputLayer({ inputShape: [64, 48, 3] })',
        '# no layer: x has the shape batch × 3 × 64 × 48',
      ],
    ],
    [
      { id: 'normalize', kind: 'normalize', divisor: 127.5 },
      [64, 64, 3],
      [
        'divide by 127.5',
        'layers.Rescaling(1 / 127.5)',
        'tf.layers.rescaling({ scale: 1 / 127.5 })',
        'x = x / 127.5',
      ],
    ],
    [
      { id: 'normalize', kind: 'normalize', divisor: 127.5, means: [1] },
      [64, 64, 3],
      [
        'each channel less its mean, over its deviation',
        'layers.Rescaling(1 / 127.5, offset=-1)',
        'tf.layers.rescaling({ scale: 1 / 127.5, offset: -1 })',
        'x = x / 127.5 - 1',
      ],
    ],
    [
      { id: 'normalize', kind: 'normalize', divisor: 255, means: [0.5, 0.25], deviations: [0.5, 0.125] },
      [64, 64, 2],
      [
        'each channel less its mean, over its deviation',
        'layers.Rescaling([1 / (255 * 0.5), 1 / (255 * 0.125)], offset=[-0.5 / 0.5, -0.25 / 0.125])',
        'tf.layers.rescaling({ scale: [1 / (255 * 0.5), 1 / (255 * 0.125)], offset: [-0.5 / 0.5, -0.25 / 0.125] })',
        'x = (x / 255 - torch.tensor([0.5, 0.25]).view(-1, 1, 1)) / torch.tensor([0.5, 0.125]).view(-1, 1, 1)',
      ],
    ],
    [
      { id: 'normalize', kind: 'normalize', divisor: 255, means: [1], deviations: [-1] },
      [28, 28, 1],
      [
        'each channel less its mean, over its deviation',
        'layers.Rescaling(1 / (255 * -1), offset=-1 / -1)',
        'tf.layers.rescaling({ scale: 1 / (255 * -1), offset: -1 / -1 })',
        'x = (x / 255 - 1) / -1',
      ],
    ],
    [
      conv,
      [64, 64, 3],
      [
        '32 kernels 3 × 3, ReLU',
        'layers.Conv2D(32, 3, activation="relu")',
        "tf.layers.conv2d({ filters: 32, kernelSize: 3, activation: 'relu' })",
        'nn.Conv2d(3, 32, kernel_size=3), nn.ReLU()',
      ],
    ],
    [
      strided,
      [7, 7, 3],
      [
        '32 kernels 3 × 3, stride 2, padded',
        'layers.Conv2D(32, 3, strides=2, padding="same")',
        "tf.layers.conv2d({ filters: 32, kernelSize: 3, strides: 2, padding: 'same' })",
        'nn.Conv2d(3, 32, kernel_size=3, stride=2, padding=1)',
      ],
    ],
    [
      strided,
      [6, 7, 3],
      [
        '32 kernels 3 × 3, stride 2, padded',
        'layers.Conv2D(32, 3, strides=2, padding="same")',
        "tf.layers.conv2d({ filters: 32, kernelSize: 3, strides: 2, padding: 'same' })",
        'nn.ConstantPad2d((1, 1, 0, 1), 0.0), nn.Conv2d(3, 32, kernel_size=3, stride=2)',
      ],
    ],
    [
      { ...strided, kernel: [2, 5] },
      [6, 7, 3],
      [
        '32 kernels 2 × 5, stride 2, padded',
        'layers.Conv2D(32, (2, 5), strides=2, padding="same")',
        "tf.layers.conv2d({ filters: 32, kernelSize: [2, 5], strides: 2, padding: 'same' })",
        'nn.Conv2d(3, 32, kernel_size=(2, 5), stride=2, padding=(0, 2))',
      ],
    ],
    [
      { ...strided, kernel: [4, 1], stride: 1 },
      [6, 7, 3],
      [
        '32 kernels 4 × 1, padded',
        'layers.Conv2D(32, (4, 1), padding="same")',
        "tf.layers.conv2d({ filters: 32, kernelSize: [4, 1], padding: 'same' })",
        'nn.ConstantPad2d((0, 0, 1, 2), 0.0), nn.Conv2d(3, 32, kernel_size=(4, 1))',
      ],
    ],
    [
      { ...pool, size: [2, 3] },
      [9, 9, 4],
      [
        'largest of 2 × 3, stride 2',
        'layers.MaxPooling2D((2, 3), strides=2)',
        'tf.layers.maxPooling2d({ poolSize: [2, 3], strides: 2 })',
        'nn.MaxPool2d((2, 3), stride=2)',
      ],
    ],
    [
      { ...pool, kind: 'averagePool', size: [4, 3], stride: 1, padding: 'same' },
      [9, 9, 4],
      [
        'mean of 4 × 3, stride 1, padded',
        'layers.AveragePooling2D((4, 3), strides=1, padding="same")',
        "tf.layers.averagePooling2d({ poolSize: [4, 3], strides: 1, padding: 'same' })",
        'nn.AvgPool2d((4, 3), stride=1, padding=(2, 1), count_include_pad=False), nn.ZeroPad2d((0, 0, -1, 0))',
      ],
    ],
    [
      pool,
      [62, 62, 32],
      [
        'largest of 2 × 2',
        'layers.MaxPooling2D(2)',
        'tf.layers.maxPooling2d({ poolSize: 2 })',
        'nn.MaxPool2d(2)',
      ],
    ],
    [
      { ...pool, stride: 1, padding: 'same' },
      [9, 9, 4],
      [
        'largest of 2 × 2, stride 1, padded',
        'layers.MaxPooling2D(2, strides=1, padding="same")',
        "tf.layers.maxPooling2d({ poolSize: 2, strides: 1, padding: 'same' })",
        'nn.ConstantPad2d((0, 1, 0, 1), float("-inf")), nn.MaxPool2d(2, stride=1)',
      ],
    ],
    [
      { id: 'flatten', kind: 'flatten' },
      [14, 14, 64],
      [
        'maps to one vector',
        'layers.Flatten()',
        'tf.layers.flatten()',
        'nn.Flatten()  # in another order: channel, row, column',
      ],
    ],
    [
      { id: 'output', kind: 'dense', units: 10, activation: 'softmax' },
      [128],
      [
        '10 units, softmax',
        'layers.Dense(10, activation="softmax")',
        "tf.layers.dense({ units: 10, activation: 'softmax' })",
        'nn.Linear(128, 10), nn.Softmax(dim=1)',
      ],
    ],
  ];

  test.each(cases.map(([layer, input, lines]) => ({ layer, input, lines, keras: lines[1] })))(
    '$keras',
    ({ layer, input, lines }) => {
      const { keras, tensorflowjs, pytorch } = codeOf(layer, input);
      expect([rulesOf(layer).operation(layer), keras, tensorflowjs, pytorch]).toEqual(lines);
    },
  );
});
