import { describe, expect, it } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import type { EpochRecord, TrainingEvent } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import {
  batchesPerEpoch,
  estimate,
  estimateShown,
  forwardPass,
  passesAStep,
  progressOf,
} from '@/lib/run/progress';

const IMAGES = 1000;
const SETTINGS: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 32,
  epochs: 3,
  seed: 1,
};
const PER_EPOCH = 32;

type Batch = Extract<TrainingEvent, { type: 'batch' }>;
const batch = (step: number, milliseconds: number): Batch => ({
  type: 'batch',
  epoch: Math.ceil(step / PER_EPOCH),
  batch: ((step - 1) % PER_EPOCH) + 1,
  batches: PER_EPOCH,
  step,
  loss: 2,
  accuracy: 0.2,
  milliseconds,
});
const steps = (count: number, milliseconds: number) =>
  Array.from({ length: count }, (_, at) => batch(at + 1, milliseconds));
const epoch = (number: number, milliseconds: number): EpochRecord => ({
  epoch: number,
  loss: 2,
  accuracy: 0.2,
  heldOutLoss: 2,
  heldOutAccuracy: 0.2,
  learningRate: 0.001,
  norms: {},
  answers: { training: [], heldOut: [] },
  milliseconds,
});

describe('progress', () => {
  it('counts a last, smaller batch', () => {
    expect(batchesPerEpoch(1000, 32)).toBe(PER_EPOCH);
    expect(batchesPerEpoch(1000, 1000)).toBe(1);
    expect(batchesPerEpoch(1000, 999)).toBe(2);
  });

  it('estimates no time before the first step', () => {
    expect(progressOf(SETTINGS, [epoch(0, 400)], [], IMAGES)).toEqual({
      steps: 96,
      done: 0,
      left: null,
      perImage: null,
    });
  });

  it('follows the time of a step', () => {
    const now = progressOf(SETTINGS, [], steps(10, 320), IMAGES);
    expect(now.done).toBe(10);
    expect(now.perImage).toBe(10);
    expect(now.left).toBe(86 * 320);
  });

  it('adds what measuring and storing took after the last epoch, once for each epoch to come', () => {
    // Storing the untrained network, between the first steps, says nothing about the epochs to come.
    const early = steps(33, 100).map((one) => (one.step === 5 ? { ...one, storing: 9000 } : one));
    const measured = [epoch(0, 400), epoch(1, 32 * 100 + 700)];
    expect(progressOf(SETTINGS, measured, early, IMAGES).left).toBe(63 * 100 + 2 * 700);
    const later = early.map((one) => (one.step === 33 ? { ...one, storing: 250 } : one));
    expect(progressOf(SETTINGS, measured, later, IMAGES).left).toBe(63 * 100 + 2 * (700 + 250));
    // Neither does that of the network that a run branched from, in a later epoch.
    const branched = [...later, { ...batch(34, 100), storing: 9000 }];
    expect(progressOf(SETTINGS, measured, branched, IMAGES).left).toBe(62 * 100 + 2 * (700 + 250));
  });

  it('follows the latest steps, and one slow step does not count', () => {
    const paces = [...steps(10, 5000), ...steps(30, 100).map((one, at) => ({ ...one, step: at + 11 }))];
    paces.push({ ...batch(41, 60_000) });
    expect(progressOf(SETTINGS, [], paces, IMAGES).perImage).toBe(100 / 32);
  });

  it('adds what an epoch takes besides its steps, for each epoch that is not yet measured', () => {
    const now = progressOf(SETTINGS, [epoch(0, 400), epoch(1, 32 * 100 + 500)], steps(40, 100), IMAGES);
    expect(now.left).toBe((96 - 40) * 100 + 2 * 500);
  });

  it('has nothing left at the end', () => {
    const all = [epoch(1, 3200), epoch(2, 3200), epoch(3, 3200)];
    expect(progressOf(SETTINGS, all, steps(96, 100), IMAGES)).toMatchObject({ done: 96, left: 0 });
  });

  it('counts the epochs of a restored run', () => {
    expect(progressOf(SETTINGS, [epoch(1, 3200), epoch(2, 3200)], [], IMAGES)).toMatchObject({
      done: 64,
      left: null,
    });
  });

  it('uses the probe of a batch where there is one', () => {
    expect(forwardPass({ backend: 'wasm', milliseconds: 9, batchMilliseconds: 48 })).toBe(3);
    expect(forwardPass({ backend: 'cpu', milliseconds: 9 })).toBe(9);
    expect(forwardPass({ backend: 'webgl', milliseconds: null })).toBeNull();
  });

  it('takes the time of another network than the probed one by the number of products', () => {
    const probe = { backend: 'wasm', milliseconds: 9, batchMilliseconds: 48, multiplyAdds: 600 } as const;
    expect(forwardPass(probe, { multiplyAdds: 600 })).toBe(3);
    expect(forwardPass(probe, { multiplyAdds: 100 })).toBe(0.5);
    expect(forwardPass({ ...probe, multiplyAdds: undefined }, { multiplyAdds: 100 })).toBe(3);
  });

  it('estimates three forward passes for an image that is learned from, and one for one that is measured', () => {
    const counts = { training: IMAGES, heldOut: 200 };
    // Three epochs; before them both sets are measured, and after each the validation images.
    const measured = IMAGES + 200 + 3 * 200;
    expect(estimate(SETTINGS, referencePipeline, counts, 2)).toBeCloseTo((3 * IMAGES * 3 + measured) * 2, 6);
    expect(estimateShown(SETTINGS, referencePipeline, counts, 2)).toBeGreaterThan(
      estimate(SETTINGS, referencePipeline, counts, 2),
    );
    const fewer = estimate({ ...SETTINGS, images: 100 }, referencePipeline, counts, 2);
    expect(fewer).toBeCloseTo((3 * 100 * 3 + 100 + 800) * 2, 6);
  });

  it('counts no backward pass below the lowest layer that learns', () => {
    const { stages, multiplyAdds } = referencePipeline;
    const of = (id: string) => stages.find((stage) => stage.id === id)?.multiplyAdds ?? 0;
    const frozen = ['conv1', 'conv2', 'dense'];
    expect(passesAStep(referencePipeline, frozen)).toBeCloseTo(1 + (2 * of('output')) / multiplyAdds, 12);
    // conv2 needs no gradient of its own weights, but passes one on to conv1.
    const above = stages.slice(stages.findIndex(({ id }) => id === 'conv1'));
    const passedOn = above.reduce((all, stage) => all + stage.multiplyAdds, 0);
    const learned = of('conv1') + of('dense') + of('output');
    expect(passesAStep(referencePipeline, ['conv2'])).toBeCloseTo(
      1 + (learned + passedOn) / multiplyAdds,
      12,
    );
    expect(passesAStep(referencePipeline, [...frozen, 'output'])).toBe(1);
  });
});
