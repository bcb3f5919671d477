import { useEffect, useEffectEvent } from 'react';
import { beatAt, type Film, secondAt } from '@/lib/provenance/film/at-time';
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
  const beatOf = useEffectEvent((time: number) => beatAt(film, time));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let beat = beatOf(clock.store.getState().time);
    const unsubscribe = clock.store.subscribe(({ playing, time }) => {
      clearTimeout(timer);
      if (!playing) timer = setTimeout(() => settle(), SETTLED);
      // While it plays the address follows beat by beat: a reload goes on from there.
      else if (beatOf(time) !== beat) settle();
      beat = beatOf(time);
    });
    // A link leads away while it plays: Back leads to where it was left.
    const onClick = ({ target }: Event) => {
      if (target instanceof Element && target.closest('a[href]')) settle();
    };
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      clearTimeout(timer);
      unsubscribe();
      document.removeEventListener('click', onClick, { capture: true });
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
