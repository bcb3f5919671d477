/* The browser's database has no events: who changes it tells the other tabs. */

/** What is kept there and may be shown in several tabs. */
type Kept = 'images' | 'experiments';

const channels = new Map<Kept, BroadcastChannel>();

/** Null where the browser has no channels: then other tabs see it at their next visit. */
function channelOf(kept: Kept): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  const channel = channels.get(kept) ?? new BroadcastChannel(`pipeline-tracer-${kept}`);
  channels.set(kept, channel);
  return channel;
}

/** Tells the other tabs that something has changed. */
export const announceChange = (kept: Kept): void => channelOf(kept)?.postMessage(null);

/** Hears when another tab has changed something. Answers how to stop hearing. */
export function followChanges(kept: Kept, changed: () => void): () => void {
  const channel = channelOf(kept);
  channel?.addEventListener('message', changed);
  return () => channel?.removeEventListener('message', changed);
}
