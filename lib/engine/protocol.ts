/** What page and worker say to each other. Plain data and typed arrays only; the arrays are transferred. */
import type { Weights } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/pipeline/architecture';
import type { Problem } from '@/lib/result';
import type { Counted } from '@/lib/tensor/counted';
import type { Tensor } from '@/lib/tensor/tensor';
import type { Initialisation, TrainingSettings } from './training-settings';

export type { Optimizer, TrainingSettings } from './training-settings';

export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

/** Raw RGB bytes, height x width x 3. */
export type Pixels = Uint8Array;

/** How a backend did in the probe: milliseconds for one trace's forward pass, or why it did not start. */
export interface BackendReport {
  readonly backend: BackendName;
  readonly milliseconds: number | null;
  /** The same for a batch of {@link PROBE_BATCH} pictures, which is what training is made of; where it was worth measuring. */
  readonly batchMilliseconds?: number;
  readonly threads?: number;
  readonly problem?: string;
}

export const PROBE_BATCH = 16;

export interface EngineReport {
  readonly backend: BackendName;
  readonly threads: number;
  readonly probes: readonly BackendReport[];
  /** Whether the learner chose the backend, or the probe did. */
  readonly chosen: 'measured' | 'by hand';
}

/** One stage's output on one picture. */
export interface StageTrace extends Tensor {
  readonly stage: string;
  /** What whole traces were counted to. */
  readonly counted?: Counted;
  /** The values before the activation, for layers that have one. */
  readonly before?: Float32Array;
}

/** The channels of a stage that are shown, in their order; a stage that isn't named is shown whole. */
export type Shown = Readonly<Record<string, readonly number[]>>;

/** All stages of one picture through one state of the network. */
export interface Trace {
  readonly stages: readonly StageTrace[];
  /** Recorded traces were computed at build time, by the same engine on the same weights. */
  readonly source: 'live' | 'recorded';
  /** False while the weights of later layers are still on their way; then `stages` ends before the first of them. */
  readonly complete: boolean;
  /** The weights that made these values, to the last bit. A recorded trace has those that its figures explain. */
  readonly weights: WeightSet;
  /** Which state of the network answered; changes with every training step and every model load. */
  readonly network: NetworkState;
  readonly backend: BackendName;
  readonly milliseconds: number;
  /** Of the present network: which of its versions answered. */
  readonly version?: number;
}

/** A run whose epochs were recorded: the learner's, the one that comes with the site, or one from a file. */
export type RunName = 'own' | 'shipped' | `file-${number}`;

/** A network of the past: as it was at the end of a recorded epoch. */
export interface Moment {
  readonly run: RunName;
  readonly epoch: number;
}

/** Where the network's weights come from. */
export interface NetworkState {
  readonly origin: 'shipped' | 'initial' | 'trained' | 'opened';
  readonly seed: number;
  readonly epoch: number;
  readonly step: number;
}

/** Class indices, one for each picture of the two sets, by its place in the set. */
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
  /** Mean over the training pictures (epoch 0: evaluated; later: as met during the epoch, before each step). */
  readonly loss: number;
  readonly accuracy: number;
  readonly heldOutLoss: number;
  readonly heldOutAccuracy: number;
  readonly milliseconds: number;
  readonly learningRate: number;
  /** By the ids of the stages that learn. */
  readonly norms: Readonly<Record<string, Norms>>;
  /** The most probable class for each picture; for the training pictures as met during the epoch, like the loss. */
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
  /** The class that each picture was taught or asked as, to hold the answers against. */
  readonly labels: ClassOfEach;
  /** Set where the run did not begin with initial weights. Its own first epoch is the one at which it left this one. */
  readonly parent?: ParentRun;
}

/** A run that was opened from a file. */
/** Epochs whose weights compute values beyond all numbers, and the stage at which the first of them does. */
export interface Unusable {
  readonly epochs: readonly number[];
  readonly stage: string;
}

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

/** The weights of the layers that have any, by stage id. */
export type WeightSet = Readonly<Record<string, Weights>>;

/** Kernels of a recorded epoch that are kept exactly, by stage id: those of the convolutions and of small dense layers. */
export type KernelSet = Readonly<Record<string, Weights['kernel']>>;

/** Which weights the network gets. */
export type WeightSource =
  /** Those that the learner trained last and did not reset; where there are none, the shipped ones. */
  | 'kept'
  | 'shipped'
  | {
      readonly initial: number;
      readonly scheme?: Initialisation;
      /** Weights that some stages get in place of initial ones. */
      readonly instead?: WeightSet;
    }
  | {
      readonly weights: WeightSet;
      readonly network?: NetworkState;
      readonly log?: RunLog | null;
      /** With it the run that the log tells of can go on. */
      readonly optimizer?: OptimizerState | null;
      /** What that run is kept under in this browser, where it goes on as the same. */
      readonly run?: string | null;
    };

/** What the engine tells without being asked. */
export type EngineEvent =
  /** Which backend computes, and how the others did. Comes again whenever this changes. */
  | { readonly type: 'report'; readonly report: EngineReport }
  /** A sentence for the learner: something went wrong, was dealt with, and nothing is lost. */
  | { readonly type: 'message'; readonly problem: Problem }
  /**
   * The network has other weights than before, or more of them: what was traced is out of date.
   * While training this comes with each epoch; the batches between are training events.
   */
  | {
      readonly type: 'network';
      readonly network: NetworkState;
      /** Counts the changes of the weights and of what computes with them; traces say it too. */
      readonly version: number;
      /** The stages whose weights are there. */
      readonly stages: readonly string[];
      readonly complete: boolean;
      /** The run that made these weights, where the learner trained them. */
      readonly log: RunLog | null;
      /** Whether that run stands at the end of an epoch, with epochs to come, and can go on from there. */
      readonly resumable: boolean;
    }
  | { readonly type: 'training'; readonly event: TrainingEvent }
  /** Bytes of the training pictures so far. */
  | { readonly type: 'download'; readonly loaded: number; readonly total: number }
  /** The engine can't run here at all. */
  | { readonly type: 'failed'; readonly problem: Problem };
