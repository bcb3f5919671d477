'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Place } from '@/components/canvas/walk';

/** One place a step; longer than the move itself, so that the numbers can be caught. */
const STEP = 600;

/** A window's walk over the places of an output map, row by row. */
export interface Slide {
  readonly playing: boolean;
  /** Where the walk is; null when it does not run. */
  readonly place: Place | null;
  play(): void;
  /** Stops the walk and settles where it is. */
  pause(): void;
  /** Stops the walk without settling: something else was picked. */
  stop(): void;
  /** The place so many steps away, around the ends of rows and of the map. */
  beside(by: number): Place;
}

/** Runs a window over a map of height x width from `from` on; while it runs nobody else is told. */
export function useSlide(
  height: number,
  width: number,
  from: Place,
  onSettle: (place: Place) => void,
): Slide {
  const [moving, setMoving] = useState<Place | null>(null);
  const playing = moving !== null;
  const after = useCallback(
    ({ row, column }: Place, by: number): Place => {
      const count = height * width;
      const at = (row * width + column + by + count) % count;
      return { row: Math.floor(at / width), column: at % width };
    },
    [height, width],
  );
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setMoving((now) => now && after(now, 1)), STEP);
    return () => clearInterval(timer);
  }, [playing, after]);
  return {
    playing,
    place: moving,
    play: () => setMoving(after(from, 1)),
    pause: () => {
      if (moving) onSettle(moving);
      setMoving(null);
    },
    stop: () => setMoving(null),
    beside: (by) => after(moving ?? from, by),
  };
}
