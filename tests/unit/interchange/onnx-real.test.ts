/** Files that PyTorch and the `onnx` package wrote; `make-onnx.py` beside them says how, and kept what PyTorch answered. */
import { describe, expect, test } from 'vitest';
import { readOnnx } from '@/lib/interchange/onnx/read';
import { asMap } from '@/lib/tensor/tensor';
import outputs from '@/tests/fixtures/interchange/onnx-outputs.json';
import { must, sentenceOf } from '../support/result';
import { expectAlike, explainedOutput } from './support/explained';
import { fixture } from './support/files';

/** The image that PyTorch was given, with channels last. */
function image([height, width, channels]: readonly [number, number, number]): Float32Array {
  return Float32Array.from({ length: height * width * channels }, (_, at) => {
    const place = Math.floor(at / channels);
    return Math.sin(0.37 * ((at % channels) * height * width + place));
  });
}

describe('a real file answers as PyTorch did', () => {
  test.each(Object.entries(outputs))('%s', async (name, expected) => {
    const opened = must(await readOnnx([fixture(`${name}.onnx`)]));
    const { architecture, weights, addsSoftmax } = opened;
    const answer = explainedOutput(architecture, weights, image(asMap(architecture.input)));
    expectAlike(addsSoftmax ? answer.before : answer.values, expected);
  });
});

/** The kinds of a network's layers with their ids, in order. */
async function layersOf(name: string) {
  const { architecture } = must(await readOnnx([fixture(name)]));
  return architecture.layers.map(({ id, kind }) => `${id}: ${kind}`);
}

describe('a real file is read as its layers', () => {
  test('of PyTorch, with names from its modules, and padding that TensorFlow has not', async () => {
    expect(await layersOf('torch-vgg.onnx')).toEqual([
      'input: input',
      'conv1: conv2d',
      'pad1: zeroPadding',
      'conv2: conv2d',
      'pool: maxPool',
      'flatten: flatten',
      'fc1: dense',
      'fc2: dense',
    ]);
  });

  test('of PyTorch, with an open batch and the padding of its max pooling as zeros behind a ReLU', async () => {
    expect(await layersOf('torch-viewed.onnx')).toEqual([
      'input: input',
      'pad1: zeroPadding',
      'features_0: conv2d',
      'pad2: zeroPadding',
      'features_3: maxPool',
      'features_4: conv2d',
      'features_5: activation',
      'flatten: flatten',
      'fc: dense',
    ]);
  });

  test('of PyTorch, with the nodes that compute how much to pad', async () => {
    expect(await layersOf('torch-pooled.onnx')).toEqual([
      'input: input',
      'pad1: zeroPadding',
      'conv1: conv2d',
      'activation1: activation',
      'pad2: zeroPadding',
      'pool1: averagePool',
      'conv2: conv2d',
      'activation2: activation',
      'pool2: maxPool',
      'global_pool: globalAveragePool',
      'dense: dense',
    ]);
  });

  test('of Keras, with channels last, batch normalization and named classes', async () => {
    expect(await layersOf('keras-like.onnx')).toEqual([
      'input: input',
      'conv2d: conv2d',
      'zero_padding2d: zeroPadding',
      'conv2d_1: conv2d',
      'batch_normalization: batchNormalization',
      'flatten: flatten',
      'dense: dense',
    ]);
    const { architecture, namesClasses } = must(await readOnnx([fixture('keras-like.onnx')]));
    expect(architecture.classes).toEqual(['cat', 'dog', 'ship']);
    expect(namesClasses).toBe(true);
  });
});

describe('a real file is refused', () => {
  test('for a shortcut', async () => {
    expect(sentenceOf(await readOnnx([fixture('torch-residual.onnx')]))).toBe(
      'Add “/Add” (node 2 of 5) joins two branches of the network. Choose a network in which each layer follows the one before, without shortcuts.',
    );
  });

  test('for weights in another file', async () => {
    expect(sentenceOf(await readOnnx([fixture('external.onnx')]))).toMatch(/external_data=False/);
  });
});
