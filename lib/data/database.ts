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
