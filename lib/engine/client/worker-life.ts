import { proxy, type Remote, wrap } from 'comlink';
import type { Snapshot, StartOptions, WorkerApi } from '../api';
import type { EngineEvent } from '../protocol';
import { takeWorker } from './early';
import { Ending } from './ending';
import { lifelineCut } from './lifeline';

/** How often a worker is asked for a sign of life, in milliseconds. */
const BEAT_MS = 5000;

/** Why a worker has ended: it died, it gave no sign of life, or nobody needs it. */
export type CauseOfDeath = 'died' | 'hung' | 'ended';

/** One worker from its start to its end. */
export interface WorkerLife {
  /** Accepts calls from the start: early messages wait in the worker's queue. */
  readonly api: Remote<WorkerApi>;
  /** Ends when the worker is dead, or never started. Triggering it terminates the worker. */
  readonly death: Ending<CauseOfDeath>;
}

/** The page's callbacks for a worker. */
export interface Listeners {
  readonly onEvent: (event: EngineEvent) => void;
  readonly onSnapshot: (snapshot: Snapshot) => void;
  /** After this number of beats without a sign of life the worker counts as hung. */
  readonly patience: () => number;
}

/**
 * Starts a worker. One whose script can't be loaded counts as dead.
 * @throws where the browser has no workers, or forbids them.
 */
export function startWorker(
  options: Omit<StartOptions, 'lifeline'>,
  { onEvent, onSnapshot, patience }: Listeners,
): WorkerLife {
  // Not randomUUID: a page over plain HTTP, from another machine on the local network, does not have it.
  const lifeline = `engine ${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const { worker, failed } = takeWorker(options.base);
  const api = wrap<WorkerApi>(worker);
  const death = new Ending<CauseOfDeath>();
  // Counts beats, not time: a machine that slept for an hour has missed one. Progress is a sign of life too.
  let silent = 0;
  const lives = () => {
    silent = 0;
  };
  let spoke = () => {};
  const firstEvent = new Promise<void>((resolve) => {
    spoke = resolve;
  });
  const passOn = (event: EngineEvent) => {
    lives();
    spoke();
    onEvent(event);
  };
  const beat = setInterval(() => {
    silent++;
    if (silent > patience()) death.end('hung');
    else api.alive.then(lives, () => undefined);
  }, BEAT_MS);
  death.on(() => {
    clearInterval(beat);
    worker.terminate();
  });
  const started = api.start({ ...options, lifeline }, proxy(passOn), proxy(onSnapshot));
  died(failed, Promise.race([started, firstEvent]), lifeline).then(
    () => death.end('died'),
    () => death.end('died'),
  );
  return { api, death };
}

/** An error before the worker has started means that its script can't be loaded. Later errors end nothing. */
async function died(failed: Promise<'failed'>, started: Promise<void>, lifeline: string): Promise<void> {
  if ((await Promise.race([started, failed])) === 'failed') return;
  await lifelineCut(lifeline);
}
