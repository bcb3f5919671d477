import { proxy, type Remote, wrap } from 'comlink';
import type { Snapshot, StartOptions, WorkerApi } from './api';
import { takeWorker } from './early';
import { lifelineCut } from './lifeline';
import type { EngineEvent } from './protocol';

export const DEAD = Symbol('the worker is dead');

/** One worker from its start to its end. */
export interface WorkerLife {
  /** May be asked from the beginning: what is sent early waits in the worker's queue. */
  readonly api: Remote<WorkerApi>;
  /** Settles when the worker is dead, or never came to life. */
  readonly dead: Promise<typeof DEAD>;
  /** Ends it; then it is dead. */
  end(): void;
}

/** What the page hears from a worker. */
export interface Listeners {
  readonly onEvent: (event: EngineEvent) => void;
  readonly onSnapshot: (snapshot: Snapshot) => void;
}

/**
 * Starts a worker. One whose script can't be had or read counts as dead.
 * @throws where the browser has no workers, or forbids them.
 */
export function startWorker(
  options: Omit<StartOptions, 'lifeline'>,
  { onEvent, onSnapshot }: Listeners,
): WorkerLife {
  // Not randomUUID: a page that comes over plain HTTP, from another machine in the room, does not have it.
  const lifeline = `engine ${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const { worker, failed } = takeWorker(options.base);
  const api = wrap<WorkerApi>(worker);
  const started = api.start({ ...options, lifeline }, proxy(onEvent), proxy(onSnapshot));
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const dead = Promise.race([death(failed, started, lifeline), ended]).then((): typeof DEAD => {
    worker.terminate();
    return DEAD;
  });
  return { api, dead, end };
}

/** Before the worker has started an error means that its script can't be had or read. Later errors end nothing. */
async function death(failed: Promise<'failed'>, started: Promise<void>, lifeline: string): Promise<void> {
  if ((await Promise.race([started, failed])) === 'failed') return;
  await lifelineCut(lifeline);
}
