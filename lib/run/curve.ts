import { sourceCount, standardError } from '@/lib/metrics/sources';
import type { ImageCounts } from '@/lib/network/subject';

/** The figures of one epoch of a run. The textbook's trace has none but those of training. */
export interface EpochPoint {
  readonly epoch: number;
  /** Mean cross-entropy over the training images, in nats. */
  readonly loss: number;
  /** Share of the training images that were predicted correctly, 0..1. */
  readonly accuracy: number;
  readonly heldOutLoss?: number;
  readonly heldOutAccuracy?: number;
  readonly testLoss?: number;
  readonly testAccuracy?: number;
}

/** An epoch whose validation figures exist and are numbers. */
export interface HeldOutPoint extends EpochPoint {
  readonly heldOutLoss: number;
  readonly heldOutAccuracy: number;
}

/** One whose test figures exist too. */
export interface TestedPoint extends HeldOutPoint {
  readonly testLoss: number;
  readonly testAccuracy: number;
}

/** What the sentences about a run need besides its curve. */
export interface RunFacts {
  readonly classes: number;
  /** How many independent images there are: of copies of one original only one. They determine how much of a change is chance. */
  readonly independent: { readonly heldOut: number; readonly test: number };
}

/** What the sentences need of a data set. */
export const runFactsOf = (classes: number, counts: ImageCounts): RunFacts => ({
  classes,
  independent: { heldOut: sourceCount(counts, 'heldOut'), test: sourceCount(counts, 'test') },
});

export const isHeldOut = (point: EpochPoint): point is HeldOutPoint =>
  Number.isFinite(point.heldOutLoss) && Number.isFinite(point.heldOutAccuracy);

export const isTested = (point: EpochPoint): point is TestedPoint =>
  isHeldOut(point) && Number.isFinite(point.testLoss) && Number.isFinite(point.testAccuracy);

/** Whether training stayed finite: an overflow shows as NaN or infinity. */
export const isNumber = (point: EpochPoint): boolean =>
  Number.isFinite(point.loss) && Number.isFinite(point.accuracy);

/** The accuracy of guessing. */
export const chance = (facts: RunFacts): number => 1 / facts.classes;

/** The loss of a network that gives every class the same probability: ln(classes), in nats. */
export const guessingLoss = (facts: RunFacts): number => Math.log(facts.classes);

/** The standard error of an accuracy measured on the validation images: differences below it mean nothing. */
export const heldOutNoise = (accuracy: number, { independent }: RunFacts): number =>
  standardError(accuracy, independent.heldOut);

/** That of one measured on the test images. */
export const testNoise = (accuracy: number, { independent }: RunFacts): number =>
  standardError(accuracy, independent.test);

/** By how much training accuracy is ahead of validation accuracy. */
export const gap = (point: HeldOutPoint): number => point.accuracy - point.heldOutAccuracy;

/** By how much validation accuracy is ahead of test accuracy. */
export const handGap = (point: TestedPoint): number => point.heldOutAccuracy - point.testAccuracy;

/** The point with the smallest value of `measure`, the first of equals; undefined when there is none. */
export function lowest<P>(points: readonly P[], measure: (point: P) => number): P | undefined {
  let best: P | undefined;
  for (const point of points) if (best === undefined || measure(point) < measure(best)) best = point;
  return best;
}
