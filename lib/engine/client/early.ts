import { workerScript } from '@/lib/site/worker-script';

/** Stands behind the address of a worker that is started before there is anything to ask. */
const EARLY = '#early';

/** A worker whose script is on its way. */
export interface Starting {
  readonly worker: Worker;
  /** Settles when its script can't be had or read, or when an error is thrown later. */
  readonly failed: Promise<'failed'>;
}

let early: Starting | null = null;
/** Whether the page has asked for its first worker. */
let asked = false;

function begin(base: string, mark: string): Starting {
  const worker = new Worker(workerScript('worker', base) + mark, { type: 'module', name: 'engine' });
  const failed = new Promise<'failed'>((resolve) => {
    worker.addEventListener('error', () => resolve('failed'), { once: true });
  });
  return { worker, failed };
}

/**
 * On the page, before React takes it over: starts the first worker, so that what it needs first comes up on another
 * core meanwhile. `base` is what the site's addresses begin with.
 */
export function startEarly(base: string): void {
  if (asked) return;
  try {
    early = begin(base, EARLY);
  } catch {
    // A browser without workers is told of where the engine is started.
  }
}

/** The worker that was started early, once; after that, new ones. */
export function takeWorker(base: string): Starting {
  asked = true;
  const taken = early ?? begin(base, '');
  early = null;
  return taken;
}

/** In the worker: whether it may begin before it is told how. */
export const isEarly = (): boolean => self.location.hash === EARLY;
