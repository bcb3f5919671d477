import { useEffect } from 'react';
import type { Film } from '@/lib/provenance/film/at-time';
import type { Clock } from './clock';

/** Elements that use the arrow keys themselves. */
const OWN = 'input, select, textarea, dialog, [role=application], [role=slider], [role=grid], [popover]';
/** Those into which letters are typed, or that use them. A slider and a box to tick don't, nor do the drawing's values. */
const TYPED =
  'input:not([type=range], [type=checkbox], [type=radio]), select, textarea, dialog, [role=application]:not([data-film-keys]), [role=grid], [popover]';
/** Elements that the space bar presses. */
const PRESSED = 'button, a, summary, label, [type=checkbox], [type=radio]';

/** The elements that a key belongs to while one of them has the focus. */
function ownersOf(key: string): string {
  if (key === ' ') return `${TYPED}, ${PRESSED}`;
  return key === 'k' || key === 'K' ? TYPED : OWN;
}

/** Whether a key press belongs to what has the focus. */
const isTaken = ({
  defaultPrevented,
  altKey,
  ctrlKey,
  metaKey,
  shiftKey,
  key,
  target,
}: KeyboardEvent): boolean =>
  defaultPrevented ||
  altKey ||
  ctrlKey ||
  metaKey ||
  shiftKey ||
  document.querySelector('dialog[open]') !== null ||
  (target instanceof Element && target.closest(ownersOf(key)) !== null);

/** Does what a key stands for; whether it stands for anything. */
function press(key: string, clock: Clock, film: Film, toggle: () => void): boolean {
  if (key === ' ' || key === 'k' || key === 'K') toggle();
  else if (key === 'ArrowRight') clock.step('beats', 1);
  else if (key === 'ArrowLeft') clock.step('beats', -1);
  else if (key === 'ArrowDown') clock.step('chapters', 1);
  else if (key === 'ArrowUp') clock.step('chapters', -1);
  else if (key === 'Home') clock.seek(0);
  else if (key === 'End') clock.seek(film.seconds);
  else return false;
  return true;
}

/** The keys of the film, anywhere on its page. */
export function useKeys(clock: Clock, film: Film, toggle: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isTaken(event) && press(event.key, clock, film, toggle)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [clock, film, toggle]);
}
