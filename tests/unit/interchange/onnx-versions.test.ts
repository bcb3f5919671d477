/**
 * The versions of ONNX's operators, 5 to 23: what each wrote differently, in small networks whose values are those of plain
 * arithmetic.
 */
import { describe, expect, test } from 'vitest';
import { readOnnx } from '@/lib/interchange/onnx/read';
import { must } from '../support/result';
import { expectAlike, explainedOutput } from './support/explained';
import { fileOf } from './support/files';
import { Chain, channelsLast, randomImage } from './support/onnx-chain';
import { CLASSIFIER, changed, inserted, list, set, tensor } from './support/onnx-classifier';
import { type GraphSpec, onnxFile, type Setting } from './support/onnx-file';
import { evaluateGraph } from './support/onnx-plain';
import { one, sentence } from './support/onnx-refused';

const VERSIONS = Array.from({ length: 19 }, (_, at) => at + 5);
const since = (first: number) => VERSIONS.filter((version) => version >= first);
const before = (first: number) => VERSIONS.filter((version) => version < first);

const image = randomImage([3, 8, 8], 0.4);

/** Reads a graph, and expects what it answers to be what the plain arithmetic of `as` does (by default its own). */
async function expectValues(graph: GraphSpec, as: GraphSpec = graph) {
  const opened = must(await readOnnx([fileOf('versioned.onnx', onnxFile(graph))]));
  const { architecture, weights, addsSoftmax } = opened;
  const { values, before: logits } = explainedOutput(architecture, weights, channelsLast(image, false));
  expectAlike(addsSoftmax ? logits : values, evaluateGraph(as, image).values);
  return architecture.layers;
}

type Settings = Readonly<Record<string, Setting>>;

/** A chain with all that a version wrote in its own way, each in that way. */
function chainOf(version: number): Chain {
  const chain = new Chain(image, { version, seed: 0.7 });
  const cells = [0, 0, 1, 0, 0, 0, 0, 1];
  if (version < 11) chain.add('Pad', [], { pads: { ints: cells }, mode: { text: 'constant' } });
  else chain.add('Pad', [chain.store([8], cells)]);
  chain.add('Conv', [chain.draw([4, 3, 3, 3], -1, 1), chain.draw([4], -1, 1)]);
  const four = () => chain.draw([4], 0.3, 1.5);
  const old: Settings =
    version < 7 ? { is_test: { int: 1 }, consumed_inputs: { ints: [0, 0, 0, 1, 1] } } : {};
  const spatial: Settings = version < 9 ? { spatial: { int: 1 } } : {};
  chain.add('BatchNormalization', [four(), four(), four(), four()], {
    epsilon: { float: 0.01 },
    ...old,
    ...spatial,
    ...(version >= 14 && { training_mode: { int: 0 } }),
  });
  chain.add('Relu', [], version < 6 ? { consumed_inputs: { ints: [0] } } : {});
  chain.nonNegative = true;
  chain.add('AveragePool', [], {
    kernel_shape: { ints: [2, 2] },
    strides: { ints: [2, 2] },
    // Absent before 7, when padding was never counted; there is none here.
    ...(version >= 7 && { count_include_pad: { int: 0 } }),
    ...(version >= 10 && { ceil_mode: { int: 0 } }),
  });
  if (version < 7) chain.add('Dropout', [], { ratio: { float: 0.25 }, is_test: { int: 1 } });
  else if (version < 12) chain.add('Dropout', [], { ratio: { float: 0.25 } });
  else chain.add('Dropout', [chain.store([], [0.25], 'float')]);
  chain.add('Reshape', [chain.store([2], [0, -1])]);
  const inputs = chain.value.dims[1];
  chain.add('Gemm', [chain.draw([3, inputs], -1, 1), chain.draw([3], -1, 1)], {
    transB: { int: 1 },
    ...(version < 7 && { broadcast: { int: 1 } }),
  });
  chain.add('Softmax', [], { axis: { int: 1 } });
  return chain;
}

describe('each version', () => {
  test.each(VERSIONS)('%i: all that it wrote in its own way', async (version) => {
    const layers = await expectValues(chainOf(version).graph());
    expect(layers.map(({ kind }) => kind)).toEqual([
      'input',
      'zeroPadding',
      'conv2d',
      'batchNormalization',
      'activation',
      'averagePool',
      'dropout',
      'flatten',
      'dense',
    ]);
    expect(layers[6]).toMatchObject({ share: 0.25 });
  });
});

describe('dropout', () => {
  const dropped = (version: number, graph: GraphSpec) => sentence({ ...graph, version });
  test.each(since(12))('%i: in training, by a value', async (version) => {
    const isTraining = tensor('training', [], { values: [1], type: 'bool' });
    const graph = inserted('Flatten', { operator: 'Dropout' }, [one('share', 0.5), isTraining]);
    expect(await dropped(version, graph)).toMatch(/^Dropout/);
  });
});

describe('batch normalization', () => {
  const numbers = ['a', 'b', 'c', 'd'].map((name) => tensor(name, [4], { values: [1, 2, 3, 4] }));
  const normalized = (settings: Parameters<typeof set>[1]) =>
    inserted('Relu', { operator: 'BatchNormalization', settings }, numbers);
  test.each([5, 6])('%i: measures its batch unless it says otherwise', async (version) => {
    expect(await sentence({ ...normalized({}), version })).toMatch(/^BatchNormalization/);
    await expectValues({ ...normalized({ is_test: { int: 1 } }), version });
  });
  test.each([7, 8])('%i: numbers for each place are not ours', async (version) => {
    expect(await sentence({ ...normalized({ spatial: { int: 0 } }), version })).toMatch(
      /^BatchNormalization/,
    );
    await expectValues({ ...normalized({ spatial: { int: 1 } }), version });
  });
  test.each(since(14))('%i: training is a setting', async (version) => {
    expect(await sentence({ ...normalized({ training_mode: { int: 1 } }), version })).toMatch(
      /^BatchNormalization/,
    );
    await expectValues({ ...normalized({ training_mode: { int: 0 } }), version });
  });
});

describe('padding', () => {
  const cells = [0, 0, 1, 2, 0, 0, 1, 0];
  test.each(since(18))('%i: of some axes only', async (version) => {
    const graph = inserted('Conv', { operator: 'Pad' }, [
      list('cells', [1, 2, 1, 0]),
      one('filler', 0),
      list('axes', [2, -1]),
    ]);
    const plain = inserted('Conv', { operator: 'Pad' }, [list('cells', cells)]);
    const sized = (spec: GraphSpec) => {
      // The image grows to 10 × 10, its pooled maps to 5 × 5.
      const matrix = tensor('matrix', [2, 100]);
      return { ...spec, version, stored: [...spec.stored.filter(({ name }) => name !== 'matrix'), matrix] };
    };
    await expectValues(sized(graph), sized(plain));
  });
});

describe('softmax', () => {
  const ending = (version: number, axis?: number) =>
    ({
      ...CLASSIFIER,
      version,
      nodes: [
        ...CLASSIFIER.nodes,
        {
          operator: 'Softmax',
          inputs: ['logits'],
          outputs: ['shares'],
          settings: axis === undefined ? {} : { axis: { int: axis } },
        },
      ],
      outputs: [{ name: 'shares', dims: ['batch', 2] }],
    }) satisfies GraphSpec;
  test.each(VERSIONS)('%i: over the classes, as the version takes its axis', async (version) => {
    for (const axis of [undefined, 1, -1]) await expectValues(ending(version, axis));
  });
  test.each(before(13))('%i: from the batch on is not ours', async (version) => {
    expect(await sentence(ending(version, 0))).toMatch(/^Softmax/);
  });
});

describe('Gemm', () => {
  test.each(before(7))('%i: a bias that it does not spread is named', async (version) => {
    const graph = { ...changed('Gemm', {}), version };
    await expectValues({ ...set('Gemm', { broadcast: { int: 1 } }, graph) });
  });
  test.each(since(11))('%i: may lack its bias', async (version) => {
    await expectValues({ ...changed('Gemm', { inputs: ['flat', 'matrix'] }), version });
  });
});

describe('average pooling', () => {
  const pooled = (settings: Parameters<typeof set>[1]) =>
    changed('MaxPool', {
      operator: 'AveragePool',
      settings: { kernel_shape: { ints: [2, 2] }, strides: { ints: [2, 2] }, ...settings },
    });
  const around = { pads: { ints: [1, 1, 1, 1] } };
  const sized = (spec: GraphSpec, version: number): GraphSpec => ({
    ...spec,
    version,
    stored: [...spec.stored.filter(({ name }) => name !== 'matrix'), tensor('matrix', [2, 100])],
  });
  test.each(since(7))('%i: counts the padding where it says so', async (version) => {
    await expectValues(sized(pooled({ ...around, count_include_pad: { int: 1 } }), version));
    expect(await sentence(sized(pooled({ ...around, count_include_pad: { int: 0 } }), version))).toMatch(
      /^AveragePool/,
    );
  });
  test.each([5, 6])('%i: never counts it', async (version) => {
    expect(await sentence(sized(pooled(around), version))).toMatch(/^AveragePool/);
  });
  test.each(since(10))('%i: with the number of windows rounded up', async (version) => {
    // 8 cells and windows of 3 every 2: rounded up, the last one stands out by one.
    const settings = { kernel_shape: { ints: [3, 3] }, ceil_mode: { int: 1 } };
    // 4 × 4 windows, as many values as the classifier's matrix takes. What stands out is not counted, as TensorFlow does it.
    await expectValues({ ...pooled(settings), version });
    await expectValues({ ...set('MaxPool', settings), version });
    // Libraries differ in whether what stands out is counted where padding is.
    const counting = pooled({ ...settings, count_include_pad: { int: 1 } });
    expect(await sentence({ ...counting, version })).toMatch(/^AveragePool/);
  });
});

describe('operators that no version is read with, and lengths that are left open', () => {
  test.each(VERSIONS)('%i', async (version) => {
    const unknown = inserted('Flatten', { operator: 'GridSample' });
    expect(await sentence({ ...unknown, version })).toMatch(/GridSample.*added/);
    const open = { ...CLASSIFIER, version, inputs: [{ name: 'image', dims: ['n', 3, 'h', 'w'] }] };
    expect(await sentence(open)).toMatch(/“image” leaves lengths open: \? × 3 × \? × \?/);
    const stored = CLASSIFIER.stored.map((each) => ({ ...each, external: each.name === 'kernel' }));
    expect(await sentence({ ...CLASSIFIER, version, stored })).toMatch(/external_data=False/);
    await expectValues({ ...CLASSIFIER, version, inputs: [{ name: 'image', dims: ['n', 3, 8, 8] }] });
  });
});
