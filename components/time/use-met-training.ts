'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import { useLearner, useTimeline, useTrainingView } from '@/components/state/hooks';
import { followTraining, hasMetTraining, rememberTraining } from '@/lib/store/learner/met-training';

/** The pages of the walk that are about training. */
const TEACHES: readonly string[] = ['/train/', '/epochs/'];

/** Whether the learner has been on a page about training, has chosen an epoch, or has trained a network. */
export function useMetTraining(): boolean {
  const taught = TEACHES.includes(usePathname());
  const chosen = useLearner(({ epoch, pinned }) => epoch !== null || pinned !== null);
  const trained = useTrainingView(({ phase }) => phase !== 'idle');
  const own = useTimeline()?.run === 'own';
  const now = taught || chosen || trained || own;
  useEffect(() => {
    if (now) rememberTraining();
  }, [now]);
  return useSyncExternalStore(followTraining, hasMetTraining, () => false) || now;
}
