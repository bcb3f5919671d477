/*
 * Which tab a stored run belongs to. The worker holds a lock with the run's name as long as its network is
 * that run's; the browser releases it when the tab is closed or dies (Web Locks API,
 * https://www.w3.org/TR/web-locks/).
 */

const PREFIX = 'pipeline-tracer-run/';
const locks = (): LockManager | undefined => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/** The lock on one run at a time. Without locks other tabs can't be detected, and it always holds. */
export class RunHold {
  private present: { readonly run: string; readonly end: AbortController } | null = null;
  private granted = false;

  /** Whether this tab holds the run. */
  get holds(): boolean {
    return this.granted;
  }

  /**
   * Locks a run, if necessary as soon as another tab releases it; `atOnce`: now or not at all. Returns
   * whether it holds.
   */
  take(run: string, atOnce: boolean): Promise<boolean> {
    if (this.present?.run === run && this.granted) return Promise.resolve(true);
    this.release();
    const manager = locks();
    this.granted = manager === undefined;
    if (!manager) return Promise.resolve(true);
    const end = new AbortController();
    this.present = { run, end };
    return new Promise((resolve) => {
      const hold = (lock: Lock | null) => {
        const taken = lock !== null && !end.signal.aborted;
        resolve(taken);
        if (!taken) return;
        this.granted = true;
        return new Promise<void>((release) => {
          end.signal.addEventListener('abort', () => release());
        });
      };
      const options: LockOptions = atOnce ? { ifAvailable: true } : { signal: end.signal };
      manager.request(PREFIX + run, options, hold).catch(() => {
        // A page that may not use locks has no stored data either.
        this.granted ||= !end.signal.aborted;
        resolve(this.granted);
      });
    });
  }

  release(): void {
    this.present?.end.abort();
    this.present = null;
    this.granted = false;
  }
}

/** The runs that some tab holds. */
export async function heldRuns(): Promise<ReadonlySet<string>> {
  const state = await locks()
    ?.query()
    .catch(() => null);
  const names = (state?.held ?? []).flatMap(({ name }) => name ?? []);
  return new Set(names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)));
}
