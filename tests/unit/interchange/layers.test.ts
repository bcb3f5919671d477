import { describe, expect, test } from 'vitest';
import { readNetwork } from '@/lib/interchange/read-network';
import { must, sentenceOf } from '../support/result';
import { type Config, layersModel, topologyOf, type Written } from './support/layers-model';
import { conv, dense, filled, flatten, layer, small, TENSORS, withBetween, withConv } from './support/small';

const layersOf = async (files: ReturnType<typeof small>) =>
  must(await readNetwork(files)).architecture.layers;
const between = async (...layers: readonly Written[]) =>
  (await layersOf(withBetween(...layers))).slice(2, -2);
const sentence = async (files: ReturnType<typeof small>) => sentenceOf(await readNetwork(files));

describe('layers are read as Keras means them', () => {
  test('a network without an input layer begins with one', async () => {
    expect(await layersOf(small())).toEqual([
      { id: 'input', kind: 'input' },
      { id: 'conv', kind: 'conv2d', filters: 2, kernel: 3, stride: 1, padding: 'valid', activation: 'relu' },
      { id: 'flat', kind: 'flatten' },
      { id: 'out', kind: 'dense', units: 3, activation: 'softmax' },
    ]);
  });

  test('what Keras leaves out has Keras’s own value', async () => {
    const pool = layer('MaxPooling2D', 'pool', {});
    const files = layersModel(topologyOf([conv(), pool, flatten, dense()], 'direct'), [
      ...TENSORS.slice(0, 2),
      filled('out/kernel', [8, 3]),
      filled('out/bias', [3]),
    ]);
    expect((await layersOf(files))[2]).toEqual({
      id: 'pool',
      kind: 'maxPool',
      size: 2,
      stride: 2,
      padding: 'valid',
    });
    const norm = layer('BatchNormalization', 'norm', {});
    expect((await readWith(norm)).layer).toEqual({
      id: 'norm',
      kind: 'batchNormalization',
      epsilon: 0.001,
      momentum: 0.99,
    });
  });

  test.each<[Config | string, object]>([
    ['sigmoid', { activation: 'sigmoid' }],
    ['tanh', { activation: 'tanh' }],
    ['softmax', { activation: 'softmax' }],
    ['leaky_relu', { activation: 'leakyRelu', slope: 0.2 }],
    [
      { module: 'keras.activations', class_name: 'function', config: 'tanh', registered_name: 'tanh' },
      { activation: 'tanh' },
    ],
  ])('a convolution’s %o becomes a layer after it', async (activation, expected) => {
    const [, first, second] = await layersOf(withConv({ activation }));
    expect(first).toMatchObject({ id: 'conv', activation: 'linear' });
    expect(second).toMatchObject({ kind: 'activation', ...expected });
    expect(second.id).toMatch(/^conv_/);
  });

  test.each<[Written, object]>([
    [layer('ReLU', 'a', {}), { activation: 'relu' }],
    [layer('ReLU', 'a', { negative_slope: 0.1, max_value: null }), { activation: 'leakyRelu', slope: 0.1 }],
    [layer('LeakyReLU', 'a', {}), { activation: 'leakyRelu', slope: 0.3 }],
    [layer('LeakyReLU', 'a', { negative_slope: 0.2 }), { activation: 'leakyRelu', slope: 0.2 }],
    [layer('Softmax', 'a', { axis: -1 }), { activation: 'softmax' }],
    [layer('Softmax', 'a', { axis: 3 }), { activation: 'softmax' }],
    [
      layer('ZeroPadding2D', 'a', { padding: 0 }),
      { kind: 'zeroPadding', top: 0, bottom: 0, left: 0, right: 0 },
    ],
    [layer('Rescaling', 'a', { scale: 1 / 255, offset: 0 }), { kind: 'normalize', divisor: 255 }],
    [layer('Rescaling', 'a', { scale: 0.3 }), { kind: 'normalize', divisor: 1 / 0.3 }],
    [
      layer('Rescaling', 'a', { scale: 1 / 127.5, offset: -1 }),
      { kind: 'normalize', divisor: 127.5, means: [1] },
    ],
    [
      layer('Rescaling', 'a', { scale: 2 }),
      { kind: 'normalize', divisor: 255, deviations: [0.00196078431373] },
    ],
    [
      layer('Rescaling', 'a', { scale: -0.003921569, offset: 1 }),
      { kind: 'normalize', divisor: 255, means: [1], deviations: [-1] },
    ],
    [
      layer('Rescaling', 'a', { scale: [1 / 255, 1 / 510], offset: [0.5, -0.25] }),
      { kind: 'normalize', divisor: 255, means: [-0.5, 0.5], deviations: [1, 2] },
    ],
    [layer('Dropout', 'a', { rate: 0.25 }), { kind: 'dropout', share: 0.25 }],
  ])('%o', async (written, expected) => {
    expect(await between(written)).toEqual([{ id: 'a', kind: 'activation', ...expected }]);
  });

  test('what only does something in training is left out, and a vector needs no flattening', async () => {
    const names = ['SpatialDropout2D', 'GaussianNoise', 'GaussianDropout', 'RandomFlip'];
    expect(await between(...names.map((name) => layer(name, name, { rate: 0.5 })))).toEqual([]);
    const again = layer('Flatten', 'again', {});
    const files = layersModel(topologyOf([conv(), flatten, again, dense()], 'nested'), TENSORS);
    expect((await layersOf(files)).map(({ id }) => id)).toEqual(['input', 'conv', 'flat', 'out']);
  });

  test('a softmax of its own at the end becomes the dense layer’s', async () => {
    const end = layer('Activation', 'probabilities', { activation: 'softmax' });
    const last = dense({ activation: 'linear' });
    const files = layersModel(topologyOf([conv(), flatten, last, end], 'nested'), TENSORS);
    expect((await layersOf(files)).at(-1)).toEqual({
      id: 'out',
      kind: 'dense',
      units: 3,
      activation: 'softmax',
    });
  });

  test('a network that ends in logits gets a softmax, and says so', async () => {
    const files = layersModel(
      topologyOf([conv(), flatten, dense({ activation: 'linear' })], 'nested'),
      TENSORS,
    );
    const { architecture, addsSoftmax } = must(await readNetwork(files));
    expect(architecture.layers.at(-1)).toMatchObject({ id: 'out', activation: 'softmax' });
    expect(addsSoftmax).toBe(true);
    expect(must(await readNetwork(small())).addsSoftmax).toBe(false);
  });

  async function readWith(written: Written, roles = ['gamma', 'beta', 'moving_mean', 'moving_variance']) {
    const own = roles.map((role) => filled(`${written.config.name}/${role}`, [2]));
    const files = layersModel(topologyOf([conv(), written, flatten, dense()], 'nested'), [
      ...TENSORS,
      ...own,
    ]);
    const { architecture, weights } = must(await readNetwork(files));
    return { layer: architecture.layers[2], weights: weights[String(written.config.name)] };
  }

  test('a normalization without scale and center gets a gamma of ones and a beta of zeros', async () => {
    const written = layer('BatchNormalization', 'norm', { axis: [3], scale: false, center: false });
    const { weights } = await readWith(written, ['moving_mean', 'moving_variance']);
    expect(weights.gamma?.values).toEqual(Float32Array.from([1, 1]));
    expect(weights.beta?.values).toEqual(Float32Array.from([0, 0]));
    expect(weights.movingMean?.values).toEqual(filled('', [2]).values);
  });

  test('a name that can’t be an id, or is there already, is made from the kind', async () => {
    const relu = (name: string) => layer('ReLU', name, {});
    const names = ['x'.repeat(65), ' ', 'constructor', '__proto__', 'activation2', 'fine name'];
    const found = await between(...names.map(relu));
    expect(found.map(({ id }) => id)).toEqual([
      ...['activation1', 'activation2', 'activation3', 'activation4', 'activation5'],
      'fine name',
    ]);
  });
});

describe('what can’t be computed here is one sentence that names file, layer and place', () => {
  const spot = '“model.json”';
  test.each<[string, Written]>([
    ['“x” (number 2 of 4)', layer('Conv2DTranspose', 'x', {})],
    ['Conv2D, ZeroPadding2D, MaxPooling2D', layer('DepthwiseConv2D', 'x', {})],
    ['recurrent (LSTM)', layer('LSTM', 'x', { units: 3 })],
    ['Python code', layer('Lambda', 'x', {})],
    ['Python code', layer('Custom>Mine', 'x', {})],
    ['a whole network (Sequential)', layer('Sequential', 'x', { layers: [] })],
    ['scale = 0', layer('Rescaling', 'x', { scale: 0 })],
    ['scale = [1,0,3]', layer('Rescaling', 'x', { scale: [1, 0, 3] })],
    ['needs one mean and one deviation', layer('Rescaling', 'x', { scale: [0.1, 0.2, 0.3, 0.4] })],
    ['form that can’t be read', layer('Rescaling', 'x', { scale: 'large' })],
    ['activation = "gelu"', layer('Activation', 'x', { activation: 'gelu' })],
    ['activation = "toString"', layer('Activation', 'x', { activation: 'toString' })],
    [
      'activation = {"module":"builtins"',
      layer('Activation', 'x', {
        activation: { module: 'builtins', class_name: 'function', config: 'relu' },
      }),
    ],
    ['max_value = 6', layer('ReLU', 'x', { max_value: 6 })],
    ['threshold = 1', layer('ReLU', 'x', { threshold: 1 })],
    ['axis = 1', layer('Softmax', 'x', { axis: 1 })],
    ['axis = [1]', layer('BatchNormalization', 'x', { axis: [1] })],
    ['renorm = true', layer('BatchNormalization', 'x', { renorm: true })],
    ['strides = [2,1]', layer('MaxPooling2D', 'x', { pool_size: [2, 1] })],
    ['data_format = "channels_first"', layer('AveragePooling2D', 'x', { data_format: 'channels_first' })],
    ['keepdims = true', layer('GlobalAveragePooling2D', 'x', { keepdims: true })],
    ['noise_shape = [1]', layer('Dropout', 'x', { rate: 0.5, noise_shape: [1] })],
    ['share', layer('Dropout', 'x', { rate: 1 })],
    [
      'quantised',
      layer('ReLU', 'x', { dtype: { class_name: 'QuantizedDTypePolicy', config: { name: 'int8' } } }),
    ],
  ])('%s', async (words, written) => {
    const refusal = await sentence(withBetween(written));
    expect(refusal).toContain(words);
    expect(refusal).toContain(spot);
  });

  test.each<[string, Config]>([
    ['dilation_rate = [2,2]', { dilation_rate: [2, 2] }],
    ['groups = 3', { groups: 3 }],
    ['strides = [1,2]', { strides: [1, 2] }],
    ['padding = "causal"', { padding: 'causal' }],
    ['form that can’t be read', { kernel_size: [3, 3, 3] }],
    ['form that can’t be read', { filters: 2.5 }],
    ['[null,6,6]', { batch_input_shape: [null, 6, 6] }],
    ['[null,null,6,3]', { batch_input_shape: [null, null, 6, 3] }],
    ['how large', { batch_input_shape: undefined }],
    ['kernel, but its input', { kernel_size: 9 }],
    ['memory', { filters: 10_000_000 }],
  ])('a convolution with %s', async (words, config) => {
    expect(await sentence(withConv(config))).toContain(
      words === 'kernel, but its input' ? 'its input is only' : words,
    );
  });

  test('a last layer that is no choice between classes', async () => {
    const files = layersModel(
      topologyOf([conv(), flatten, dense({ activation: 'sigmoid' })], 'nested'),
      TENSORS,
    );
    expect(await sentence(files)).toMatch(/“model.json”: The last layer.*softmax/);
  });

  test('more layers than a network has', async () => {
    const many = Array.from({ length: 600 }, (_, at) => layer('ReLU', `r${at}`, {}));
    expect(await sentence(withBetween(...many))).toContain('has 603 layers');
  });
});
