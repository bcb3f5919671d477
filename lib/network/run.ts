/** Training runs: what was set, what was measured, and which state of the network each epoch left. */
import type { Problem } from '@/lib/result';
import type { Architecture } from './architecture';
import type { BackendName } from './backends';
import type { RunName } from './handle';
import type { TrainingSettings } from './settings';

/** Where the network's weights come from. */
export interface NetworkState {
  readonly origin: 'shipped' | 'initial' | 'trained' | 'opened';
  readonly seed: number;
  readonly epoch: number;
  readonly step: number;
}

/** Class indices, one for each image of the two sets, by its place in the set. */
export interface ClassOfEach {
  readonly training: readonly number[];
  readonly heldOut: readonly number[];
}

/** How large a layer's weights and their gradient are: the root of the sum of squares, kernel and bias together. */
export interface Norms {
  readonly weight: number;
  /** At the epoch's last step, of the mean loss of its batch. Null in epoch 0, which has no step. */
  readonly gradient: number | null;
}

/** What is measured at the end of an epoch; epoch 0 is the untrained network. */
export interface EpochRecord {
  readonly epoch: number;
  /** Mean over the training images (epoch 0: evaluated; later: as met during the epoch, before each step). */
  readonly loss: number;
  readonly accuracy: number;
  readonly heldOutLoss: number;
  readonly heldOutAccuracy: number;
  readonly milliseconds: number;
  readonly learningRate: number;
  /** By the ids of the stages that learn. */
  readonly norms: Readonly<Record<string, Norms>>;
  /** The most probable class for each image; for the training images as met during the epoch, like the loss. */
  readonly answers: ClassOfEach;
}

/** The run that another one left, for comparing. */
export interface ParentRun {
  readonly run: RunName;
  readonly settings: TrainingSettings;
  /** The epoch at whose end it was left. */
  readonly epoch: number;
  /** Whether the weights were taken over exactly; else the large kernels come from one byte a value. */
  readonly exact: boolean;
  readonly epochs: readonly EpochRecord[];
}

/** A run: what was set and what was measured. */
export interface RunLog {
  readonly settings: TrainingSettings;
  readonly architecture: Architecture;
  readonly epochs: readonly EpochRecord[];
  readonly backend: BackendName;
  /** The class that each image was taught or asked as, to hold the answers against. */
  readonly labels: ClassOfEach;
  /** Set where the run did not begin with initial weights. Its own first epoch is the one at which it left this one. */
  readonly parent?: ParentRun;
}

/** Epochs whose weights compute values beyond all numbers, and the stage at which the first of them does. */
export interface Unusable {
  readonly epochs: readonly number[];
  readonly stage: string;
}

/** A run that was opened from a file. */
export interface OpenedLog {
  readonly run: RunName;
  readonly log: RunLog;
  /** Whether it was saved with epochs to come, and can go on. */
  readonly resumable: boolean;
  readonly unusable: Unusable | null;
}

/** One training step: how the network did on its batch before the step. */
export interface BatchEvent {
  readonly type: 'batch';
  readonly epoch: number;
  readonly batch: number;
  readonly batches: number;
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly milliseconds: number;
}

export type TrainingEvent =
  | BatchEvent
  | { readonly type: 'epoch'; readonly record: EpochRecord; readonly network: NetworkState }
  | { readonly type: 'paused' | 'stopped' | 'finished'; readonly network: NetworkState }
  /** The run stands at an earlier end of an epoch again: what it told of from there on is void. It goes on from here. */
  | { readonly type: 'wentBack'; readonly network: NetworkState }
  | {
      readonly type: 'failed';
      readonly problem: Problem;
      readonly network: NetworkState;
      /** Whether the run's own numbers ended, which the same settings repeat; else something around it broke. */
      readonly diverged: boolean;
    };

/** What an optimizer remembers from step to step, outside any backend: how many steps, and for each weight its moments. */
export type OptimizerState = readonly {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
  /** Whether it is a whole number of steps. */
  readonly counts: boolean;
}[];
