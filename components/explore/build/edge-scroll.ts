/** Scrolling the window while a pointer that drags something is near its upper or lower edge. */

/** The height of the zones at the edges. */
const ZONE_PX = 72;
/** At the very edge, and beyond it. */
const FASTEST_PX_PER_MS = 1.2;
/** After a longer pause, such as in a hidden tab, it goes on as after this one. */
const LONGEST_MS = 50;

/** How fast to scroll for a pointer at this height: upwards below 0. */
export function edgeSpeed(y: number, height: number): number {
  const zone = Math.min(ZONE_PX, height / 4);
  const depth = y < zone ? y - zone : Math.max(0, y - (height - zone));
  return FASTEST_PX_PER_MS * Math.max(-1, Math.min(1, depth / zone));
}

export interface EdgeScroll {
  /** The pointer is at this height of the window now. */
  follow(y: number): void;
  stop(): void;
}

/** `onScroll` is called after each step: something else is under the pointer then. */
export function edgeScroll(onScroll: (y: number) => void): EdgeScroll {
  let frame: number | null = null;
  let at = 0;
  let last = 0;
  const step = (now: number) => {
    const by = edgeSpeed(at, window.innerHeight) * Math.min(LONGEST_MS, now - last);
    last = now;
    const before = window.scrollY;
    window.scrollBy({ top: by, behavior: 'instant' });
    if (window.scrollY !== before) onScroll(at);
    frame = edgeSpeed(at, window.innerHeight) === 0 ? null : requestAnimationFrame(step);
  };
  return {
    follow(y) {
      at = y;
      if (frame !== null || edgeSpeed(y, window.innerHeight) === 0) return;
      last = performance.now();
      frame = requestAnimationFrame(step);
    },
    stop() {
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
    },
  };
}
