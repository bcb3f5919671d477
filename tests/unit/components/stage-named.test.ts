import { expect, test } from 'vitest';
import { factOf } from '@/components/mdx/facts/facts';
import { referencePipeline } from '@/lib/course/reference';
import { pipelineOf } from '@/lib/network/pipeline';
import { PRESETS } from '@/lib/shelf/presets';
import { stageNamed } from '@/lib/store/subject/stage-named';

const renamed = {
  ...PRESETS.tinyVgg,
  layers: PRESETS.tinyVgg.layers.map((layer) => ({ ...layer, id: `their_${layer.id}` })),
};
const theirs = pipelineOf(renamed);

test('a text means the layer of the same kind and number, or the last of them', () => {
  const named = (id: string) => stageNamed(theirs, id)?.id;
  const ids = (kind: string) => renamed.layers.filter((layer) => layer.kind === kind).map(({ id }) => id);
  expect(['conv1', 'conv2'].map(named)).toEqual(ids('conv2d').slice(0, 2));
  expect(['pool1', 'pool2'].map(named)).toEqual(ids('maxPool'));
  // One dense layer is the hidden one and the output.
  expect(['dense', 'output'].map(named)).toEqual([...ids('dense'), ...ids('dense')]);
  for (const { id } of referencePipeline.stages) {
    expect(stageNamed(referencePipeline, id)?.id).toBe(id);
    const stage = stageNamed(theirs, id);
    if (stage) expect(factOf('out', stage, theirs)).toMatch(/\d/);
  }
});

test('the output is the last stage, also where no dense layer is left', () => {
  const layers = renamed.layers.filter(({ kind }) => kind !== 'dense' && kind !== 'flatten');
  const means = { id: 'means', kind: 'globalAveragePool' } as const;
  const softmax = { id: 'softmax', kind: 'activation', activation: 'softmax' } as const;
  const without = pipelineOf({ ...renamed, layers: [...layers, means, softmax] });
  expect(stageNamed(without, 'output')?.id).toBe('softmax');
  expect(stageNamed(without, 'dense')).toBeNull();
});

test('a layer that a network lacks is none of its others', () => {
  const { layers } = renamed;
  const without = pipelineOf({ ...renamed, layers: layers.filter(({ kind }) => kind !== 'normalize') });
  expect(stageNamed(without, 'normalize')).toBeNull();
});
