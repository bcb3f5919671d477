/** What page and worker say to each other. Plain data and typed arrays only; the arrays are transferred. */

import type { Architecture } from '@/lib/network/architecture';
import type { EngineReport } from '@/lib/network/backends';
import type { CopyHandle, OwnHandle, RunName } from '@/lib/network/handle';
import type { NetworkState, OptimizerState, RunLog, TrainingEvent } from '@/lib/network/run';
import type { Initialisation } from '@/lib/network/settings';
import type { SubjectFiles } from '@/lib/network/subject';
import type { WeightSet } from '@/lib/network/weights';
import type { Problem } from '@/lib/result';

/** Weights that the page has. */
export interface GivenWeights {
  readonly weights: WeightSet;
  readonly network?: NetworkState;
  readonly log?: RunLog | null;
  /** With it the run that the log tells of can go on. */
  readonly optimizer?: OptimizerState | null;
  /** What that run is kept under in this browser, where it goes on as the same. */
  readonly run?: string | null;
}

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
  | GivenWeights
  /** An opened run, which takes the place of the learner's own and can be resumed, to the bit. */
  | { readonly opened: RunName };

/** The engine's own network. */
export interface OwnSetup {
  readonly handle: OwnHandle;
  readonly architecture: Architecture;
  readonly source: WeightSource;
  /** The id of the subject that what is trained is kept with; where none is named, with the one named last. */
  readonly subject?: string;
  /** Where the images lie that it is trained on, and what ships of it; where nothing is said, as was said last. */
  readonly files?: SubjectFiles;
}

/** A network beside it. */
export interface CopySetup {
  readonly handle: CopyHandle;
  readonly architecture: Architecture;
  readonly source: GivenWeights;
}

/** A network that the engine is to set up. */
export type Setup = OwnSetup | CopySetup;

/** Whether a network that is set up is a copy. */
export const isCopy = (setup: Setup): setup is CopySetup => 'copy' in setup.handle;

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
  /** Bytes of the training images so far. */
  | { readonly type: 'download'; readonly loaded: number; readonly total: number }
  /** The engine can't run here at all. */
  | { readonly type: 'failed'; readonly problem: Problem };
