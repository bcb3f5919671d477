'use client';

import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { again } from '@/components/parts/again';
import { hasNoOrigin, isFramed } from '@/lib/site/frame';

// Few pages are in a frame.
const FramedWords = dynamic(again(() => import('./FramedWords').then((module) => module.FramedWords)));

/** Pages that only display; every other page stores something for the learner. */
const SHOWS = /^\/(stages\/.*|trace\/|glossary\/|credits\/|insight\/|space\/)?$/;

// A page never moves into or out of a frame.
const subscribe = () => () => {};
type Frame = 'none' | 'frame' | 'no origin';
const frameNow = (): Frame => (hasNoOrigin() ? 'no origin' : isFramed() ? 'frame' : 'none');

/** In a frame, where it matters: what the page can't do there. */
export function FramedNote() {
  const path = usePathname();
  const frame = useSyncExternalStore(subscribe, frameNow, (): Frame => 'none');
  if (frame === 'none' || (frame === 'frame' && SHOWS.test(path))) return null;
  return <FramedWords frame={frame} />;
}
