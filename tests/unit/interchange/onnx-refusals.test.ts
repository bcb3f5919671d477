/** Graphs, weights and files that hold no network of ours: each is refused in a sentence. */
import { describe, expect, test } from 'vitest';
import { readOnnx } from '@/lib/interchange/onnx/read';
import { sentenceOf } from '../support/result';
import { fileOf } from './support/files';
import { CLASSIFIER, changed, inserted, list, storing, tensor } from './support/onnx-classifier';
import { type GraphSpec, onnxFile } from './support/onnx-file';
import { type Case, sentence } from './support/onnx-refused';

const branch: GraphSpec = {
  ...CLASSIFIER,
  nodes: [
    ...CLASSIFIER.nodes.slice(0, 2),
    { operator: 'Tanh', inputs: ['sums'], outputs: ['other'] },
    { operator: 'Add', inputs: ['bent', 'other'], outputs: ['both'] },
    { ...CLASSIFIER.nodes[2], inputs: ['both'] },
    ...CLASSIFIER.nodes.slice(3),
  ],
};

const graphs: readonly Case[] = [
  [
    'two inputs',
    { ...CLASSIFIER, inputs: [...CLASSIFIER.inputs, { name: 'mask', dims: [1] }] },
    /has 2 inputs \(“image”, “mask”\)/,
  ],
  ['no input', { ...CLASSIFIER, inputs: [] }, /has no input/],
  [
    'two outputs',
    { ...CLASSIFIER, outputs: [...CLASSIFIER.outputs, { name: 'bent' }] },
    /has 2 outputs \(“logits”, “bent”\)/,
  ],
  ['no output', { ...CLASSIFIER, outputs: [] }, /has no output/],
  [
    'an output that is stored',
    { ...CLASSIFIER, outputs: [{ name: 'bias' }] },
    /output “bias” is not computed/,
  ],
  [
    'an open height',
    { ...CLASSIFIER, inputs: [{ name: 'image', dims: [1, 3, 'height', 8] }] },
    /“image” leaves lengths open: 1 × 3 × \? × 8/,
  ],
  ['no word about axes', { ...CLASSIFIER, inputs: [{ name: 'image' }] }, /“image” has the shape/],
  [
    'vectors',
    { ...CLASSIFIER, inputs: [{ name: 'image', dims: [1, 192] }] },
    /“image” has the shape 1 × 192/,
  ],
  [
    'whole numbers',
    { ...CLASSIFIER, inputs: [{ name: 'image', dims: [1, 3, 8, 8], type: 2 }] },
    /“image” takes numbers of type uint8/,
  ],
  ['two branches', branch, /^Tanh \(node 3 of 7\) is the beginning of a branch/],
  [
    'a branch that joins itself',
    changed('Relu', { operator: 'Add', inputs: ['sums', 'sums'] }),
    /^Add.*joins two branches/,
  ],
  ['an old version', { ...CLASSIFIER, version: 4 }, /version 4 .*5 to 23/],
  ['a version to come', { ...CLASSIFIER, version: 24 }, /version 24 /],
  ['weights that are computed', changed('Conv', { inputs: ['image', 'image'] }), /^Conv.*joins/],
  [
    'an image that is the kernel',
    changed('Conv', { inputs: ['kernel', 'image'] }),
    /^Conv.*takes what the layer before puts out as its weights/,
  ],
  ['a value that is nowhere', changed('Relu', { inputs: ['nothing'] }), /^Relu.*needs “nothing”/],
  ['nodes in a circle', { ...CLASSIFIER, nodes: CLASSIFIER.nodes.toReversed() }, /needs “/],
  [
    'one name for two values',
    changed('Relu', { outputs: ['sums'] }, changed('MaxPool', { inputs: ['sums'] })),
    /contradicts itself/,
  ],
  [
    'an end without a dense layer',
    { ...CLASSIFIER, outputs: [{ name: 'flat' }] },
    /ends with the layer “flatten”/,
  ],
  [
    'a batch that is not in front',
    {
      ...inserted('Conv', { operator: 'Transpose', settings: { perm: { ints: [3, 0, 1, 2] } } }),
      inputs: [{ name: 'image', dims: [3, 8, 8, 1] }],
    },
    /“image” has the shape/,
  ],
  [
    'an end with Softmax and LogSoftmax',
    {
      ...CLASSIFIER,
      nodes: [
        ...CLASSIFIER.nodes,
        { operator: 'Softmax', inputs: ['logits'], outputs: ['shares'] },
        { operator: 'LogSoftmax', inputs: ['shares'], outputs: ['end'] },
      ],
      outputs: [{ name: 'end' }],
    },
    /ends with the layer “fc”/,
  ],
  [
    'an end with a ReLU',
    {
      ...CLASSIFIER,
      nodes: [...CLASSIFIER.nodes, { operator: 'Relu', inputs: ['logits'], outputs: ['end'] }],
      outputs: [{ name: 'end' }],
    },
    /ends with the layer “fc”/,
  ],
  ['one class', { ...storing(tensor('matrix', [1, 64]), tensor('offset', [1])) }, /two classes or more/],
];

describe('a graph is refused', () => {
  test.each(graphs)('%s', async (_, graph, expected) => {
    expect(await sentence(graph)).toMatch(expected);
  });
});

const weights: readonly Case[] = [
  ['in another file', storing(tensor('bias', [4], { external: true })), /external_data=False/],
  [
    'too few',
    storing(tensor('bias', [4], { values: [1, 2, 3] })),
    /“bias” holds 3 numbers, which don’t fill its shape, 4\./,
  ],
  ['too few in a list', storing(tensor('bias', [4], { values: [1, 2, 3], listed: true })), /“bias” holds 3/],
  [
    'of the wrong shape',
    storing(tensor('kernel', [4, 2, 3, 3])),
    /weights “kernel” of shape 4 × 2 × 3 × 3, but needs 4 × 3 × 3 × 3/,
  ],
  ['of too many filters for the bias', storing(tensor('bias', [5])), /“bias” of shape 5, but needs 4/],
  ['for another vector', storing(tensor('matrix', [2, 63])), /“matrix” of shape 2 × 63, but needs 2 × 64/],
  ['with an axis below 0', storing(tensor('bias', [-4], { values: [1, 2, 3, 4] })), /“bias” of shape -4/],
  [
    'with axes beyond all bounds',
    storing(tensor('kernel', [2 ** 40, 3, 3, 3], { values: [1] })),
    /“bias”|“kernel”/,
  ],
  ['of whole numbers', storing(list('bias', [1, 2, 3, 4])), /“bias” holds numbers of type int64/],
  [
    'that are not finite',
    storing(tensor('bias', [4], { values: [1, Number.NaN, 3, 4] })),
    /The layer “conv1” \(number 2 of 5\) has weights that are no finite numbers/,
  ],
  [
    'beyond single precision',
    storing(tensor('bias', [4], { values: [1, 1e300, 3, 4], type: 'double' })),
    /no finite numbers/,
  ],
  [
    'that the graph computes',
    {
      ...changed('Conv', { inputs: ['image', 'turned', 'bias'] }),
      nodes: [
        { operator: 'Transpose', inputs: ['kernel'], outputs: ['turned'] },
        ...changed('Conv', { inputs: ['image', 'turned', 'bias'] }).nodes,
      ],
    },
    /^Transpose \(node 1 of 6\) computes with stored numbers alone/,
  ],
  [
    'with a variance below 0',
    inserted('Relu', { operator: 'BatchNormalization' }, [
      ...['a', 'b', 'c'].map((name) => tensor(name, [4])),
      tensor('variance', [4], { values: [1, 1, -1, 1] }),
    ]),
    /moving variance below 0/,
  ],
  ['missing', { ...CLASSIFIER, stored: CLASSIFIER.stored.slice(1) }, /needs “kernel”/],
];

describe('weights are refused', () => {
  test.each(weights)('%s', async (_, graph, expected) => {
    expect(await sentence(graph)).toMatch(expected);
  });

  test('used again and again, until they are more than the file', async () => {
    const matrix = tensor('square', [64, 64]);
    const nodes = Array.from({ length: 40 }, (_, at) => ({
      operator: 'MatMul',
      inputs: [at === 0 ? 'flat' : `product${at - 1}`, 'square'],
      outputs: [`product${at}`],
    }));
    const graph = changed('Gemm', { inputs: ['product39', 'matrix', 'offset'] });
    expect(
      await sentence({
        ...graph,
        stored: [...graph.stored, matrix],
        nodes: [...graph.nodes.slice(0, 4), ...nodes, graph.nodes[4]],
      }),
    ).toMatch(/again and again/);
  });
});

describe('files are refused', () => {
  const good = onnxFile(CLASSIFIER);

  test('none, and several', async () => {
    expect(sentenceOf(await readOnnx([]))).toMatch(/no ONNX file/);
    expect(sentenceOf(await readOnnx([fileOf('a.txt', good), fileOf('b.txt', good)]))).toMatch(
      /no ONNX file/,
    );
    expect(sentenceOf(await readOnnx([fileOf('a.onnx', good), fileOf('b.ONNX', good)]))).toMatch(
      /2 ONNX files/,
    );
  });

  test('too large, without being read', async () => {
    const file = { name: 'a.onnx', size: 2e9, bytes: () => Promise.reject(new Error('it was read')) };
    expect(sentenceOf(await readOnnx([file]))).toMatch(/^This file has 2/);
  });

  test('gone', async () => {
    const file = { name: 'a.onnx', size: 100, bytes: () => Promise.reject(new Error('gone')) };
    expect(sentenceOf(await readOnnx([file]))).toMatch(/can’t be read any more/);
  });

  test.each([
    ['empty', new Uint8Array()],
    ['text', new TextEncoder().encode('{"modelTopology": {}}')],
    ['zeros', new Uint8Array(1000)],
    ['ones', new Uint8Array(1000).fill(0xff)],
    ['cut off', good.subarray(0, good.length - 40)],
    // The graph has two bytes, and a name of three in them.
    ['with a field beyond its message', Uint8Array.from([0x3a, 2, 0x12, 3, 97, 98, 99, 0x42, 2, 0x10, 13])],
    ['with something behind it', Uint8Array.from([...good, 0x3a, 0x7f])],
  ])('%s', async (_, bytes) => {
    expect(sentenceOf(await readOnnx([fileOf('a.onnx', bytes)]))).toMatch(/no ONNX network|version \?/);
  });
});
