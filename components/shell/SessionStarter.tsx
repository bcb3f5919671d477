'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { readAddress, writeAddress } from '@/lib/state/address';
import { isExperimentMarked } from '@/lib/state/experiment-mark';
import { learner } from '@/lib/state/learner';
import { notices } from '@/lib/state/notices';
import { keepSite } from '@/lib/state/offline';
import { followPredicts, keptPredicts } from '@/lib/state/predicts';
import { restoreProgress } from '@/lib/state/progress';
import { session } from '@/lib/state/session';

/** Takes the choice from the address: what it names holds, what it does not name of a stage's inside is let go. */
function takeAddress(): void {
  const { choice, sentences } = readAddress(window.location.search);
  learner.getState().restore({ stage: null, channel: null, cell: null, way: null, ...choice });
  for (const sentence of sentences) notices.getState().say(sentence);
}

function mirrorAddress(): void {
  const { pathname, search, hash } = window.location;
  const query = writeAddress(search, learner.getState());
  if (query !== search) window.history.replaceState(window.history.state, '', pathname + query + hash);
}

/** Starts the session once and keeps address and choice in step, on every page. Draws nothing. */
export function SessionStarter() {
  const path = usePathname();
  const started = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another address, though the path itself is not read
  useEffect(() => {
    takeAddress();
    mirrorAddress();
    if (started.current) return;
    started.current = true;
    learner.subscribe(mirrorAddress);
    learner.setState({ predicts: keptPredicts() });
    followPredicts((predicts) => learner.setState({ predicts }));
    restoreProgress();
    session.start();
    // Few have one that was cut off: only they fetch what goes on with it.
    if (isExperimentMarked())
      void import('@/lib/state/experiment').then(({ experimenting }) => experimenting.restore());
    void keepSite();
  }, [path]);
  return null;
}
