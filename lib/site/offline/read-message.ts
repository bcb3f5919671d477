import * as v from 'valibot';
import { FROM_WORKER, type FromWorker } from './messages';

/** A service worker's message, whatever its version; null for what this one doesn't know. */
export function readFromWorker(data: unknown): FromWorker | null {
  const read = v.safeParse(FROM_WORKER, data);
  return read.success ? read.output : null;
}
