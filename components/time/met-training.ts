'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import { useLearner, useTimeline, useTrainingView } from '@/components/state/hooks';
import { once } from '@/lib/once';
import { followKey } from '@/lib/store/kept/follow-key';

/* Whether the learner knows of training. Until then two epochs are nothing to compare. */

const KEY = 'met-training';
/** The pages of the walk that are about training. */
const TEACHES: readonly string[] = ['/train/', '/epochs/'];

const listeners = new Set<() => void>();
const notify = () => {
  for (const listener of listeners) listener();
};
const followOtherTabs = once(() => followKey(KEY, notify));
let met = false;

function follow(listener: () => void): () => void {
  followOtherTabs();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function hasMet(): boolean {
  try {
    return met || localStorage.getItem(KEY) !== null;
  } catch {
    return met;
  }
}

/** Where storage is forbidden it lasts until the page is left. */
function remember(): void {
  met = true;
  try {
    localStorage.setItem(KEY, 'yes');
  } catch {
    // What can't be stored here is not worth a message.
  }
  notify();
}

/** Forgets it: for tests. */
export function forgetTraining(): void {
  met = false;
  localStorage.removeItem(KEY);
  notify();
}

/** Whether the learner has been on a page about training, has chosen an epoch, or has trained a network. */
export function useMetTraining(): boolean {
  const taught = TEACHES.includes(usePathname());
  const chosen = useLearner(({ epoch, pinned }) => epoch !== null || pinned !== null);
  const trained = useTrainingView(({ phase }) => phase !== 'idle');
  const own = useTimeline()?.run === 'own';
  const now = taught || chosen || trained || own;
  useEffect(() => {
    if (now) remember();
  }, [now]);
  return useSyncExternalStore(follow, hasMet, () => false) || now;
}
