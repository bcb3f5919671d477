import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Film } from '@/lib/provenance/film/at-time';
import { type Clock, type ClockState, createClock } from './clock';

/** The longest time between two frames that counts, in milliseconds: a page that was in the background stood still. */
const LONGEST = 250;

/** A clock that runs with the frames of the page, and so only while it is visible. */
export function useClock(film: Film): Clock {
  const [clock] = useState(() => createClock(film));
  useEffect(() => clock.refit(film), [clock, film]);
  const playing = useClockState(clock, (state) => state.playing);
  useEffect(() => {
    if (!playing) return;
    let last: number | null = null;
    let frame = requestAnimationFrame(function tick(now) {
      if (last !== null) clock.advance(Math.min(now - last, LONGEST) / 1000);
      last = now;
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [clock, playing]);
  return clock;
}

export const useClockState = <T>(clock: Clock, select: (state: ClockState) => T): T =>
  useStore(clock.store, select);
