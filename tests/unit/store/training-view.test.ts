import { expect, it } from 'vitest';
import type { BatchEvent, EpochRecord, TrainingEvent } from '@/lib/network/run';
import { trainingStore } from '@/lib/store/training/training';
import { withTrainingEvent } from '@/lib/store/training/training-view';

const batch = (step: number): BatchEvent => ({
  type: 'batch',
  epoch: 1 + Math.floor((step - 1) / 3),
  batch: ((step - 1) % 3) + 1,
  batches: 3,
  step,
  loss: 1,
  accuracy: 0.5,
  milliseconds: 1,
});

const epoch = (number: number): TrainingEvent => {
  const record: EpochRecord = {
    epoch: number,
    loss: 1,
    accuracy: 0.5,
    heldOutLoss: 1,
    heldOutAccuracy: 0.5,
    milliseconds: 1,
    learningRate: 0.001,
    norms: {},
    answers: { training: [], heldOut: [] },
  };
  return { type: 'epoch', record, network: { origin: 'trained', seed: 1, epoch: number, step: 3 * number } };
};

it('when a run goes back, the events after that point are withdrawn, and it continues training', () => {
  const events = [epoch(0), ...[1, 2, 3].map(batch), epoch(1), ...[4, 5, 6].map(batch), epoch(2), batch(7)];
  const before = events.reduce(withTrainingEvent, trainingStore.getState());
  const after = withTrainingEvent(before, {
    type: 'wentBack',
    network: { origin: 'trained', seed: 1, epoch: 1, step: 3 },
  });
  expect(after.phase).toBe('running');
  expect(after.epochs.map((record) => record.epoch)).toEqual([0, 1]);
  expect(after.batches.map(({ step }) => step)).toEqual([1, 2, 3]);
});
