import { workerScript } from '@/lib/site/worker-script';

/** Appended to the address of a worker that is started before there are requests. */
const EARLY = '#early';

/** A worker whose script is being loaded. */
export interface Starting {
  readonly worker: Worker;
  /** Resolves when its script can't be loaded, or when an error is thrown later. */
  readonly failed: Promise<'failed'>;
}

function begin(base: string, mark: string): Starting {
  const worker = new Worker(workerScript('worker', base) + mark, { type: 'module', name: 'engine' });
  const failed = new Promise<'failed'>((resolve) => {
    worker.addEventListener('error', () => resolve('failed'), { once: true });
  });
  return { worker, failed };
}

/** The first worker of a page, which is started before there are requests. */
class FirstWorker {
  private early: Starting | null = null;
  /** Whether the page has requested its first worker. */
  private asked = false;

  startEarly(base: string): void {
    if (this.asked) return;
    try {
      this.early = begin(base, EARLY);
    } catch {
      // A browser without workers is reported where the engine is started.
    }
  }

  take(base: string): Starting {
    this.asked = true;
    const taken = this.early ?? begin(base, '');
    this.early = null;
    return taken;
  }
}

const first = new FirstWorker();

/**
 * On the page, before React takes it over: starts the first worker, so that it loads its first files on
 * another core meanwhile. `base` is the prefix of the site's addresses.
 */
export const startEarly = (base: string): void => first.startEarly(base);

/** The early worker on the first call; after that, new ones. */
export const takeWorker = (base: string): Starting => first.take(base);

/** In the worker: whether it may start before it gets its options. */
export const isEarly = (): boolean => self.location.hash === EARLY;
