import { describe, expect, it } from 'vitest';
import { type ConditionName, holds } from '@/components/mdx/facts/conditions';
import { factNamed } from '@/components/mdx/facts/facts';
import { referencePipeline } from '@/lib/course/reference';
import type { Layer } from '@/lib/kinds/types';
import { pipelineOf } from '@/lib/network/pipeline';
import { DIGITS } from '@/lib/shelf/digits';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { PRESETS } from '@/lib/shelf/presets';
import { stageNamed } from '@/lib/store/subject/stage-named';

/** As its files have it: each convolution named, and its ReLU a layer of its own. */
const tinyVgg = PRESETS.tinyVgg.layers.flatMap((layer): Layer[] =>
  layer.kind === 'conv2d'
    ? [
        { ...layer, activation: 'linear' },
        { id: `relu_${layer.id}`, kind: 'activation', activation: 'relu' },
      ]
    : [layer],
);

const NETWORKS = {
  drawings: referencePipeline,
  digits: pipelineOf(DIGITS.architecture),
  photographs: pipelineOf(PHOTOGRAPHS.architecture),
  tinyVgg: pipelineOf({ ...PRESETS.tinyVgg, layers: tinyVgg }),
};
type Name = keyof typeof NETWORKS;
const ALL: readonly Name[] = ['drawings', 'digits', 'photographs', 'tinyVgg'];

const where = (name: ConditionName, of?: string): readonly Name[] =>
  ALL.filter((network) => {
    const pipeline = NETWORKS[network];
    return holds(name, of === undefined ? null : stageNamed(pipeline, of), pipeline);
  });

describe('what a text says of some networks only', () => {
  it('of the first convolution', () => {
    expect(where('biased', 'conv1')).toEqual(['drawings', 'digits', 'tinyVgg']);
    expect(where('activated', 'conv1')).toEqual(['drawings', 'digits']);
    expect(where('oneChannel', 'conv1')).toEqual(['digits']);
    expect(where('oneChannel', 'conv2')).toEqual([]);
    expect(where('beyond', 'conv1')).toEqual([]);
    // Batch normalization stands between those sums and the ReLU.
    expect(where('pooledBehind', 'conv1')).toEqual(['drawings', 'digits']);
    expect(where('onlyReluBehind', 'conv1')).toEqual(['tinyVgg']);
    // The second of Tiny VGG has a ReLU of its own behind it, and then a pooling.
    expect(where('pooledBehind', 'conv2')).toEqual(['drawings', 'digits', 'tinyVgg']);
  });

  it('of the network', () => {
    expect(where('coloured')).toEqual(['drawings', 'photographs', 'tinyVgg']);
    expect(where('flattens')).toEqual(['drawings', 'digits', 'tinyVgg']);
    expect(where('poolsAndFlattens')).toEqual(['drawings', 'digits', 'tinyVgg']);
    expect(where('maxPools')).toEqual(ALL);
    expect(where('collapses')).toEqual(ALL);
  });

  it('of a stage that reaches beyond the image', () => {
    const beyond = NETWORKS.photographs.stages.filter((stage) =>
      holds('beyond', stage, NETWORKS.photographs),
    );
    expect(beyond.map(({ id }) => id)).toEqual(['pool3', 'conv5', 'norm5', 'relu5']);
  });

  it('holds of no stage that a network lacks', () => {
    const { architecture } = referencePipeline;
    const without = pipelineOf({
      ...architecture,
      layers: architecture.layers.filter(({ kind }) => kind !== 'conv2d' && kind !== 'maxPool'),
    });
    expect(stageNamed(without, 'conv1')).toBeNull();
    expect(holds('biased', null, without)).toBe(false);
    expect(holds('maxPools', null, without)).toBe(false);
  });
});

describe('the layers that would be one without ReLU', () => {
  const collapsing = (name: Name) => factNamed(NETWORKS[name], 'output', 'collapsing');

  it('are those with no max pooling between them', () => {
    expect(collapsing('drawings')).toBe('dense with output');
    expect(collapsing('digits')).toBe('dense with output');
    expect(collapsing('photographs')).toBe('conv3 with conv4, conv5 with output');
    expect(collapsing('tinyVgg')).toBe('layer1 with layer2, layer4 with layer5');
  });

  it('are none where a sigmoid is between them', () => {
    const sigmoid: Layer = { id: 'sigmoid', kind: 'activation', activation: 'sigmoid' };
    const { architecture } = referencePipeline;
    const layers = architecture.layers.flatMap((layer) =>
      layer.id === 'output' ? [sigmoid, layer] : [layer],
    );
    const pipeline = pipelineOf({ ...architecture, layers });
    expect(holds('collapses', null, pipeline)).toBe(false);
    expect(factNamed(pipeline, 'output', 'collapsing')).toBe('none');
  });
});

it('states what a guess costs, and where most parameters are', () => {
  expect(factNamed(referencePipeline, 'output', 'guess')).toBe('2.303');
  expect(factNamed(referencePipeline, 'output', 'heaviest')).toBe('dense');
  expect(factNamed(NETWORKS.photographs, 'output', 'heaviest')).toBe('conv5');
  expect(factNamed(NETWORKS.photographs, 'output', 'shareOfHeaviest')).toBe('40.8%');
  expect(factNamed(NETWORKS.photographs, 'conv5', 'field')).toBe('32 × 32');
  expect(factNamed(NETWORKS.photographs, 'conv5', 'fieldBeyond')).toBe('46 × 46');
});
