import { createStore } from 'zustand/vanilla';
import type { Step } from '@/lib/provenance/path';
import { type Choice, learner } from '@/lib/store/learner/learner';

/** A prop of every figure: a click or Enter on a value opens its arithmetic. */
export type OnOpen = (step: Step) => void;

/**
 * The element that had the focus when a value was last opened; it gets the focus back when the inspector is
 * closed.
 */
const opener = createStore<{ readonly element: HTMLElement | null }>(() => ({ element: null }));

/** The element that the open value was opened from, while it is on the page. */
export function openedFrom(): HTMLElement | null {
  const { element } = opener.getState();
  return element?.isConnected ? element : null;
}

/** Opens the inspector at a value of the displayed network, or of the pinned one, with a new path. */
export function openValue(step: Step, of: Choice['of'] = null): void {
  const { activeElement } = document;
  const usable = activeElement instanceof HTMLElement && activeElement !== document.body;
  if (usable && !activeElement.closest('dialog')) opener.setState({ element: activeElement });
  learner.getState().inspect([step], of);
}
