import { afterAll, beforeAll, expect, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { pictureOf } from '@/lib/data/data-set';
import { loadTrainingSet, type TrainingSet } from '@/lib/data/training-set';
import type { Trace } from '@/lib/network/trace';
import { must } from '@/lib/result';
import { sentenceOf } from '../unit/support/result';
import { isWhole, type Started, sample, startEngine } from './support/worker-kit';

let started: Started;
let pictures: TrainingSet;
let original: Trace;

async function traceOf(pixels: Uint8Array): Promise<Trace> {
  const traced = await started.engine.trace({ pixels, moment: null });
  if (traced === 'superseded') throw new Error('superseded');
  return must(traced);
}

beforeAll(async () => {
  started = await startEngine();
  await started.until(isWhole);
  pictures = must(await loadTrainingSet(() => {}, ''));
  original = await traceOf(await sample('cat-1'));
  must(await started.engine.setVariant(referencePipeline.architecture, original.weights));
});

afterAll(() => started.engine.dispose());

for (const stage of ['conv2', 'dense'])
  test(`a survey of ${stage} tells of each picture what a trace of it tells`, async () => {
    const survey = must(await started.engine.survey('heldOut', stage));
    expect(survey.pictures).toBe(pictures.heldOut.count);
    expect(survey.values).toHaveLength(survey.pictures * survey.channels);
    for (const picture of [0, 41, 199]) {
      const { stages } = await traceOf(pictureOf(pictures.heldOut, picture));
      const traced = stages.find((one) => one.stage === stage);
      const values = traced?.values ?? new Float32Array();
      for (const channel of [0, 5, survey.channels - 1]) {
        const own = Array.from(values.filter((_, at) => at % survey.channels === channel));
        const at = picture * survey.channels + channel;
        const largest = Math.max(...own);
        expect(survey.values[at]).toBeCloseTo(largest, 4);
        expect(own[survey.places[at]]).toBeCloseTo(largest, 4);
      }
    }
  });

test('a stage that is not there is told', async () => {
  expect(sentenceOf(await started.engine.survey('heldOut', 'conv9'))).toMatch(/no stage called “conv9”/);
});

test('integrated gradients add up to what the logit rises by from a black picture', async () => {
  const cat = await sample('cat-1');
  const black = await traceOf(new Uint8Array(cat.length));
  for (const unit of [2, 3]) {
    const shares = must(await started.engine.integrated(cat, unit, 64));
    const rise = (original.stages[8].before?.[unit] ?? 0) - (black.stages[8].before?.[unit] ?? 0);
    const sum = shares.reduce((all, one) => all + one, 0);
    expect(Math.abs(sum - rise)).toBeLessThan(0.05 * Math.max(1, Math.abs(rise)));
    // A black value has nothing to bring.
    cat.forEach((value, at) => {
      if (value === 0) expect(Math.abs(shares[at])).toBe(0);
    });
  }
});
