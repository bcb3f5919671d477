import { type PointerEvent as ReactPointerEvent, useEffect, useRef } from 'react';
import { panned, pixelsAt, rayThrough, turned, zoomed } from '@/lib/provenance/space/camera';
import type { SpaceLayout } from '@/lib/provenance/space/layout';
import { type Picked, pick } from '@/lib/provenance/space/pick';
import type { Director } from './scene/director';

interface Props {
  readonly director: Director | null;
  readonly layout: SpaceLayout;
  /** The element that is pointed at. */
  readonly of: React.RefObject<HTMLElement | null>;
  onPoint(picked: Picked | null): void;
  /** A click; `cell` is the size of a value there, in pixels. */
  onClick(picked: Picked, cell: number): void;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A pointer that moves by less has clicked. */
const STILL = 5;
/** A drag over the whole view turns by this angle. */
const TURN = 0.006;
const WHEEL = 0.0016;

/** Turning, moving and zooming by mouse and touch, and what is pointed at. */
export function useGestures({ director, layout, of, onPoint, onClick }: Props) {
  const down = useRef(new Map<number, Place>());
  const moved = useRef(0);
  const at = (event: { clientX: number; clientY: number; currentTarget: Element }): Place => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const picked = ({ x, y }: Place) => {
    const now = director?.now();
    return now ? pick(layout, rayThrough(now.pose, now.screen, x, y)) : null;
  };
  useWheel(director, of);
  return {
    onPointerDown(event: ReactPointerEvent) {
      if (down.current.size === 0) moved.current = 0;
      down.current.set(event.pointerId, at(event));
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: ReactPointerEvent) {
      const to = at(event);
      const from = down.current.get(event.pointerId);
      if (!from) {
        if (event.pointerType !== 'touch') onPoint(picked(to));
        return;
      }
      const now = director?.now();
      moved.current += Math.hypot(to.x - from.x, to.y - from.y);
      if (!director || !now || moved.current < STILL) return;
      const [x, y] = [to.x - from.x, to.y - from.y];
      const other = [...down.current].find(([id]) => id !== event.pointerId)?.[1];
      down.current.set(event.pointerId, to);
      onPoint(null);
      if (other) {
        const [before, after] = [from, to].map((place) => Math.hypot(place.x - other.x, place.y - other.y));
        const by = after > 0 ? before / after : 1;
        const nearer = zoomed(now.pose, now.screen, by, (to.x + other.x) / 2, (to.y + other.y) / 2);
        director.go(panned(nearer, now.screen, x / 2, y / 2));
      } else if (event.shiftKey || event.buttons > 1) director.go(panned(now.pose, now.screen, x, y));
      else director.go(turned(now.pose, -x * TURN, y * TURN));
    },
    onPointerUp(event: ReactPointerEvent) {
      const from = down.current.get(event.pointerId);
      down.current.delete(event.pointerId);
      const now = director?.now();
      if (!from || !now || moved.current >= STILL || event.button !== 0) return;
      const found = picked(at(event));
      // The direction of the ray has the length 1 along the view, so its depth is a distance.
      if (found) onClick(found, pixelsAt(found.board.side, found.depth, now.screen));
    },
    onPointerCancel: (event: ReactPointerEvent) => down.current.delete(event.pointerId),
    onPointerLeave: () => onPoint(null),
    onContextMenu: (event: React.MouseEvent) => event.preventDefault(),
  };
}

/** The wheel zooms once the view has the focus, and with Ctrl (as a trackpad's pinch does); otherwise the page scrolls. */
function useWheel(director: Director | null, of: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = of.current;
    if (!element || !director) return;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && document.activeElement !== element) return;
      event.preventDefault();
      const now = director.now();
      if (!now) return;
      const box = element.getBoundingClientRect();
      const by = Math.exp(event.deltaY * (event.deltaMode === 1 ? 20 : 1) * WHEEL * (event.ctrlKey ? 4 : 1));
      director.go(zoomed(now.pose, now.screen, by, event.clientX - box.left, event.clientY - box.top));
    };
    // React's own listener could not keep the page from scrolling.
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [director, of]);
}
