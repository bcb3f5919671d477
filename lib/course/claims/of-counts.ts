/** What weight sharing saves, counted in layers. */
import type { Architecture } from '@/lib/network/architecture';
import { pipelineOf, type Stage, stageOf } from '@/lib/network/pipeline';
import { size } from '@/lib/tensor/tensor';
import type { Claim } from './claim';

const parametersOf = (architecture: Architecture): number => pipelineOf(architecture).parameters;

const PLAIN_STAGES = ['input', 'normalize', 'flatten', 'dense', 'output'];

/** The network without its convolutions and poolings: its dense layers, on pixels. */
const plain = (architecture: Architecture): Architecture => ({
  ...architecture,
  layers: architecture.layers.filter(({ id }) => PLAIN_STAGES.includes(id)),
});

/** The network without its last pooling. */
const unpooled = (architecture: Architecture): Architecture => ({
  ...architecture,
  layers: architecture.layers.filter(({ id }) => id !== 'pool2'),
});

const conv1 = (architecture: Architecture): Stage => stageOf(pipelineOf(architecture), 'conv1');

const counted = (holds: readonly [number, number], of: (architecture: Architecture) => number): Claim => ({
  on: [],
  form: 'count',
  tolerance: 0,
  holds,
  measure: ({ architecture }) => of(architecture),
});

export const COUNT_CLAIMS = {
  plainParameters: counted([1.4e6, 1.7e6], (architecture) => parametersOf(plain(architecture))),
  allParameters: counted([1.5e6, 1.8e6], parametersOf),
  denseShare: {
    ...counted([0.95, 1], (architecture) => {
      const pipeline = pipelineOf(architecture);
      return stageOf(pipeline, 'dense').parameters / pipeline.parameters;
    }),
    form: 'percent',
    tolerance: 1e-9,
  },
  /** How many times as many parameters there would be without the last pooling. */
  unpooledFactor: {
    ...counted([4, 5], (architecture) => parametersOf(unpooled(architecture)) / parametersOf(architecture)),
    form: 'decimals',
    decimals: 1,
    tolerance: 1e-9,
  },
  convParameters: counted([15_000, 25_000], (architecture) =>
    pipelineOf(architecture)
      .stages.filter(({ id }) => id.startsWith('conv'))
      .reduce((sum, { parameters }) => sum + parameters, 0),
  ),
  /** A kernel and a bias of its own for every value of the first convolution. */
  unsharedParameters: counted([1e6, 1e7], (architecture) => {
    const { output, parameters } = conv1(architecture);
    return (size(output) / output[output.length - 1]) * parameters;
  }),
  /** A dense layer from all pixels to all values of the first convolution. */
  denseParameters: counted([1e9, 1e10], (architecture) => {
    const { input, output } = conv1(architecture);
    return size(output) * (size(input) + 1);
  }),
} satisfies Record<string, Claim>;
