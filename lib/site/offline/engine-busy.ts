/*
 * While an engine trains, or measures how fast it is, the service worker fetches nothing for a later visit: hundreds of small
 * files took a second and more from ten epochs. Every busy engine shares a lock, which the browser releases when its tab is
 * closed or dies (Web Locks API, https://www.w3.org/TR/web-locks/); the service worker asks for it alone, and gets it when
 * none is busy.
 */

const NAME = 'pipeline-tracer-engine-busy';
const locks = (): LockManager | undefined => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/** In the engine: marks it as busy until this work has ended, one way or another. Never waits, never fails. */
export function markBusy(work: Promise<unknown>): void {
  const ended = work.catch(() => undefined);
  locks()
    ?.request(NAME, { mode: 'shared' }, () => ended)
    .catch(() => undefined);
}

/**
 * In the service worker: resolves when no engine of the site is busy, in any tab; at once where there are no locks, or once
 * `patience` ends.
 */
export async function untilNoneIsBusy(patience: AbortSignal): Promise<void> {
  try {
    await locks()?.request(NAME, { signal: patience }, () => undefined);
  } catch {
    // Its patience has ended, or it may not use locks.
  }
}
