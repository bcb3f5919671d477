import type { Result } from '@/lib/result';

/** When the parts of the engine may compute. */
export interface Computing {
  /** Settles when computing is allowed: a backend is up, and none is being changed. */
  clear(): Promise<void>;
  /** Settles when the network that was asked for last is there, or can't be. */
  settled(): Promise<void>;
  /** Does what needs the backend, once more where that is lost over it; fails where it breaks. */
  compute<T>(work: () => Promise<Result<T>>): Promise<Result<T>>;
}
