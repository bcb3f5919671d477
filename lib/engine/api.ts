import type { Architecture } from '@/lib/network/architecture';
import type { BackendName } from '@/lib/network/backends';
import type { CopyHandle, EpochHandle, NetworkHandle, OwnHandle, RunName } from '@/lib/network/handle';
import type { NetworkState, OpenedLog, OptimizerState, OtherRun, RunLog } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Pixels, Shown, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import type { Result } from '@/lib/result';
import type { ExaminerQuestion, Finding } from './examine-protocol';
import type { EngineEvent, Setup } from './protocol';

/** The options of a new worker. */
export interface StartOptions {
  /** The prefix of the site's addresses. */
  readonly base: string;
  /** False after threads have failed on this page. */
  readonly threads: boolean;
  /** Backends that failed on this page and are not tried again. */
  readonly avoid: readonly BackendName[];
  /**
   * Whether the browser stores what is trained; otherwise it is lost with the worker, and earlier stored data
   * stays.
   */
  readonly keeps: boolean;
  /** The lock that the worker holds while it lives. */
  readonly lifeline: string;
}

/** The state of a network that can be set up again elsewhere. */
export interface Snapshot {
  readonly architecture: Architecture;
  readonly weights: WeightSet;
  readonly network: NetworkState;
  readonly log: RunLog | null;
  /** Null where no run is at the end of an epoch. */
  readonly optimizer: OptimizerState | null;
  /** The name under which this browser stores the run. */
  readonly run: string | null;
}

/**
 * The part of a trace to compute: everything; the stages that an epoch's small weights reach, which are
 * available before the large ones are fetched; or only the named channels, so that a response can follow
 * every frame of a movement.
 */
export type TraceScope = 'whole' | 'preview' | Shown;

/**
 * The part of a network's weights: all; the named stages; or those of an epoch that are recorded exactly,
 * without the large ones.
 */
export type WeightScope = 'all' | 'exact' | readonly string[];

/** Where a starting or resumed run is to pause. */
export type TrainingGoal = 'step' | 'epoch' | 'end';

/** A training command. */
export type TrainingOrder =
  /** Fetches the code and the images of a run that may soon begin. What fails is reported when it does. */
  | { readonly order: 'prepare' }
  /**
   * Starts a run with these settings. On the engine's own network it begins with the initial weights of
   * `settings.seed`; from a recorded epoch it branches off, and trains to the last epoch in the settings.
   */
  | { readonly order: 'begin'; readonly settings: TrainingSettings }
  /** Resumes the paused run, or the one that was stored at the end of an epoch. */
  | { readonly order: 'resume' }
  /** The same, or a new run where there is none, up to the end of its next step or epoch. */
  | {
      readonly order: 'advance';
      readonly settings: TrainingSettings;
      readonly to: Exclude<TrainingGoal, 'end'>;
    }
  | { readonly order: 'pause' }
  /** Ends the run; its network stays. */
  | { readonly order: 'stop' };

/** The page's calls to the worker, and to the client: both have the same interface. */
export interface EngineCalls {
  /**
   * Sets up a network. For the engine's own it returns when the first weights are loaded, and the rest
   * follows with a network event; it replaces the previous one. For a copy it returns when the copy is
   * complete; if it is open already with the same architecture, the given weights replace its own, stage by
   * stage.
   */
  open(setup: Setup): Promise<Result<NetworkState>>;
  /**
   * Opens a run file of the engine's own network, for looking at its epochs: docs/run-file.md. One of another network is read,
   * and not opened.
   */
  openRun(file: Uint8Array): Promise<Result<OpenedLog | OtherRun>>;
  /**
   * One image through a network. `weights` is empty where the page has them from an earlier response, or made
   * them itself.
   */
  trace(handle: NetworkHandle, pixels: Pixels, scope?: TraceScope): Promise<Result<Trace>>;
  /** Probabilities of `count` images, [count, classes]; `pixels` are their raw bytes one after the other. */
  predict(handle: NetworkHandle, pixels: Pixels, count: number): Promise<Result<Float32Array>>;
  /** A copy of a network's weights, as far as they are loaded. */
  weights(handle: NetworkHandle, scope?: WeightScope): Promise<Result<WeightSet>>;
  train(handle: OwnHandle | EpochHandle, order: TrainingOrder): Promise<Result<void>>;
  /** Measures something that needs more than one pass, or more than the forward one. */
  examine(handle: NetworkHandle, question: ExaminerQuestion): Promise<Result<Finding>>;
  /** The log of the run that ships with the network. */
  shippedRun(): Promise<Result<RunLog>>;
  /** A run as one file: docs/run-file.md. */
  writeRun(run: RunName): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Frees a copy, or a run that was opened. */
  close(closed: CopyHandle | { readonly run: RunName }): Promise<Result<void>>;
  /** Switches to this backend. */
  chooseBackend(backend: BackendName): Promise<Result<void>>;
}

/** The interface that the worker exposes. */
export interface WorkerApi extends EngineCalls {
  /** Must be called first. Resolves when the worker holds its lifeline. */
  start(
    options: StartOptions,
    onEvent: (event: EngineEvent) => void,
    /** Receives states of the network that would be lost with the worker. */
    onSnapshot: (snapshot: Snapshot) => void,
  ): Promise<void>;
  /** A sign of life: read as soon as the worker is not in the middle of a computation. */
  readonly alive: true;
}
