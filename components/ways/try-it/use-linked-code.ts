'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { notices } from '@/lib/state/notices';
import { takeLinkedCode } from '@/lib/state/try-it-code';
import { codeIn } from '@/lib/try-it/link';

/**
 * Takes up code from the address, also from one that is opened later, and takes it out of there: what is written from
 * then on is the learner's. Whether the address has been looked at.
 */
export function useLinkedCode(ready: boolean, take: (code: string) => void): boolean {
  const [looked, setLooked] = useState(false);
  const read = useEffectEvent(async () => {
    const found = await codeIn(window.location.hash);
    if (!found) return;
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, '', pathname + search);
    if (!found.ok) return notices.getState().say(found.problem.sentence);
    takeLinkedCode(found.value);
    take(found.value);
  });
  useEffect(() => {
    if (!ready) return;
    const listen = () => void read().finally(() => setLooked(true));
    listen();
    window.addEventListener('hashchange', listen);
    return () => window.removeEventListener('hashchange', listen);
  }, [ready]);
  return looked;
}
