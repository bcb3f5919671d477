import { describe, expect, it } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { firing } from '@/lib/kinds/parts/firing';
import { stageOf } from '@/lib/network/pipeline';
import { summarize } from '@/lib/provenance/summary';
import { offset, size } from '@/lib/tensor/tensor';

const classes = referencePipeline.architecture.classes;
const zeros = (id: string) => {
  const { output } = stageOf(referencePipeline, id);
  return { shape: output, values: new Float32Array(size(output)) };
};

describe('the summary of a stage', () => {
  it('counts a map as firing when one of its values is above zero', () => {
    const maps = zeros('conv1');
    maps.values[offset(maps.shape, [3, 4, 5])] = 0.5;
    maps.values[offset(maps.shape, [61, 61, 31])] = 0.25;
    maps.values[offset(maps.shape, [0, 0, 7])] = -1;
    expect(firing(maps)).toBe(2);
  });

  it('names the position of the strongest value', () => {
    const maps = zeros('conv2');
    maps.values[offset(maps.shape, [11, 18, 41])] = 2.5;
    expect(summarize(stageOf(referencePipeline, 'conv2'), maps, classes)).toContain(
      'map 41 with 2.5000 at row 11, column 18',
    );
  });

  it('names the top prediction and the second', () => {
    const answer = zeros('output');
    answer.values.set([0, 0, 0.1, 0.7, 0.2, 0, 0, 0, 0, 0]);
    const sentence = summarize(stageOf(referencePipeline, 'output'), answer, classes);
    expect(sentence).toBe(`Top prediction: ${classes[3]}, 70.0%. Second: ${classes[4]}, 20.0%.`);
  });

  it('says so when nothing fires', () => {
    expect(summarize(stageOf(referencePipeline, 'conv1'), zeros('conv1'), classes)).toContain(
      'None of the maps fires',
    );
  });

  it('speaks of firing only where ReLU silences what is not', () => {
    const stage = stageOf(referencePipeline, 'conv2');
    const maps = zeros('conv2');
    maps.values[offset(maps.shape, [11, 18, 41])] = 2.5;
    const sentenceFor = (activation: 'linear' | 'relu') => {
      if (stage.layer.kind !== 'conv2d') throw new Error('no convolution');
      return summarize({ ...stage, layer: { ...stage.layer, activation } }, maps, classes);
    };
    expect(sentenceFor('linear')).not.toContain('fire');
    expect(sentenceFor('linear')).toContain('The strongest is map 41 with 2.5000 at row 11, column 18.');
    expect(sentenceFor('relu')).toContain('1 of the maps fire');
  });

  it('has a sentence for every stage', () => {
    for (const stage of referencePipeline.stages)
      expect(summarize(stage, zeros(stage.id), classes)).toMatch(/^[A-Z\d].*\.$/);
  });
});
