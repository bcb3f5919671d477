/** Training runs: the settings, the measurements, and the network's state after each epoch. */
import type { Problem } from '@/lib/result';
import type { Architecture } from './architecture';
import type { BackendName } from './backends';
import type { RunName } from './handle';
import type { TrainingSettings } from './settings';
import type { WeightSet } from './weights';

/** Where the network's weights come from. */
export interface NetworkState {
  readonly origin: 'shipped' | 'initial' | 'trained' | 'opened';
  readonly seed: number;
  readonly epoch: number;
  readonly step: number;
}

/** Class indices, one for each image of the sets, by its index in the set. */
export interface ClassOfEach {
  readonly training: readonly number[];
  readonly heldOut: readonly number[];
  /** Only where the test images are followed. */
  readonly test?: readonly number[];
}

/**
 * The norms of a layer's weights and their gradient: the root of the sum of squares, kernel and bias
 * together.
 */
export interface Norms {
  readonly weight: number;
  /** At the epoch's last step, for the mean loss of its batch. Null in epoch 0, which has no step. */
  readonly gradient: number | null;
}

/** The measurements at the end of an epoch; epoch 0 is the untrained network. */
export interface EpochRecord {
  readonly epoch: number;
  /**
   * Mean over the training images (epoch 0: evaluated; later: as computed during the epoch, before each
   * step).
   */
  readonly loss: number;
  readonly accuracy: number;
  readonly heldOutLoss: number;
  readonly heldOutAccuracy: number;
  /** For the record, nothing is chosen by them; absent where the test images are not followed. */
  readonly testLoss?: number;
  readonly testAccuracy?: number;
  readonly milliseconds: number;
  readonly learningRate: number;
  /** By the ids of the stages that learn. */
  readonly norms: Readonly<Record<string, Norms>>;
  /**
   * The most probable class for each image; for the training images as computed during the epoch, like the
   * loss.
   */
  readonly answers: ClassOfEach;
}

/** The run that a run branched from, for comparison. */
export interface ParentRun {
  readonly run: RunName;
  readonly settings: TrainingSettings;
  /** The epoch at whose end it branched. */
  readonly epoch: number;
  /**
   * Whether the weights were copied exactly; otherwise the large kernels were stored as one byte per value.
   */
  readonly exact: boolean;
  readonly epochs: readonly EpochRecord[];
}

/** The data set that a run was trained on: its id, and how many images it had. */
export interface RunDataSet {
  readonly id: string;
  readonly training: number;
  readonly heldOut: number;
}

/** A run: its settings and measurements. */
export interface RunLog {
  readonly settings: TrainingSettings;
  readonly architecture: Architecture;
  /** Absent in runs from before it was recorded. */
  readonly dataSet?: RunDataSet;
  readonly epochs: readonly EpochRecord[];
  readonly backend: BackendName;
  /**
   * The class that each image was labelled with in training or evaluation, for comparison with the
   * predictions.
   */
  readonly labels: ClassOfEach;
  /**
   * Set where the run did not begin with initial weights. Its first epoch is the one at which it branched
   * from this one.
   */
  readonly parent?: ParentRun;
}

/** Epochs whose weights compute non-finite values, and the stage at which the first of them does. */
export interface Unusable {
  readonly epochs: readonly number[];
  readonly stage: string;
}

/** A run that was opened from a file. */
export interface OpenedLog {
  readonly run: RunName;
  readonly log: RunLog;
  /** Whether it was saved before its last epoch and can be resumed. */
  readonly resumable: boolean;
  readonly unusable: Unusable | null;
}

/** A run in a file that belongs to another network than the one at work: the file was read, and nothing of it opened. */
export interface OtherRun {
  readonly log: RunLog;
  /** The network's weights at the end of the last epoch; exact where the run can be resumed. */
  readonly weights: WeightSet;
}

/** One training step: the network's results on its batch before the step. */
export interface BatchEvent {
  readonly type: 'batch';
  readonly epoch: number;
  readonly batch: number;
  readonly batches: number;
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly milliseconds: number;
  /** In the first step after the network was stored, such as an epoch's first: the milliseconds that it took. */
  readonly storing?: number;
}

export type TrainingEvent =
  | BatchEvent
  | { readonly type: 'epoch'; readonly record: EpochRecord; readonly network: NetworkState }
  | { readonly type: 'paused' | 'stopped' | 'finished'; readonly network: NetworkState }
  /**
   * The run has returned to the end of an earlier epoch: its events since then are void. It continues from
   * here.
   */
  | { readonly type: 'wentBack'; readonly network: NetworkState }
  | {
      readonly type: 'failed';
      readonly problem: Problem;
      readonly network: NetworkState;
      /**
       * Whether the run itself diverged, which the same settings repeat; otherwise something around it
       * failed.
       */
      readonly diverged: boolean;
    };

/**
 * The state of an optimizer between steps, outside any backend: the number of steps, and each weight's
 * moments.
 */
export type OptimizerState = readonly {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
  /** Whether it is a whole number of steps. */
  readonly counts: boolean;
}[];
