import * as v from 'valibot';
import { FROM_WORKER, type FromWorker } from './messages';

/** What a service worker said, whichever version it is of; null for what this one doesn't know. */
export function readFromWorker(data: unknown): FromWorker | null {
  const read = v.safeParse(FROM_WORKER, data);
  return read.success ? read.output : null;
}
