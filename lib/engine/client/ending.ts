export const ENDED = Symbol('it ended first');

/**
 * Something that ends once, some time or never, and whoever waits for it. A promise that never settles would do, but
 * `Promise.race` against it keeps every answer that was given meanwhile, as long as it lives.
 */
export class Ending<Reason> {
  private readonly listeners = new Set<(reason: Reason) => void>();
  private ended: { readonly reason: Reason } | null = null;

  get over(): boolean {
    return this.ended !== null;
  }

  /** It ends; further calls do nothing. */
  end(reason: Reason): void {
    if (this.ended) return;
    this.ended = { reason };
    for (const listener of this.listeners) listener(reason);
    this.listeners.clear();
  }

  /** Calls when it ends, or at once when it has. Answers how to wait no more. */
  on(listener: (reason: Reason) => void): () => void {
    if (this.ended) listener(this.ended.reason);
    else this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What the work answers or rejects with; ENDED when this ends first. The work itself goes on. */
  orElse<Answer>(work: Promise<Answer>): Promise<Answer | typeof ENDED> {
    return new Promise((resolve, reject) => {
      const leave = this.on(() => resolve(ENDED));
      work.then(resolve, reject).finally(leave);
    });
  }
}
