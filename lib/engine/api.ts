import type { WeightPlace } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import type { BackendName } from '@/lib/network/backends';
import type { Moment, NetworkState, OpenedLog, OptimizerState, RunLog, RunName } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Pixels, Shown, StageTrace, Trace } from '@/lib/network/trace';
import type { KernelSet, WeightSet } from '@/lib/network/weights';
import type { Result } from '@/lib/result';
import type { EngineEvent, WeightSource } from './protocol';
import type { StepReport, StepWeight } from './step-protocol';
import type { Survey } from './worker/survey';

/** What a worker is told at its start. */
export interface StartOptions {
  /** What the site's addresses begin with. */
  readonly base: string;
  /** False after threads have failed on this page. */
  readonly threads: boolean;
  /** Backends that failed on this page and are not tried again. */
  readonly avoid: readonly BackendName[];
  /** Whether the browser keeps what is trained; else it is gone with the worker, and what was kept stays. */
  readonly keeps: boolean;
  /** The lock that the worker holds as long as it lives. */
  readonly lifeline: string;
}

/** The state of a network that can be set up again elsewhere. */
export interface Snapshot {
  readonly architecture: Architecture;
  readonly weights: WeightSet;
  readonly network: NetworkState;
  readonly log: RunLog | null;
  /** Null where no run stands at the end of an epoch. */
  readonly optimizer: OptimizerState | null;
  /** What the run is kept under in this browser. */
  readonly run: string | null;
}

/** Loss and accuracy over the training or the held-out pictures. */
export interface Evaluation {
  readonly loss: number;
  readonly accuracy: number;
  readonly count: number;
  /** The most probable class of each picture. */
  readonly answers: readonly number[];
}

/** What the page asks of the worker, and of the client: both speak the same. */
export interface EngineCalls {
  /**
   * Sets up the network of an architecture. Answers when its first weights are there; the rest follows with a network
   * event. What is trained is kept with the subject of this id; where none is named, with the one named last.
   */
  load(architecture: Architecture, source: WeightSource, subject?: string): Promise<Result<NetworkState>>;
  /** Probabilities of `count` pictures, [count, classes]; `pixels` are their raw bytes one after the other. */
  predict(pixels: Pixels, count: number): Promise<Result<Float32Array>>;
  /** A copy of the weights, of all layers or of the stages named (those that have come so far). */
  weights(stages?: readonly string[]): Promise<WeightSet>;
  /**
   * A copy of the network that is changed at will, beside it: sets it up, or, where the architecture is the one it has,
   * changes the weights of some stages.
   */
  setVariant(architecture: Architecture, weights: WeightSet): Promise<Result<void>>;
  /** All stages of one picture through the copy. Its `weights` are empty: the page has made them. */
  traceVariant(pixels: Pixels): Promise<Result<Trace>>;
  /** What is watched of that while the picture changes: much less than a trace, so that it can follow every frame. */
  frameVariant(pixels: Pixels, shown: Shown): Promise<Result<readonly StageTrace[]>>;
  /** The copy's probabilities for several pictures, [count, classes]. */
  predictVariant(pixels: Pixels, count: number): Promise<Result<Float32Array>>;
  /** How strongly a stage of the copy answers to each picture of a set. */
  survey(which: 'training' | 'heldOut', stage: string): Promise<Result<Survey>>;
  /** What each value of a picture brings to a logit of the copy, along the path from a black picture. */
  integrated(pixels: Pixels, unit: number, steps: number): Promise<Result<Float32Array>>;
  /** Lets the copy go. */
  dropVariant(): Promise<void>;
  /** The exact kernels of a recorded epoch; the largest, which are kept rounded, are left out. */
  kernels(moment: Moment): Promise<Result<KernelSet>>;
  /** Begins a run from the initial weights of `settings.seed`, and trains to its last epoch unless paused or stopped. */
  train(settings: TrainingSettings): Promise<Result<void>>;
  /** Begins a run with these settings at the end of a recorded epoch, and trains to the last epoch that they name. */
  fork(from: Moment, settings: TrainingSettings): Promise<Result<void>>;
  pause(): Promise<void>;
  /** Goes on with the paused run, or with the one that was kept at the end of an epoch. */
  resume(): Promise<Result<void>>;
  /** One step of the paused run, or of a new one. */
  stepOnce(settings: TrainingSettings): Promise<Result<void>>;
  /** To the end of the epoch, of the paused run or a new one. */
  epochOnce(settings: TrainingSettings): Promise<Result<void>>;
  /** Ends the run; its network stays. */
  stop(): Promise<void>;
  /** Back to the initial weights of a seed; what was kept of a trained network is forgotten. */
  reset(seed: number): Promise<Result<NetworkState>>;
  /** A run as one file: docs/run-file.md. */
  writeRun(run: RunName): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Opens a run file of the present network, to look at beside the other runs. */
  openRun(file: Uint8Array): Promise<Result<OpenedLog>>;
  /** Lets go of an opened run. */
  closeRun(run: RunName): Promise<void>;
  /** An opened run takes the place of the learner's own, to go on with. */
  takeOver(run: RunName): Promise<Result<NetworkState>>;
  /** The present network over all training or all held-out pictures. */
  evaluate(pictures: 'training' | 'heldOut'): Promise<Result<Evaluation>>;
  /**
   * The training step that would come next, taken apart on a copy of the network: of the paused or kept run, or, without
   * one or from a recorded epoch, the first of a run with these settings.
   */
  observeStep(moment: Moment | null, settings: TrainingSettings): Promise<Result<StepReport>>;
  /** One weight of the step that was observed last. */
  observedWeight(stage: string, place: WeightPlace): Promise<Result<StepWeight>>;
  /** Computes with this backend from now on. */
  chooseBackend(backend: BackendName): Promise<Result<void>>;
}

/** What the worker exposes. */
export interface WorkerApi extends EngineCalls {
  /** Comes before everything else. Settles when the worker holds its lifeline. */
  start(
    options: StartOptions,
    onEvent: (event: EngineEvent) => void,
    /** Hears of states of the network that would be lost with the worker. */
    onSnapshot: (snapshot: Snapshot) => void,
  ): Promise<void>;
  /** A sign of life: answered as soon as the worker is not in the middle of computing something. */
  ping(): Promise<void>;
  /** The stages of one picture that the small weights of an epoch answer: at once, while the large ones are fetched. */
  glance(pixels: Pixels, moment: Moment): Promise<Result<Trace>>;
  /** All stages of one picture, of the present network or of an earlier one. `weights` is empty when the page has them from an earlier answer. */
  trace(pixels: Pixels, moment: Moment | null): Promise<Result<Trace>>;
}
