'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { useMedia } from '@/components/site/use-media';
import type { Step } from '@/lib/provenance/path';

/** Time to see where a step leads, in milliseconds. */
const STEP = 600;

interface Film {
  readonly path: readonly Step[];
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
  const onward = useEffectEvent(({ path, length }: Film) => {
    show(path.slice(0, length));
    setFilm(length < path.length ? { path, length: length + 1 } : null);
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
    start: (path, from) => (still ? show(path) : setFilm({ path, length: from + 1 })),
    stop: () => setFilm(null),
  };
}
