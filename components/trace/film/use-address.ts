import { useEffect, useEffectEvent } from 'react';
import { type Film, secondAt } from '@/lib/provenance/film/at-time';
import type { Clock } from './clock';

/** The second of the film in the address: existing links open there. */
const PARAMETER = 't';

/** The second that an address names; null where it names none. */
export function secondIn(search: string): number | null {
  const text = new URLSearchParams(search).get(PARAMETER);
  return text !== null && /^\d{1,5}$/.test(text) ? Number(text) : null;
}

/** How long it stands somewhere before the address says so: browsers refuse one that changes too often. */
const SETTLED = 300;

/** Opens the film at the second in the address, and writes there where it stands. */
export function useAddress(clock: Clock, film: Film): void {
  useEffect(() => {
    const named = secondIn(window.location.search);
    if (named !== null) clock.seek(named);
  }, [clock]);
  const settle = useEffectEvent(() => keepPlace(clock, film));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = clock.store.subscribe(({ playing }) => {
      clearTimeout(timer);
      if (!playing) timer = setTimeout(() => settle(), SETTLED);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [clock]);
}

/** Writes where the film stands into the address at once: Back from another page leads there. */
export const keepPlace = (clock: Clock, film: Film): void =>
  write(secondAt(film, clock.store.getState().time));

function write(second: number): void {
  const address = new URL(window.location.href);
  if (second === 0) address.searchParams.delete(PARAMETER);
  else address.searchParams.set(PARAMETER, String(second));
  if (address.href !== window.location.href) window.history.replaceState(window.history.state, '', address);
}
