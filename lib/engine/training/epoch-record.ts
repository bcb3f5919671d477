import type { TrainingSet } from '@/lib/data/training-set';
import type { ClassOfEach, EpochRecord } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Model } from '../worker/model';
import { accuracyOf, evaluating } from './evaluate';
import { rateAt } from './optimizer/schedule';

/** The images that a run trains on and those that it only measures. */
export type RunImages = Pick<TrainingSet, 'training' | 'heldOut' | 'test'>;

/** The sets of a run: the test images are among them only where they are measured after every epoch. */
export const runImages = (
  training: TrainingSet['training'],
  { heldOut, test, followsTest }: TrainingSet,
): RunImages => ({ training, heldOut, ...(followsTest && test && { test }) });

/** The class that each image is labelled as. */
export const labelsOf = ({ training, heldOut, test }: RunImages): ClassOfEach => ({
  training: [...training.labels],
  heldOut: [...heldOut.labels],
  ...(test && { test: [...test.labels] }),
});

/** What the steps of an epoch measured on the training images. */
type Trained = Pick<EpochRecord, 'epoch' | 'loss' | 'norms'> & { readonly answers: readonly number[] };

/**
 * The record of an epoch whose training images are measured, but for its time: measures the other sets with the weights at
 * its end, in parts.
 */
export async function* measuringEpoch(
  model: Model,
  settings: TrainingSettings,
  { training, heldOut, test }: RunImages,
  trained: Trained,
): AsyncGenerator<void, Omit<EpochRecord, 'milliseconds'>> {
  const validated = yield* evaluating(model, heldOut);
  const tested = test && (yield* evaluating(model, test));
  return {
    ...trained,
    accuracy: accuracyOf(trained.answers, training.labels),
    heldOutLoss: validated.loss,
    heldOutAccuracy: validated.accuracy,
    ...(tested && { testLoss: tested.loss, testAccuracy: tested.accuracy }),
    learningRate: rateAt(settings, Math.max(1, trained.epoch)),
    answers: {
      training: trained.answers,
      heldOut: validated.answers,
      ...(tested && { test: tested.answers }),
    },
  };
}
