/*
 * How the page knows that the worker lives. A worker that dies (out of memory, closed by the browser) sends
 * no event, and one that computes for a minute answers no message. But the browser releases a dead worker's
 * locks at once (Web Locks API, https://www.w3.org/TR/web-locks/): the worker holds one all its life, and the
 * page waits for it.
 */

const locks = (): LockManager | undefined => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/** In the worker: acquires the lock for good. Resolves when it is held; at once where there are no locks. */
export function holdLifeline(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = locks()?.request(name, () => {
      resolve();
      return new Promise<never>(() => {});
    });
    if (request) request.catch(() => resolve());
    else resolve();
  });
}

/**
 * On the page, once the worker holds the lock: resolves when it is released. Never where there are no locks.
 */
export function lifelineCut(name: string): Promise<void> {
  return new Promise((resolve) => {
    locks()
      ?.request(name, () => resolve())
      .catch(() => undefined);
  });
}
