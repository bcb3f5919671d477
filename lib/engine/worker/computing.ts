import type { Result } from '@/lib/result';

/** When the parts of the engine may compute. */
export interface Computing {
  /** Resolves when computing is allowed: a backend is up, and none is being changed. */
  clear(): Promise<void>;
  /** Resolves when the last requested network is loaded, or can't be. */
  settled(): Promise<void>;
  /** Runs work that needs the backend, again if the backend is lost meanwhile; fails on other errors. */
  compute<T>(work: () => Promise<Result<T>>): Promise<Result<T>>;
}
