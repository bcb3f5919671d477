import { once } from '@/lib/once';
import { followKey } from '../kept/follow-key';

/* Whether the learner knows of training. Until then two epochs are nothing to compare. */

const KEY = 'met-training';
const listeners = new Set<() => void>();
const notify = () => {
  for (const listener of listeners) listener();
};
const followOtherTabs = once(() => followKey(KEY, notify));
let met = false;

/** Calls back when that changes. Returns a function that stops it. */
export function followTraining(listener: () => void): () => void {
  followOtherTabs();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether they do, as far as this browser has stored. */
export function hasMetTraining(): boolean {
  try {
    return met || localStorage.getItem(KEY) !== null;
  } catch {
    return met;
  }
}

/** They do from now on. Where storage is forbidden it lasts until the page is left. */
export function rememberTraining(): void {
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
