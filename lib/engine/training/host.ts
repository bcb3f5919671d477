import type { BackendName } from '@/lib/network/backends';
import type { EpochHandle, RunName } from '@/lib/network/handle';
import type { OptimizerState, RunLog } from '@/lib/network/run';
import type { SubjectFiles } from '@/lib/network/subject';
import type { Result } from '@/lib/result';
import type { EngineEvent } from '../protocol';
import type { PastNetwork } from '../runs/own-run';
import type { Computing } from '../worker/computing';
import type { Model } from '../worker/model';
import type { Network } from '../worker/network';
import type { Networks } from '../worker/networks';

/** What the trainer needs of the engine around it. */
export interface Host extends Computing {
  /** What the site's addresses begin with. */
  readonly base: string;
  /** Where what belongs to the subject lies. */
  readonly files: Pick<SubjectFiles, 'images'>;
  readonly network: Network;
  /** All networks, by their handles. */
  readonly networks: Networks;
  readonly backend: BackendName;
  readonly notify: (event: EngineEvent) => void;
  /** How often a backend was lost. */
  readonly losses: number;
  /** Settles likewise, with whether there is anything to compute with. */
  computes(): Promise<boolean>;
  /** A run begins: what was recorded of the one before is deleted. */
  began(): Promise<void>;
  /** Whether the kept run, whose network this is, can go on in this tab. */
  goesOn(model: Model): Promise<Result<void>>;
  /** Keeps the network as it is now, with its log and what the optimizer remembers. */
  save(optimizer: OptimizerState): Promise<void>;
  /** What was set and measured in a run. */
  log(run: RunName): Promise<Result<RunLog>>;
  /** The network as it was at the end of a recorded epoch. */
  recall(epoch: EpochHandle): Promise<Result<PastNetwork>>;
}

/** Lets messages in between two steps. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Other work gets its turn, and a change of the backend its time. */
export async function between(host: Pick<Host, 'clear'>): Promise<void> {
  await nextTask();
  await host.clear();
}
