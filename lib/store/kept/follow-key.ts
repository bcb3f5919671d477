/** Hears when another tab changes what is kept under a key, and when this page comes back after it was set aside. */
export function followKey(key: string, changed: () => void): void {
  globalThis.addEventListener?.('storage', (event) => {
    // Null: everything was deleted.
    if (event.key === key || event.key === null) changed();
  });
  globalThis.addEventListener?.('pageshow', ({ persisted }) => persisted && changed());
}
