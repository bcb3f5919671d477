import type { Network } from '../network';
import type { BackendName, EngineEvent, OptimizerState } from '../protocol';

/** What the trainer needs of the engine around it. */
export interface Host {
  /** What the site's addresses begin with. */
  readonly base: string;
  readonly network: Network;
  readonly backend: BackendName;
  readonly tell: (event: EngineEvent) => void;
  /** Settles when computing is allowed: no backend is being changed. */
  clear(): Promise<void>;
  /** A run begins: what was recorded of the one before is let go. */
  began(): Promise<void>;
  /** Keeps the network as it is now, with its log and what the optimizer remembers. */
  save(optimizer: OptimizerState): Promise<void>;
}
