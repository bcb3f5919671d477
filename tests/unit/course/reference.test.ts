import { describe, expect, test } from 'vitest';
import { compare } from '@/lib/course/compare';
import { REFERENCE_FACTS } from '@/lib/course/facts';
import facts from '@/lib/course/facts.json' with { type: 'json' };
import { CLASSES, referencePipeline } from '@/lib/course/reference';
import { batchShape } from '@/lib/network/pipeline';

const { stages } = referencePipeline;

describe('the reference pipeline matches the reference file', () => {
  test('stage by stage: names, input shapes and output shapes', () => {
    const computed = stages.map((stage) => ({
      id: stage.id,
      input: [facts.images, ...stage.input],
      output: batchShape(stage, facts.images),
    }));
    expect(computed).toEqual(facts.stages);
  });

  test('parameters, one by one and in total', () => {
    const counted = stages.filter(({ parameters }) => parameters > 0).map((s) => [s.id, s.parameters]);
    expect(Object.fromEntries(counted)).toEqual(facts.parameters);
    expect(referencePipeline.parameters).toBe(facts.totalParameters);
  });

  test('one unit for each class, and a prediction trace of existing stages', () => {
    expect(stages.at(-1)?.output).toEqual([CLASSES.length]);
    const ids = stages.map(({ id }) => id);
    expect(facts.predictionTrace.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

test('the facts have the shape that pages rely on', () => {
  expect(REFERENCE_FACTS.trainingTrace.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(REFERENCE_FACTS.quizQuestions).toBe(3);
  expect(REFERENCE_FACTS.learningModes).toBe(9);
});

describe('the comparison that check:shapes prints', () => {
  const differing = (changed: typeof REFERENCE_FACTS) =>
    compare(referencePipeline, changed)
      .filter(({ computed, stated }) => computed !== stated)
      .map(({ what }) => what);

  test('finds no difference to the file as it is', () => {
    expect(differing(REFERENCE_FACTS)).toEqual([]);
  });

  test('finds a changed shape, a changed count, a missing stage and an unknown stage', () => {
    const [first, ...rest] = REFERENCE_FACTS.stages;
    const wider = { ...REFERENCE_FACTS, stages: [{ ...first, output: [1000, 64, 65, 3] }, ...rest] };
    expect(differing(wider)).toEqual(['input out']);
    const parameters = { ...REFERENCE_FACTS.parameters, conv1: 897, extra: 1 };
    expect(differing({ ...REFERENCE_FACTS, parameters })).toEqual(['conv1 parameters', 'extra parameters']);
    expect(differing({ ...REFERENCE_FACTS, totalParameters: 1 })).toEqual(['all parameters']);
    expect(differing({ ...REFERENCE_FACTS, stages: REFERENCE_FACTS.stages.slice(0, -1) })).toHaveLength(3);
    expect(differing({ ...REFERENCE_FACTS, stages: [...REFERENCE_FACTS.stages, first] })).toEqual([
      'stage input',
    ]);
  });
});

test('titles follow from kind and order', () => {
  expect(stages.map(({ title }) => title)).toEqual([
    'Input',
    'Normalization',
    'First convolution',
    'First pooling',
    'Second convolution',
    'Second pooling',
    'Flatten',
    'Dense layer',
    'Output',
  ]);
});
