import { nextTask } from '@/lib/data/next-task';
import type { BackendName } from '@/lib/network/backends';
import type { EpochHandle, RunName } from '@/lib/network/handle';
import type { OptimizerState, RunLog } from '@/lib/network/run';
import type { SubjectFiles } from '@/lib/network/subject';
import type { Result } from '@/lib/result';
import type { EngineEvent } from '../protocol';
import type { PastNetwork } from '../runs/own-run';
import type { Computing } from '../worker/computing';
import type { Model } from '../worker/model';
import type { FullState, Network } from '../worker/network';
import type { Networks } from '../worker/networks';
import type { Place } from '../worker/state-memory';

/** What the trainer needs from the engine. */
export interface Host extends Computing {
  /** The prefix of the site's addresses. */
  readonly base: string;
  /** Where what belongs to the subject lies. */
  readonly files: Pick<SubjectFiles, 'images' | 'dataSet'>;
  readonly network: Network;
  /** All networks, by handle. */
  readonly networks: Networks;
  readonly backend: BackendName;
  readonly notify: (event: EngineEvent) => void;
  /** How often a backend was lost. */
  readonly losses: number;
  /** Resolves likewise, with whether there is a backend to compute with. */
  computes(): Promise<boolean>;
  /** A run starts: the recorded data of the previous one is deleted. */
  began(): Promise<void>;
  /** Whether the stored run, whose network this is, can be resumed in this tab. */
  goesOn(model: Model): Promise<Result<void>>;
  /** Stores the current network, with its log and the optimizer's state. */
  save(remember: (place: Place) => Promise<OptimizerState>): Promise<void>;
  /** Stores a state that the network had a few steps ago. */
  keep(state: FullState): Promise<void>;
  /** The settings and measurements of a run. */
  log(run: RunName): Promise<Result<RunLog>>;
  /** The network at the end of a recorded epoch. */
  recall(epoch: EpochHandle): Promise<Result<PastNetwork>>;
}

/** Yields to other work, and to a change of the backend. */
export async function between(host: Pick<Host, 'clear'>): Promise<void> {
  await nextTask();
  await host.clear();
}
