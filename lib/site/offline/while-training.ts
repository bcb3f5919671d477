/*
 * While a network trains, the service worker fetches nothing for a later visit: hundreds of small files took a second and
 * more from ten epochs. Every engine that trains shares a lock, which the browser releases when its tab is closed or dies
 * (Web Locks API, https://www.w3.org/TR/web-locks/); the service worker asks for it alone, and gets it when nobody trains.
 */

const NAME = 'pipeline-tracer-training';
const locks = (): LockManager | undefined => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/** In the engine: marks that it trains until `training` has ended, one way or another. Never waits, never fails. */
export function markTraining(training: Promise<unknown>): void {
  const ended = training.catch(() => undefined);
  locks()
    ?.request(NAME, { mode: 'shared' }, () => ended)
    .catch(() => undefined);
}

/** In the service worker: resolves when no tab of the site trains; at once where there are no locks, or once `patience` ends. */
export async function untilNobodyTrains(patience: AbortSignal): Promise<void> {
  try {
    await locks()?.request(NAME, { signal: patience }, () => undefined);
  } catch {
    // Its patience has ended, or it may not use locks.
  }
}
