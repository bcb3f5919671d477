import { describe, expect, it } from 'vitest';
import type { TrainingSet } from '@/lib/data/training-set';
import { labelsOf, runImages } from '@/lib/engine/training/epoch-record';
import { Progress } from '@/lib/engine/training/progress';
import type { TrainingSettings } from '@/lib/network/settings';

const set = (...labels: readonly number[]) => ({
  count: labels.length,
  shape: [1, 1, 1] as const,
  pixels: new Uint8Array(labels.length),
  labels: Uint8Array.from(labels),
});

describe('the images of a run', () => {
  const images: TrainingSet = { training: set(0, 1, 2), heldOut: set(1, 0), test: set(2) };
  const part = set(0, 1);

  it('are the training images as they are used, and the test images where they are followed', () => {
    const followed = runImages(part, { ...images, followsTest: true });
    expect(labelsOf(followed)).toEqual({ training: [0, 1], heldOut: [1, 0], test: [2] });
  });

  it('are without test images where they are not followed, or there are none', () => {
    const { test: _, ...without } = images;
    for (const given of [images, { ...without, followsTest: true as const }])
      expect(labelsOf(runImages(part, given))).toEqual({ training: [0, 1], heldOut: [1, 0] });
  });
});

describe('where a run stands', () => {
  const settings: TrainingSettings = {
    optimizer: 'adam',
    learningRate: 0.001,
    batchSize: 2,
    epochs: 3,
    seed: 1,
  };
  const begun = () => new Progress(settings, [0, 1, 0], 1, 0);
  const take = (progress: Progress, loss: number, answer: number) => {
    const { places } = progress.order.batch(progress.batch);
    progress.add(places, { loss, answers: places.map(() => answer), norms: null, broken: null }, 10);
  };

  it('counts steps in an epoch and in all, and knows the last', () => {
    const progress = begun();
    take(progress, 1, 1);
    expect(progress).toMatchObject({ epoch: 1, batch: 1, steps: 1, epochIsOver: false });
    take(progress, 1, 1);
    expect(progress).toMatchObject({ epoch: 1, batch: 2, steps: 2, epochIsOver: true });
    progress.enter(2, progress.steps);
    expect(progress).toMatchObject({ epoch: 2, batch: 0, steps: 2, epochIsOver: false });
  });

  it('measures the mean over images, not steps: the last step has fewer', () => {
    const progress = begun();
    take(progress, 3, 1);
    take(progress, 6, 0);
    const { trained, milliseconds } = progress.measured;
    expect(trained.loss).toBeCloseTo((2 * 3 + 1 * 6) / 3, 10);
    expect(trained.answers.filter((answer) => answer === 1)).toHaveLength(2);
    expect({ epoch: trained.epoch, milliseconds }).toEqual({ epoch: 1, milliseconds: 20 });
  });

  it('keeps the answers of images into the next epoch, and takes over those of a run that goes on', () => {
    const progress = begun();
    take(progress, 1, 1);
    take(progress, 1, 1);
    progress.enter(2, 2);
    expect(progress.measured.trained).toMatchObject({ epoch: 2, loss: 0, answers: [1, 1, 1] });
    progress.enter(3, 4, [0, 1, 0]);
    expect(progress.measured.trained.answers).toEqual([0, 1, 0]);
    expect(progress).toMatchObject({ epoch: 3, steps: 4 });
  });
});
