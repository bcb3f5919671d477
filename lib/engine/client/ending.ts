export const ENDED = Symbol('it ended first');

/**
 * An event that happens at most once, and its listeners. A promise that never settles would do, but
 * `Promise.race` against it keeps every result in memory as long as the promise lives.
 */
export class Ending<Reason> {
  private readonly listeners = new Set<(reason: Reason) => void>();
  private ended: { readonly reason: Reason } | null = null;

  get over(): boolean {
    return this.ended !== null;
  }

  /** Triggers the end; further calls do nothing. */
  end(reason: Reason): void {
    if (this.ended) return;
    this.ended = { reason };
    for (const listener of this.listeners) listener(reason);
    this.listeners.clear();
  }

  /** Calls back at the end, or at once if that has happened. Returns a function that removes the listener. */
  on(listener: (reason: Reason) => void): () => void {
    if (this.ended) listener(this.ended.reason);
    else this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The result or rejection of the work; ENDED when this ends first. The work itself continues. */
  orElse<Answer>(work: Promise<Answer>): Promise<Answer | typeof ENDED> {
    return new Promise((resolve, reject) => {
      const leave = this.on(() => resolve(ENDED));
      work.then(resolve, reject).finally(leave);
    });
  }
}
