/* The state of the engine. Written only here: the session starts the engine and passes on its reports. */
import type { EngineClient } from '@/lib/engine/client/client';
import type { EngineReport } from '@/lib/network/backends';
import type { Problem } from '@/lib/result';
import { ownedStore } from '../owned-store';

export type EnginePhase = 'waiting' | 'starting' | 'ready' | 'failed';

export interface EngineView {
  readonly phase: EnginePhase;
  /** Why it can't compute. */
  readonly problem: Problem | null;
  readonly report: EngineReport | null;
  /**
   * The client for all requests; it lives as long as the page, so that training continues while the learner
   * reads on.
   */
  readonly client: EngineClient | null;
}

const [engineStore, write] = ownedStore<EngineView>({
  phase: 'waiting',
  problem: null,
  report: null,
  client: null,
});

export { engineStore };

/** The engine is being loaded, and may start after an earlier failure. */
export const engineStarts = (): void => write({ phase: 'starting', problem: null });

/** It is connected and takes requests, but has not reported its backend yet. */
export const engineConnected = (client: EngineClient): void => write({ client });

/** It computes, with the backend that its report names. */
export const engineReady = (report: EngineReport): void => write({ report, phase: 'ready', problem: null });

/** It can't be loaded, or has stopped computing. */
export const engineFailed = (problem: Problem): void => write({ phase: 'failed', problem });

/** The engine, for requests that only make sense once it exists. */
export const presentEngine = (): EngineClient | null => engineStore.getState().client;
