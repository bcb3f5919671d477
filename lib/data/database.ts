/* What the parts of the browser's database have in common. */
import { fail, ok, type Result } from '@/lib/result';

/** Does something with the database; fails with `failed`, or with `full` where the browser has no room left. */
export async function attempt<T>(
  { failed, full }: { readonly failed: string; readonly full: string },
  work: () => Promise<T>,
): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    return fail(isFull ? full : failed, String(error));
  }
}

/** How long the database may take to answer: where it is blocked it never does, and what waits for it would not go on. */
export const ANSWER_MS = 8000;

/** What the database answers. Fails with `silent` where it doesn't in time. */
export async function answered<T>(silent: string, work: Promise<Result<T>>): Promise<Result<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Result<T>>((resolve) => {
    timer = setTimeout(() => resolve(fail(silent, `no answer in ${ANSWER_MS} ms`)), ANSWER_MS);
  });
  const first = await Promise.race([work, late]);
  clearTimeout(timer);
  return first;
}

/* The database has no events, so a tab that changes it notifies the others. */

/** The parts of the database that several tabs may show. */
type Kept = 'images' | 'experiments' | 'networks' | 'sets';

const channels = new Map<Kept, BroadcastChannel>();

/** Null where the browser has no channels: then other tabs see a change only at their next visit. */
function channelOf(kept: Kept): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  const channel = channels.get(kept) ?? new BroadcastChannel(`pipeline-tracer-${kept}`);
  channels.set(kept, channel);
  return channel;
}

/** Notifies the other tabs of a change. */
export const announceChange = (kept: Kept): void => channelOf(kept)?.postMessage(null);

/** Calls `changed` when another tab has changed something. Returns a function that stops it. */
export function followChanges(kept: Kept, changed: () => void): () => void {
  const channel = channelOf(kept);
  channel?.addEventListener('message', changed);
  return () => channel?.removeEventListener('message', changed);
}
