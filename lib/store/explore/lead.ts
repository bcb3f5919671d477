import { Hold } from '@/lib/engine/client/hold';
import type { Subject } from '@/lib/network/subject';

/** The experiment that is being trained. */
export interface Lead {
  readonly begunAt: number;
  /** The subject whose network is varied. */
  readonly subject: Subject;
  readonly end: AbortController;
  readonly hold: Hold;
}

export const leadOf = (begunAt: number, subject: Subject): Lead => ({
  begunAt,
  subject,
  end: new AbortController(),
  hold: new Hold(),
});

/** Aborts the current run. */
export function giveUp({ end, hold }: Lead): void {
  end.abort();
  hold.set(false);
}

const LOCK = 'pipeline-tracer-experiment';

/** Does the work in one tab at a time; where the browser has no locks, at once. */
export async function alone({ signal }: AbortController, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  try {
    await navigator.locks.request(LOCK, { signal }, work);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
