'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { useMedia } from '@/components/site/use-media';
import type { Step } from '@/lib/provenance/path';
import { withinStep } from '@/lib/store/learner/mirror-address';

/** Time to see where a step leads, in milliseconds. */
const STEP = 600;

interface Film {
  readonly path: readonly Step[];
  /** How much of the path is shown first. */
  readonly first: number;
  /** How much of the path is shown next. */
  readonly length: number;
}

/** The playback of a path. */
export interface Play {
  readonly playing: boolean;
  /** Plays a path from its first `from` steps on; with reduced motion it shows the end at once. */
  start(path: readonly Step[], from: number): void;
  stop(): void;
}

/**
 * Plays paths step by step; any key and any click stops it, except on elements with `data-play`, which stop
 * it themselves.
 */
export function usePlay(show: (path: readonly Step[]) => void): Play {
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const [film, setFilm] = useState<Film | null>(null);
  const onward = useEffectEvent(({ path, first, length }: Film) => {
    const shown = path.slice(0, length);
    // What follows by itself is one step with the first: Back leads to where the playback began.
    if (length === first) show(shown);
    else withinStep(() => show(shown));
    setFilm(length < path.length ? { path, first, length: length + 1 } : null);
  });
  useEffect(() => {
    if (!film) return;
    const timer = setTimeout(() => onward(film), STEP);
    const halt = ({ type, target }: Event) => {
      const own = target instanceof Element && target.closest('[data-play]') !== null;
      if (type === 'keydown' || !own) setFilm(null);
    };
    document.addEventListener('keydown', halt, true);
    document.addEventListener('click', halt, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', halt, true);
      document.removeEventListener('click', halt, true);
    };
  }, [film]);
  return {
    playing: film !== null,
    start: (path, from) => (still ? show(path) : setFilm({ path, first: from + 1, length: from + 1 })),
    stop: () => setFilm(null),
  };
}
