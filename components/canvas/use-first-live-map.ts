import { useEffect } from 'react';
import type { Trace } from '@/lib/network/trace';

/** `npm run bench:load` and the end-to-end tests wait for this mark. */
const MARK = 'first-live-map';
let marked = false;

/** Marks, once a visit, when the first maps that were computed live stand on the screen. For the parent of the canvases that show the trace: effects of children run first, so they are painted by then. */
export function useFirstLiveMap(trace: Trace | null): void {
  const live = trace?.source === 'live';
  useEffect(() => {
    if (!live || marked) return;
    marked = true;
    // What is set up in a frame has been painted when the task after it runs.
    requestAnimationFrame(() => setTimeout(() => performance.mark(MARK)));
  }, [live]);
}
