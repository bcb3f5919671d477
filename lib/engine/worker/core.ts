import type { Architecture } from '@/lib/network/architecture';
import type { BackendName } from '@/lib/network/backends';
import type { NetworkState, OptimizerState, RunLog } from '@/lib/network/run';
import type { SubjectFiles } from '@/lib/network/subject';
import type { Result } from '@/lib/result';
import type { BackendChoice } from '../backends/backend-choice';
import type { BackendProbe } from '../backends/backend-probe';
import type { WeightSource } from '../protocol';
import type { Past } from '../runs/past';
import type { Computing } from './computing';
import type { Network } from './network';
import type { Networks } from './networks';
import type { Place } from './state-memory';

/** What the parts of the engine need from it. */
export interface EngineCore extends Computing {
  /** The prefix of the site's addresses. */
  readonly base: string;
  /** Where what belongs to the subject lies. */
  readonly files: SubjectFiles;
  readonly backends: BackendChoice;
  readonly network: Network;
  readonly past: Past;
  readonly networks: Networks;
  readonly probe: BackendProbe;
  /** The backend that computes now. */
  readonly backend: BackendName;
  /** Sets up the network that is trained. */
  load(architecture: Architecture, source: WeightSource): Promise<Result<NetworkState>>;
  /** The log of the run that ships with the subject's network. */
  shippedRun(): Promise<Result<RunLog>>;
  /** Stores the current network, with its log and the optimizer's state. */
  save(remember: (place: Place) => Promise<OptimizerState>): Promise<void>;
}
