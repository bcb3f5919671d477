/** Pauses runs on request, at any step, and lets them continue. */
export class Hold {
  private wanted = false;
  private readonly listeners = new Set<() => void>();

  get held(): boolean {
    return this.wanted;
  }

  set(held: boolean): void {
    if (held === this.wanted) return;
    this.wanted = held;
    for (const listener of [...this.listeners]) listener();
  }

  /** Calls back with every change. Returns a function that stops it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves when nothing is held. */
  async clear(): Promise<void> {
    while (this.wanted)
      await new Promise<void>((resolve) => {
        const leave = this.subscribe(() => {
          leave();
          resolve();
        });
      });
  }
}
