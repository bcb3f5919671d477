/* What computes. Written here alone: the session starts the engine and hands on what it says of itself. */
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
  /** Whom questions go to; it lives as long as the page, so that training goes on while the learner reads on. */
  readonly client: EngineClient | null;
}

const [engineStore, write] = ownedStore<EngineView>({
  phase: 'waiting',
  problem: null,
  report: null,
  client: null,
});

export { engineStore };

/** The engine is being fetched, and may come up after it had failed. */
export const engineStarts = (): void => write({ phase: 'starting', problem: null });

/** It is there and takes questions, though it has not said yet what it computes with. */
export const engineConnected = (client: EngineClient): void => write({ client });

/** It computes, with the backend that its report names. */
export const engineReady = (report: EngineReport): void => write({ report, phase: 'ready', problem: null });

/** It can't be had, or computes no more. */
export const engineFailed = (problem: Problem): void => write({ phase: 'failed', problem });

/** The engine, for a question that can only be asked once it is there. */
export const presentEngine = (): EngineClient | null => engineStore.getState().client;
