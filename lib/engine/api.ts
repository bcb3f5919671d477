import type { Architecture } from '@/lib/network/architecture';
import type { BackendName } from '@/lib/network/backends';
import type { CopyHandle, EpochHandle, NetworkHandle, OwnHandle, RunName } from '@/lib/network/handle';
import type { NetworkState, OpenedLog, OptimizerState, RunLog } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Pixels, Shown, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import type { Result } from '@/lib/result';
import type { ExaminerQuestion, Finding } from './examine-protocol';
import type { EngineEvent, Setup } from './protocol';

/** What a worker is given at its start. */
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

/**
 * What is computed of a trace: everything; the stages that an epoch's small weights reach, which are there before the
 * large ones are fetched; or the named channels alone, so that an answer can follow every frame of a movement.
 */
export type TraceScope = 'whole' | 'preview' | Shown;

/** Of a network's weights: all; the stages named; or those of an epoch that are recorded to the bit, without the large. */
export type WeightScope = 'all' | 'exact' | readonly string[];

/** Where a run that begins or goes on is to halt. */
export type TrainingGoal = 'step' | 'epoch' | 'end';

/** What training is to do. */
export type TrainingOrder =
  /**
   * A run with these settings. Of the engine's own network it begins with the initial weights of `settings.seed`; of a
   * recorded epoch it branches off, and trains to the last epoch that the settings name.
   */
  | { readonly order: 'begin'; readonly settings: TrainingSettings }
  /** The paused run, or the one that was kept at the end of an epoch. */
  | { readonly order: 'resume' }
  /** The same, or a new run where there is none, to the end of its next step or epoch. */
  | {
      readonly order: 'advance';
      readonly settings: TrainingSettings;
      readonly to: Exclude<TrainingGoal, 'end'>;
    }
  | { readonly order: 'pause' }
  /** Ends the run; its network stays. */
  | { readonly order: 'stop' };

/** What the page asks of the worker, and of the client: both speak the same. */
export interface EngineCalls {
  /**
   * Sets up a network. The engine's own answers when its first weights are there, and the rest follows with a network
   * event; it takes the place of the one before. A copy answers when it is whole; where it is open already with the same
   * architecture, the weights given replace its own, stage by stage.
   */
  open(setup: Setup): Promise<Result<NetworkState>>;
  /** Opens a run file of the engine's own network, to look at its epochs: docs/run-file.md. */
  openRun(file: Uint8Array): Promise<Result<OpenedLog>>;
  /** One image through a network. `weights` is empty where the page has them from an earlier answer, or made them. */
  trace(handle: NetworkHandle, pixels: Pixels, scope?: TraceScope): Promise<Result<Trace>>;
  /** Probabilities of `count` images, [count, classes]; `pixels` are their raw bytes one after the other. */
  predict(handle: NetworkHandle, pixels: Pixels, count: number): Promise<Result<Float32Array>>;
  /** A copy of a network's weights, as far as they have come. */
  weights(handle: NetworkHandle, scope?: WeightScope): Promise<Result<WeightSet>>;
  train(handle: OwnHandle | EpochHandle, order: TrainingOrder): Promise<Result<void>>;
  /** Measures something that needs more than one pass, or more than the forward one. */
  examine(handle: NetworkHandle, question: ExaminerQuestion): Promise<Result<Finding>>;
  /** A run as one file: docs/run-file.md. */
  writeRun(run: RunName): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Frees a copy, or a run that was opened. */
  close(closed: CopyHandle | { readonly run: RunName }): Promise<Result<void>>;
  /** Computes with this backend from now on. */
  chooseBackend(backend: BackendName): Promise<Result<void>>;
}

/** What the worker exposes. */
export interface WorkerApi extends EngineCalls {
  /** Comes before everything else. Settles when the worker holds its lifeline. */
  start(
    options: StartOptions,
    onEvent: (event: EngineEvent) => void,
    /** Gets states of the network that would be lost with the worker. */
    onSnapshot: (snapshot: Snapshot) => void,
  ): Promise<void>;
  /** A sign of life: answered as soon as the worker is not in the middle of computing something. */
  ping(): Promise<void>;
}
