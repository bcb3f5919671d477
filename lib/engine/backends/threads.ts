/** How long threads may take to come up, from the moment they are started. On two cores they take about a tenth of it. */
const START_LIMIT_MS = 1000;

/**
 * How many threads a matrix product is shared out to: one for each core; of more than four cores half, because two
 * of those are mostly one with two names. The bundler writes this function's text into the WASM module's start.
 */
export const wantedThreads = (cores: number): number =>
  Math.min(8, Math.max(1, Math.min(cores, 4), Math.floor(cores / 2)));

/** Threads share memory, which a page may do only where it is isolated from other origins. */
export const canShareMemory = (): boolean =>
  typeof SharedArrayBuffer !== 'undefined' && (globalThis.crossOriginIsolated ?? true);

/** Watches over the threads that are started from now on. */
export interface ThreadWatch {
  /** Settles with a reason as soon as a thread fails, or when the threads are not up in time. Never, when all goes well. */
  readonly failed: Promise<string>;
  /** No more watching; the threads stay. */
  done(): void;
  /** Ends the threads that were started. Without this, failing ones would start again for ever. */
  endAll(): void;
}

/**
 * The WASM module starts its threads itself and says nothing when they fail. So for the time of its start it is
 * given a Worker that tells. The time limit runs from the first word to a thread, which comes when the module has
 * arrived and is compiled: a slow network is no failed thread.
 */
export function watchThreads(): ThreadWatch {
  const Plain = globalThis.Worker;
  const started: Worker[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let fail: (reason: string) => void = () => {};
  const failed = new Promise<string>((resolve) => {
    fail = resolve;
  });
  globalThis.Worker = class extends Plain {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      started.push(this);
      this.addEventListener('error', ({ message }) => fail(message || 'a thread failed to load'));
    }
    override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
      timer ??= setTimeout(() => fail(`threads not up within ${START_LIMIT_MS} ms`), START_LIMIT_MS);
      super.postMessage(message, Array.isArray(transfer) ? { transfer } : transfer);
    }
  };
  const done = () => {
    clearTimeout(timer);
    globalThis.Worker = Plain;
  };
  return {
    failed,
    done,
    endAll: () => {
      done();
      for (const thread of started) thread.terminate();
    },
  };
}
