'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Place } from '@/components/canvas/walk';

/** One place per step; longer than the move itself, so that the numbers can be read. */
const STEP = 600;

/** A window's movement over the places of an output map, row by row. */
export interface Slide {
  readonly playing: boolean;
  /** The current place; null when it is not running. */
  readonly place: Place | null;
  play(): void;
  /** Stops, and selects the current place. */
  pause(): void;
  /** Stops without selecting: something else was selected. */
  stop(): void;
  /** The place `by` steps away, wrapping at the ends of rows and of the map. */
  beside(by: number): Place;
}

/**
 * Moves a window over a map of height x width, starting at `from`; other components are only notified at the
 * end.
 */
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
