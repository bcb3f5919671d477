/**
 * How many milliseconds threads may take from the moment they are started. On two cores they take about a
 * tenth of it.
 */
const START_LIMIT_MS = 1000;

/**
 * How many threads share a matrix product: one for each core; with more than four cores half, because two of
 * those are usually one core with two names. The bundler writes this function's text into the WASM module's
 * start.
 */
export const wantedThreads = (cores: number): number =>
  Math.min(8, Math.max(1, Math.min(cores, 4), Math.floor(cores / 2)));

/** Threads share memory, which a page may only do if it is cross-origin isolated. */
export const canShareMemory = (): boolean =>
  typeof SharedArrayBuffer !== 'undefined' && (globalThis.crossOriginIsolated ?? true);

/** Watches the threads that are started from now on. */
export interface ThreadWatch {
  /**
   * Resolves with a reason as soon as a thread fails, or when the threads are not up in time. Never, when all
   * goes well.
   */
  readonly failed: Promise<string>;
  /** Stops watching; the threads stay. */
  done(): void;
  /** Terminates the threads that were started. Without this, failing ones would restart for ever. */
  endAll(): void;
}

/**
 * The WASM module starts its threads itself and does not report when they fail. So during its start it gets a
 * Worker class that does. The time limit runs from the first message to a thread, which is sent when the
 * module has been fetched and compiled: a slow network is not a failed thread.
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
