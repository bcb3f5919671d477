/** What a claim is: a sentence's number, as a function of the network that ships with the course and of its images. */
import type { MeasuredSet, Survey } from '@/lib/engine/examine-protocol';
import type { Scored } from '@/lib/metrics/classification';
import type { Architecture } from '@/lib/network/architecture';
import type { RunLog } from '@/lib/network/run';

/** A set that claims are counted on: those of the course, and photographs of CIFAR-10, which the project measures but doesn't ship. */
export type CountedSet = MeasuredSet | 'photographs';

/** What is done to a set or a network before it is asked. */
export interface Changed {
  /** Returns a changed copy of an image, [height, width, channels]. */
  readonly image?: (pixels: Uint8Array) => Uint8Array;
  /** Other layers with the same weights. */
  readonly architecture?: Architecture;
  /** The network at the end of this epoch of its recorded run, in place of the last. */
  readonly epoch?: number;
}

/** The shipped network, its images and its run. `scripts/lab/claims.ts` makes one of the engine. */
export interface Measured {
  readonly architecture: Architecture;
  readonly log: RunLog;
  /** For each set: which drawing each image shows; images with the same number show the same one. */
  readonly originals: Readonly<Record<MeasuredSet, readonly number[]>>;
  /** The probabilities for all images of a set. */
  predict(set: CountedSet, changed?: Changed): Promise<Scored>;
  /** The mean cross-entropy over a set, computed from the logits. */
  loss(set: MeasuredSet, changed?: Pick<Changed, 'architecture'>): Promise<number>;
  /** The largest value of each channel of a stage on each image of a set. */
  survey(set: MeasuredSet, stage: string): Promise<Survey>;
}

/** How a claim's number is written. */
export type ClaimForm = 'percent' | 'count' | 'decimals';

export interface Claim {
  /** The sets that were counted; none where the number follows from the layers alone. */
  readonly on: readonly CountedSet[];
  readonly form: ClaimForm;
  /** Decimals of the form "decimals"; 2 where none are named. */
  readonly decimals?: number;
  /** How far a different machine's arithmetic may move it; 0 where it is counted. */
  readonly tolerance: number;
  /** The range in which the sentences around the number stay true; both ends belong to it. */
  readonly holds: readonly [least: number, most: number];
  measure(measured: Measured): Promise<number> | number;
}

/** One image more or less of 200: what another machine's rounding may change. */
export const ONE_IMAGE = 0.0051;
