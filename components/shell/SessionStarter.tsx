'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { late } from '@/lib/store/kept/late';
import type { ReadAddress } from '@/lib/store/learner/address';
import { isExperimentMarked } from '@/lib/store/learner/experiment-mark';
import { learner } from '@/lib/store/learner/learner';
import { mirrorChange, takeAddress, takeEntry } from '@/lib/store/learner/mirror-address';
import { followPredicts, keptPredicts } from '@/lib/store/learner/predicts';
import { restoreProgress } from '@/lib/store/learner/progress';
import { completeLinks, SHARED } from '@/lib/store/learner/shared-links';
import { keepLate } from '@/lib/store/page/keep-late';
import { notices } from '@/lib/store/page/notices';
import { session } from '@/lib/store/session/session';

/** What reads an address: most visits begin without choices in it. */
const reader = late(async () => (await import('@/lib/store/learner/address')).readAddress);
const NOTHING: ReadAddress = { choice: {}, sentences: [] };

/**
 * Reads the choices in the address. A promise where the code for that has to be loaded first; without it, or
 * without choices, there are none.
 */
function readAddress(): ReadAddress | Promise<ReadAddress> {
  const { search } = window.location;
  if (!search) return NOTHING;
  const read = reader.get();
  if (typeof read === 'function') return read(search);
  return read.then((loaded) =>
    loaded.ok ? loaded.value(search) : { choice: {}, sentences: [loaded.problem.sentence] },
  );
}

/** The address of a page, with what the one before shares with it: its link was followed before that was read. */
async function takenAlong(
  before: ReadAddress | Promise<ReadAddress>,
  here: ReadAddress | Promise<ReadAddress>,
): Promise<ReadAddress> {
  const [left, now] = await Promise.all([before, here]);
  const shared = Object.entries(left.choice).filter(([name]) => SHARED.some((one) => one === name));
  return {
    choice: { ...Object.fromEntries(shared), ...now.choice },
    sentences: [...left.sentences, ...now.sentences],
  };
}

function start(): void {
  learner.subscribe(mirrorChange);
  completeLinks();
  learner.getState().takePredicts(keptPredicts());
  followPredicts(learner.getState().takePredicts);
  restoreProgress();
  session.start();
  // Few learners have an interrupted experiment: only they load the code that resumes it.
  if (isExperimentMarked())
    void import('@/lib/store/explore/experiment').then(({ experimenting }) => experimenting.restore());
  void keepLate();
}

/** Starts the session once and synchronizes address and choices, on every page. Renders nothing. */
export function SessionStarter() {
  const path = usePathname();
  const started = useRef(false);
  /** The address that the visit began with, while nobody has taken it. */
  const first = useRef<ReadAddress | Promise<ReadAddress> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page has a new address, though the path itself is not read
  useEffect(() => {
    const left = new AbortController();
    const { pathname } = window.location;
    const read = (take: (read: ReadAddress) => void) => {
      const here = readAddress();
      const found = first.current ? takenAlong(first.current, here) : here;
      if (!started.current) first.current = found;
      const use = (address: ReadAddress) => {
        if (left.signal.aborted) return;
        take(address);
        for (const sentence of address.sentences) notices.getState().notify(sentence);
      };
      if (found instanceof Promise) void found.then(use);
      else use(found);
    };
    read((address) => {
      takeAddress(address);
      // The session begins with the image and the network of the address.
      if (!started.current) start();
      started.current = true;
      first.current = null;
    });
    // Before Next, which would restore the address as it is now. Another page's entry is that page's to take.
    window.addEventListener('popstate', () => window.location.pathname === pathname && read(takeEntry), {
      capture: true,
      signal: left.signal,
    });
    return () => left.abort();
  }, [path]);
  return null;
}
