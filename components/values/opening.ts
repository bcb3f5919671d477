import { createStore } from 'zustand/vanilla';
import type { Step } from '@/lib/provenance/path';
import { type Choice, learner } from '@/lib/store/learner/learner';

/** What every figure is given: a click or Enter on a value asks for its arithmetic. */
export type OnOpen = (step: Step) => void;

/** Where the keyboard was when a value was last opened: there it goes on when the inspector is closed. */
const opener = createStore<{ readonly element: HTMLElement | null }>(() => ({ element: null }));

/** The element that the open value was opened from, as long as it stands on the page. */
export function openedFrom(): HTMLElement | null {
  const { element } = opener.getState();
  return element?.isConnected ? element : null;
}

/** Opens the inspector at a value of the network shown, or of the one pinned: a new way begins there. */
export function openValue(step: Step, of: Choice['of'] = null): void {
  const { activeElement } = document;
  const usable = activeElement instanceof HTMLElement && activeElement !== document.body;
  if (usable && !activeElement.closest('dialog')) opener.setState({ element: activeElement });
  learner.getState().inspect([step], of);
}
