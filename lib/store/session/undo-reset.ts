import words from '@/words/state';
import { notices } from '../page/notices';

/** Offers to undo a reset, until the learner does so, dismisses it, or begins a run. */
export function offerUndo(undo: () => Promise<void>): void {
  withdrawUndo();
  const run = () => {
    withdrawUndo();
    void undo();
  };
  notices.getState().notify(words.wasReset(), { word: words.undo(), run });
}

/** The run that was reset is gone for good. */
export function withdrawUndo(): void {
  const { notices: standing, dismiss } = notices.getState();
  const offer = standing.find(({ sentence }) => sentence === words.wasReset());
  if (offer) dismiss(offer.id);
}
