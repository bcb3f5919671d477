/** The figures of one epoch of a run. The textbook's trace has no held-out figures. */
export interface EpochPoint {
  readonly epoch: number;
  /** Mean cross-entropy over the training images, in nats. */
  readonly loss: number;
  /** Share of the training images that were predicted correctly, 0..1. */
  readonly accuracy: number;
  readonly heldOutLoss?: number;
  readonly heldOutAccuracy?: number;
}

/** An epoch whose held-out figures exist and are numbers. */
export interface HeldOutPoint extends EpochPoint {
  readonly heldOutLoss: number;
  readonly heldOutAccuracy: number;
}

/** What the sentences about a run need besides its curve. */
export interface RunFacts {
  readonly classes: number;
  /** The number of held-out images; it determines how much of a change is chance. */
  readonly heldOutImages: number;
}

export const isHeldOut = (point: EpochPoint): point is HeldOutPoint =>
  Number.isFinite(point.heldOutLoss) && Number.isFinite(point.heldOutAccuracy);

/** Whether training stayed finite: an overflow shows as NaN or infinity. */
export const isNumber = (point: EpochPoint): boolean =>
  Number.isFinite(point.loss) && Number.isFinite(point.accuracy);

/** The accuracy of guessing. */
export const chance = (facts: RunFacts): number => 1 / facts.classes;

/** The loss of a network that gives every class the same probability: ln(classes), in nats. */
export const guessingLoss = (facts: RunFacts): number => Math.log(facts.classes);

/**
 * The standard error of an accuracy measured on the held-out images: differences below it mean nothing. At
 * least that of one image in the set, so that 0 and 100 % do not count as certain.
 */
export function heldOutNoise(accuracy: number, { heldOutImages }: RunFacts): number {
  const spread = Math.sqrt((accuracy * (1 - accuracy)) / heldOutImages);
  return Math.max(spread, 1 / heldOutImages);
}

/** By how much training accuracy is ahead of held-out accuracy. */
export const gap = (point: HeldOutPoint): number => point.accuracy - point.heldOutAccuracy;

/** The point with the smallest value of `measure`, the first of equals; undefined when there is none. */
export function lowest<P>(points: readonly P[], measure: (point: P) => number): P | undefined {
  let best: P | undefined;
  for (const point of points) if (best === undefined || measure(point) < measure(best)) best = point;
  return best;
}
