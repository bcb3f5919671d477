/** What the readers make of a graph beside its values, which `onnx-values.test.ts` compares. */
import { describe, expect, test } from 'vitest';
import { readOnnx } from '@/lib/interchange/onnx/read';
import type { Layer } from '@/lib/kinds/types';
import { must } from '../support/result';
import { expectAlike, explainedOutput } from './support/explained';
import { fileOf } from './support/files';
import { CLASSIFIER, changed, inserted, list, set, storing, tensor } from './support/onnx-classifier';
import { type GraphSpec, onnxFile, type TensorSpec } from './support/onnx-file';
import { evaluateGraph } from './support/onnx-plain';

const opened = async (graph: GraphSpec, name = 'network.onnx') =>
  must(await readOnnx([fileOf(name, onnxFile(graph))]));

/** A node that reorders axes. */
const turned = (perm: readonly number[]) => ({ operator: 'Transpose', settings: { perm: { ints: perm } } });

/** The layers of a network without their ids. */
const layersOf = async (graph: GraphSpec) =>
  (await opened(graph)).architecture.layers.map(({ id: _, ...layer }) => layer);

describe('the architecture', () => {
  test('has ids from the paths of its nodes, a name from its file, and classes by number', async () => {
    const { architecture, namesClasses, addsSoftmax, format } = await opened(CLASSIFIER, 'some/tiny.onnx');
    expect(architecture).toEqual({
      name: 'tiny',
      input: [8, 8, 3],
      classes: ['0', '1'],
      layers: [
        { id: 'input', kind: 'input' },
        {
          id: 'conv1',
          kind: 'conv2d',
          filters: 4,
          kernel: 3,
          stride: 1,
          padding: 'same',
          activation: 'relu',
        },
        { id: 'pool', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
        { id: 'flatten', kind: 'flatten' },
        { id: 'fc', kind: 'dense', units: 2, activation: 'softmax' },
      ],
    } satisfies { layers: readonly Layer[]; [key: string]: unknown });
    expect({ namesClasses, addsSoftmax, format }).toEqual({
      namesClasses: false,
      addsSoftmax: true,
      format: 'onnx',
    });
  });

  test.each([
    ['constructor', 'conv1'],
    ['__proto__', 'conv1'],
    ['', 'conv1'],
    ['1st', 'conv1'],
    ['input', 'conv1'],
    ['fc', 'fc'],
    ['Conv_0', 'Conv_0'],
    ['features.0/Conv', 'features_0'],
    ['model/block 1/Conv2D', 'conv1'],
    ['x'.repeat(80), 'conv1'],
  ])('calls a convolution whose node is “%s” “%s”', async (name, id) => {
    const { architecture } = await opened(changed('Conv', { name }));
    expect(architecture.layers[1].id).toBe(id);
    expect(new Set(architecture.layers.map((layer) => layer.id)).size).toBe(architecture.layers.length);
  });

  test('reads a file that is alone, whatever it is called', async () => {
    const { architecture } = await opened(CLASSIFIER, 'model.bin');
    expect(architecture.name).toBe('model.bin');
  });

  test('has the classes that a note names', async () => {
    const named = async (notes: Readonly<Record<string, string>>) => {
      const { architecture, namesClasses } = await opened({ ...CLASSIFIER, notes });
      return namesClasses ? architecture.classes : null;
    };
    const pair = ['cat', 'dog'];
    expect(await named({ classes: '["cat", "dog"]' })).toEqual(pair);
    expect(await named({ names: "{0: 'cat', 1: 'dog'}" })).toEqual(pair);
    expect(await named({ names: '{"1": "dog", "0": "cat"}' })).toEqual(pair);
    expect(await named({ names: "{1: 'dog', 0: 'cat'}" })).toEqual(pair);
    expect(await named({ classes: "['cat', 'dog']" })).toEqual(pair);
    expect(await named({ classes: 'cat, dog' })).toEqual(pair);
    expect(await named({ classes: 'cat\ndog\n' })).toEqual(pair);
    expect(await named({ classes: 'cat,dog,ship', names: 'cat,dog' })).toEqual(pair);
    expect(await named({ names: "{1: 'cat', 2: 'dog'}" })).toBeNull();
    expect(await named({ classes: 'cat,cat' })).toBeNull();
    expect(await named({ classes: ' , ' })).toBeNull();
    expect(await named({ author: 'cat,dog' })).toBeNull();
  });
});

/** The classifier with a node behind its logits. */
const ended = (operator: string): GraphSpec => ({
  ...CLASSIFIER,
  nodes: [...CLASSIFIER.nodes, { operator, inputs: ['logits'], outputs: ['end'] }],
  outputs: [{ name: 'end', dims: ['batch', 2] }],
});

describe('the end', () => {
  test('is a softmax, of the file or of ours: behind logits, and instead of their LogSoftmax', async () => {
    const plain = await opened(CLASSIFIER);
    for (const [operator, addsSoftmax] of [
      ['Softmax', false],
      ['LogSoftmax', true],
      ['Identity', true],
    ] as const)
      expect(await opened(ended(operator))).toEqual({ ...plain, addsSoftmax });
  });
});

describe('layers', () => {
  test('have as “same” the padding that is as TensorFlow’s, and as zeros of their own any other', async () => {
    const conv = (pads: readonly number[], stride: number) => {
      const graph = storing(tensor('matrix', [2, stride === 1 ? 64 : 16]));
      return layersOf(set('Conv', { pads: { ints: pads }, strides: { ints: [stride, stride] } }, graph));
    };
    expect(await conv([1, 1, 1, 1], 1)).toContainEqual(
      expect.objectContaining({ padding: 'same', stride: 1 }),
    );
    const strided = await conv([1, 1, 1, 1], 2);
    expect(strided).toContainEqual({ kind: 'zeroPadding', top: 1, bottom: 1, left: 1, right: 1 });
    expect(strided).toContainEqual(expect.objectContaining({ padding: 'valid', stride: 2 }));
    const uneven = await conv([0, 0, 1, 1], 2);
    expect(uneven).toContainEqual(expect.objectContaining({ padding: 'same', stride: 2 }));
  });

  test('keep their bias apart from a batch normalization, and a dropout its share', async () => {
    const normal = inserted(
      'Relu',
      { operator: 'BatchNormalization', settings: { epsilon: { float: 1e-5 }, momentum: { float: 0.9 } } },
      ['a', 'b', 'c'].map((name) => tensor(name, [4])).concat(tensor('d', [4], { values: [1, 2, 3, 4] })),
    );
    const dropped = inserted(
      'Gemm',
      { operator: 'Dropout' },
      [tensor('share', [], { values: [0.3] })],
      normal,
    );
    expect(await layersOf(dropped)).toEqual([
      { kind: 'input' },
      { kind: 'conv2d', filters: 4, kernel: 3, stride: 1, padding: 'same', activation: 'linear' },
      { kind: 'batchNormalization', epsilon: 1e-5, momentum: 0.9 },
      { kind: 'activation', activation: 'relu' },
      { kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
      { kind: 'flatten' },
      { kind: 'dropout', share: 0.3 },
      { kind: 'dense', units: 2, activation: 'softmax' },
    ]);
  });

  test('begin with a normalization where the graph divides its image', async () => {
    const scaled = inserted('Conv', { operator: 'Mul' }, [tensor('factor', [], { values: [1 / 255] })]);
    const shifted = inserted('Conv', { operator: 'Add' }, [tensor('none', [1], { values: [0] })], scaled);
    expect((await layersOf(shifted))[1]).toEqual({ kind: 'normalize', divisor: 255 });
  });

  test('may lack what changes nothing', async () => {
    const same = inserted('Relu', { operator: 'Identity' });
    const padded = inserted('MaxPool', { operator: 'Pad' }, [list('cells', [0, 0, 0, 0, 0, 0, 0, 0])], same);
    const reshaped = inserted('MaxPool', { operator: 'Reshape' }, [list('shape', [0, 4, -1, 8])], padded);
    expect(await layersOf(reshaped)).toEqual(await layersOf(CLASSIFIER));
  });
});

describe('weights', () => {
  const image = Array.from({ length: 192 }, (_, at) => Math.fround(Math.cos(at)));
  const first = { dims: [1, 3, 8, 8], values: image };
  const last = Array.from({ length: 192 }, (_, at) => image[(at % 3) * 64 + Math.floor(at / 3)]);
  const logits = async (graph: GraphSpec) => {
    const { architecture, weights } = await opened(graph);
    return explainedOutput(architecture, weights, last).before;
  };

  test.each([
    ['behind maps on their side', inserted('Flatten', turned([0, 3, 2, 1]))],
    ['added to a bias', inserted('Relu', { operator: 'Add' }, [tensor('more', [1, 4, 1, 1])])],
    ['one for all channels', inserted('Relu', { operator: 'Add' }, [tensor('more', [1])])],
    [
      'added to maps with channels last',
      inserted(
        'Relu',
        turned([0, 3, 1, 2]),
        [],
        inserted('Relu', { operator: 'Add' }, [tensor('more', [4])], inserted('Relu', turned([0, 2, 3, 1]))),
      ),
    ],
  ])('are read %s', async (_, graph) => {
    expectAlike(await logits(graph), evaluateGraph(graph, first).values);
  });

  test.each<[string, Partial<TensorSpec>, number]>([
    ['float, as bytes', {}, 1e-5],
    ['float, in a list', { listed: true }, 1e-5],
    ['double, as bytes', { type: 'double' }, 1e-5],
    ['double, in a list', { type: 'double', listed: true }, 1e-5],
    ['half, as bytes', { type: 'half' }, 2e-3],
    ['half, in a list', { type: 'half', listed: true }, 2e-3],
  ])('are read as %s', async (_, how, within) => {
    const stored = CLASSIFIER.stored.map((one) => ({ ...one, ...how }));
    expectAlike(await logits({ ...CLASSIFIER, stored }), evaluateGraph(CLASSIFIER, first).values, within);
  });

  test('may come from Constant nodes, through Identity, and stand among the inputs of old files', async () => {
    const [kernel, ...rest] = CLASSIFIER.stored;
    const constant = {
      operator: 'Constant',
      inputs: [],
      outputs: ['made'],
      settings: { value: { tensor: kernel } },
    };
    const same = { operator: 'Identity', inputs: ['made'], outputs: ['kernel'] };
    const graph = {
      ...CLASSIFIER,
      nodes: [constant, same, ...CLASSIFIER.nodes],
      stored: rest,
      inputs: [...CLASSIFIER.inputs, { name: 'bias', dims: [4] }],
    };
    expectAlike(await logits(graph), evaluateGraph(CLASSIFIER, first).values);
  });

  test('may follow from a shape that the graph writes out', async () => {
    const flatten = CLASSIFIER.nodes.findIndex(({ operator }) => operator === 'Flatten');
    const batch = { name: 'zero', dims: [], values: [0], type: 'int64' } as const;
    const nodes = [
      { operator: 'Shape', inputs: ['pooled'], outputs: ['shape'] },
      { operator: 'Gather', inputs: ['shape', 'zero'], outputs: ['count'] },
      { operator: 'Unsqueeze', inputs: ['count', 'axis'], outputs: ['counts'] },
      {
        operator: 'Concat',
        inputs: ['counts', 'open'],
        outputs: ['lengths'],
        settings: { axis: { int: 0 } },
      },
      { operator: 'Reshape', inputs: ['pooled', 'lengths'], outputs: ['flat'] },
    ];
    const graph = {
      ...CLASSIFIER,
      nodes: CLASSIFIER.nodes.toSpliced(flatten, 1, ...nodes),
      stored: [...CLASSIFIER.stored, batch, list('axis', [0]), list('open', [-1])],
    };
    expectAlike(await logits(graph), evaluateGraph(CLASSIFIER, first).values);
  });

  test('of a network without convolutions meet the image in its own order', async () => {
    const mlp = (dims: readonly number[]): GraphSpec => ({
      ...CLASSIFIER,
      nodes: [
        { operator: 'Flatten', inputs: ['image'], outputs: ['flat'] },
        {
          operator: 'Gemm',
          inputs: ['flat', 'all', 'offset'],
          outputs: ['logits'],
          settings: { transB: { int: 1 } },
        },
      ],
      stored: [tensor('all', [2, 192]), tensor('offset', [2])],
      inputs: [{ name: 'image', dims: ['batch', ...dims] }],
    });
    const firstGraph = mlp([3, 8, 8]);
    expectAlike(await logits(firstGraph), evaluateGraph(firstGraph, first).values);
    const lastGraph = mlp([8, 8, 3]);
    const expected = evaluateGraph(lastGraph, { dims: [1, 8, 8, 3], values: last }).values;
    expectAlike(await logits(lastGraph), expected);
  });
});
