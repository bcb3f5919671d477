import type { LabelledImages } from '@/lib/data/data-set';
import type { Stage } from '@/lib/network/pipeline';
import { inFull, type TrainingSettings } from '@/lib/network/settings';
import type { Model } from '../worker/model';
import { augmentationOf } from './images/augment';
import { pickBatch } from './images/batch';
import type { EpochOrder } from './images/order';
import { streamOf } from './images/streams';
import { rateAt } from './optimizer/schedule';
import type { Upcoming } from './step';

/** Where a step stands: its epoch, counted from 1, its place in it, counted from 0, and that epoch's order of images. */
export interface StepPlace {
  readonly epoch: number;
  readonly batch: number;
  readonly order: EpochOrder;
}

/** The data of a step, all of it drawn from the seed, the epoch and the place. The caller disposes of the batch. */
export function upcomingStep(
  model: Model,
  stages: readonly Stage[],
  training: LabelledImages,
  settings: TrainingSettings,
  { epoch, batch, order }: StepPlace,
): Upcoming {
  const { seed, l2, frozen } = inFull(settings);
  const { places, turns } = order.batch(batch);
  return {
    places,
    batch: pickBatch(model, training, places, augmentationOf(settings, epoch, turns)),
    options: {
      norms: batch + 1 === order.batches,
      mode: { stages, frozen, stream: () => streamOf(seed, 'dropout', epoch, batch) },
      l2,
    },
    labels: places.map((place) => training.labels[place]),
    rate: rateAt(settings, epoch),
  };
}
