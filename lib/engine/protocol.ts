/** The messages between page and worker. Plain data and typed arrays only; the arrays are transferred. */

import type { Architecture } from '@/lib/network/architecture';
import type { EngineReport } from '@/lib/network/backends';
import type { CopyHandle, OwnHandle, RunName } from '@/lib/network/handle';
import type { NetworkState, OptimizerState, RunLog, TrainingEvent } from '@/lib/network/run';
import type { Initialisation } from '@/lib/network/settings';
import type { SubjectFiles } from '@/lib/network/subject';
import type { WeightSet } from '@/lib/network/weights';
import type { Problem } from '@/lib/result';

/** Weights from the page. */
export interface WeightsFromPage {
  readonly weights: WeightSet;
  readonly network?: NetworkState;
  readonly log?: RunLog | null;
  /** With it the log's run can be resumed. */
  readonly optimizer?: OptimizerState | null;
  /** The name under which this browser stores that run, if it continues as the same one. */
  readonly run?: string | null;
}

/** A source with the weights of before where it has none. */
export const withWeights = (source: WeightsFromPage, before: WeightSet): WeightsFromPage =>
  Object.keys(source.weights).length > 0 ? source : { ...source, weights: before };

/** The source of the network's weights. */
export type WeightSource =
  /** Those that the learner trained last and did not reset; without any, the shipped ones, or initial ones where none ship. */
  | 'kept'
  | 'shipped'
  /** Those that the last request for initial or shipped ones set aside. */
  | 'undone'
  | {
      readonly initial: number;
      readonly scheme?: Initialisation;
      /** Weights that replace the initial ones of some stages. */
      readonly instead?: WeightSet;
    }
  | WeightsFromPage
  /** An opened run, which replaces the learner's own and can be resumed exactly. */
  | { readonly opened: RunName };

/** The engine's own network. */
export interface OwnSetup {
  readonly handle: OwnHandle;
  readonly architecture: Architecture;
  readonly source: WeightSource;
  /** The id of the subject under which trained data is stored; by default the last one. */
  readonly subject?: string;
  /** The addresses of its training images and of its shipped weights and run; by default the last ones. */
  readonly files?: SubjectFiles;
}

/** A network beside it. */
export interface CopySetup {
  readonly handle: CopyHandle;
  readonly architecture: Architecture;
  readonly source: WeightsFromPage;
}

/** A network for the engine to set up. */
export type Setup = OwnSetup | CopySetup;

/** Whether a network that is set up is a copy. */
export const isCopy = (setup: Setup): setup is CopySetup => 'copy' in setup.handle;

/** The engine's events. */
export type EngineEvent =
  /** Which backend computes, and how the others performed. Sent again whenever this changes. */
  | { readonly type: 'report'; readonly report: EngineReport }
  /** A message for the learner: something went wrong, was handled, and nothing is lost. */
  | { readonly type: 'message'; readonly problem: Problem }
  /**
   * The network has new weights, or more of them: earlier traces are outdated. During training this comes
   * with each epoch; the batches between are training events.
   */
  | {
      readonly type: 'network';
      /** The id of the subject whose network it is. */
      readonly subject: string;
      readonly network: NetworkState;
      /** Counts the changes of the weights and of the backend; traces contain it too. */
      readonly version: number;
      /** The stages whose weights are loaded. */
      readonly stages: readonly string[];
      readonly complete: boolean;
      /** The run that made these weights, where the learner trained them. */
      readonly log: RunLog | null;
      /** Whether that run is at the end of an epoch, has epochs to come, and can be resumed. */
      readonly resumable: boolean;
      /** Set where that run belongs to another tab, and is here for display only. */
      readonly elsewhere?: true;
      /** Set where a run was reset that can still be brought back. */
      readonly undoable?: true;
    }
  | { readonly type: 'training'; readonly event: TrainingEvent }
  /** Bytes of the training images received so far. */
  | { readonly type: 'download'; readonly loaded: number; readonly total: number }
  /** The engine can't run here at all. */
  | { readonly type: 'failed'; readonly problem: Problem };
