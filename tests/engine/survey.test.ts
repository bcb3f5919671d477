import { afterAll, beforeAll, expect, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { imageOf } from '@/lib/data/data-set';
import { loadImages } from '@/lib/data/image-loader';
import type { TrainingSet } from '@/lib/data/training-set';
import { OWN } from '@/lib/network/handle';
import type { Trace } from '@/lib/network/trace';
import { must } from '@/lib/result';
import { sentenceOf } from '../unit/support/result';
import { isWhole, type Started, sample, startEngine } from './support/worker-kit';

const COPY = { copy: 1 };
let started: Started;
let images: TrainingSet;
let original: Trace;

async function traceOf(pixels: Uint8Array): Promise<Trace> {
  const traced = await started.engine.trace(OWN, pixels);
  return must(traced);
}

beforeAll(async () => {
  started = await startEngine();
  await started.until(isWhole);
  images = must(await loadImages(COURSE.dataSet));
  original = await traceOf(await sample('cat-1'));
  const { architecture } = referencePipeline;
  must(await started.engine.open({ handle: COPY, architecture, source: { weights: original.weights } }));
});

afterAll(() => started.engine.dispose());

for (const stage of ['conv2', 'dense'])
  test(`a survey of ${stage} gives for each image what its trace gives`, async () => {
    const survey = must(await started.engine.examine(COPY, { name: 'survey', set: 'heldOut', stage }));
    expect(survey.images).toBe(images.heldOut.count);
    expect(survey.values).toHaveLength(survey.images * survey.channels);
    for (const image of [0, 41, 199]) {
      const { stages } = await traceOf(imageOf(images.heldOut, image));
      const traced = stages.find((one) => one.stage === stage);
      const values = traced?.values ?? new Float32Array();
      for (const channel of [0, 5, survey.channels - 1]) {
        const own = Array.from(values.filter((_, at) => at % survey.channels === channel));
        const at = image * survey.channels + channel;
        const largest = Math.max(...own);
        expect(survey.values[at]).toBeCloseTo(largest, 4);
        expect(own[survey.places[at]]).toBeCloseTo(largest, 4);
      }
    }
  });

test('an unknown stage is reported', async () => {
  const asked = { name: 'survey', set: 'heldOut', stage: 'conv9' } as const;
  expect(sentenceOf(await started.engine.examine(COPY, asked))).toMatch(/no stage called “conv9”/);
});

test('integrated gradients add up to the rise of the logit from a black image', async () => {
  const cat = await sample('cat-1');
  const black = await traceOf(new Uint8Array(cat.length));
  for (const unit of [2, 3]) {
    const shares = must(
      await started.engine.examine(COPY, { name: 'integrated', pixels: cat, unit, steps: 64 }),
    );
    const rise = (original.stages[8].before?.[unit] ?? 0) - (black.stages[8].before?.[unit] ?? 0);
    const sum = shares.reduce((all, one) => all + one, 0);
    expect(Math.abs(sum - rise)).toBeLessThan(0.05 * Math.max(1, Math.abs(rise)));
    // A black value contributes nothing.
    cat.forEach((value, at) => {
      if (value === 0) expect(Math.abs(shares[at])).toBe(0);
    });
  }
});

test('the engine’s own network and a past epoch are examined like a copy of them', async () => {
  const asked = { name: 'survey', set: 'heldOut', stage: 'pool2' } as const;
  const copy = must(await started.engine.examine(COPY, asked));
  expect(must(await started.engine.examine(OWN, asked))).toEqual(copy);
  const past = { run: 'shipped', epoch: 2 } as const;
  const earlier = must(await started.engine.examine(past, asked));
  expect(earlier).not.toEqual(copy);
  const { stages } = must(await started.engine.trace(past, imageOf(images.heldOut, 41)));
  const { values, shape } = stages.find((one) => one.stage === 'pool2') ?? stages[0];
  const channels = shape[shape.length - 1];
  const largest = Math.max(...values.filter((_, at) => at % channels === 7));
  expect(earlier.values[41 * channels + 7]).toBeCloseTo(largest, 4);
});
