/**
 * Calls back when another tab changes what is stored under a key, and when this page returns from the
 * browser's back-forward cache.
 */
export function followKey(key: string, changed: () => void): void {
  globalThis.addEventListener?.('storage', (event) => {
    // Null: everything was deleted.
    if (event.key === key || event.key === null) changed();
  });
  globalThis.addEventListener?.('pageshow', ({ persisted }) => persisted && changed());
}
