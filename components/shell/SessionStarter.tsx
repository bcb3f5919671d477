'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { readAddress, writeAddress } from '@/lib/store/learner/address';
import { isExperimentMarked } from '@/lib/store/learner/experiment-mark';
import { learner } from '@/lib/store/learner/learner';
import { followPredicts, keptPredicts } from '@/lib/store/learner/predicts';
import { restoreProgress } from '@/lib/store/learner/progress';
import { notices } from '@/lib/store/page/notices';
import { keepSite } from '@/lib/store/page/offline';
import { session } from '@/lib/store/session/session';

/**
 * Applies the choices in the address: those that it contains are set, and those within a stage that it lacks
 * are reset.
 */
function takeAddress(): void {
  const { choice, sentences } = readAddress(window.location.search);
  learner.getState().restore({ stage: null, channel: null, cell: null, path: null, ...choice });
  for (const sentence of sentences) notices.getState().notify(sentence);
}

function mirrorAddress(): void {
  const { pathname, search, hash } = window.location;
  const query = writeAddress(search, learner.getState());
  if (query !== search) window.history.replaceState(window.history.state, '', pathname + query + hash);
}

/** Starts the session once and synchronizes address and choices, on every page. Renders nothing. */
export function SessionStarter() {
  const path = usePathname();
  const started = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page has a new address, though the path itself is not read
  useEffect(() => {
    takeAddress();
    mirrorAddress();
    if (started.current) return;
    started.current = true;
    learner.subscribe(mirrorAddress);
    learner.getState().takePredicts(keptPredicts());
    followPredicts(learner.getState().takePredicts);
    restoreProgress();
    session.start();
    // Few learners have an interrupted experiment: only they load the code that resumes it.
    if (isExperimentMarked())
      void import('@/lib/store/explore/experiment').then(({ experimenting }) => experimenting.restore());
    void keepSite();
  }, [path]);
  return null;
}
