import { useEffect } from 'react';
import type { Trace } from '@/lib/network/trace';

/** `npm run bench:load` and the end-to-end tests wait for this mark. */
const MARK = 'first-live-map';

/**
 * Sets the mark, once per visit, when the first live maps are on the screen. For the parent of the canvases
 * that show the trace: effects of children run first, so they are painted by then.
 */
export function useFirstLiveMap(trace: Trace | null): void {
  const live = trace?.source === 'live';
  useEffect(() => {
    if (!live) return;
    // Whatever a frame draws has been painted when the task after it runs.
    requestAnimationFrame(() => setTimeout(markOnce));
  }, [live]);
}

function markOnce(): void {
  if (performance.getEntriesByName(MARK).length === 0) performance.mark(MARK);
}
