import type { FromWorker } from '@/lib/site/offline/messages';
import { type Keeper, registerServiceWorker } from '@/lib/site/offline/register';
import words from '@/words/new-version';
import { isTraining, trainingStore } from '../training/training';
import { notices, notify } from './notices';

/** The progress of caching, for display. */
type Progress = Partial<{ phase: 'few' | 'part' | 'keeping' | 'whole'; bytes: number; total: number }>;

const follow =
  (onProgress: (now: Progress) => void) =>
  (message: FromWorker): void => {
    if (message.type === 'others open') notify(words.othersOpen());
    else if (message.type === 'other version') offerUpdate(() => window.location.reload());
    else if (message.type === 'stopped') onProgress({ phase: 'part' });
    else {
      const { bytes, total, keeping } = message;
      onProgress({ bytes, total, phase: bytes >= total ? 'whole' : keeping ? 'keeping' : 'few' });
    }
  };

/** Loads the new version when the learner agrees, and never while that would lose part of an epoch. */
function offerUpdate(takeOver: () => void): void {
  const load = () => {
    if (isTraining(trainingStore.getState())) notify(words.training());
    else takeOver();
  };
  notices.getState().notify(words.newVersion(), { word: words.reload(), run: load });
}

/** Has the browser cache what every page needs, and reports progress and new versions. */
export const keep = (onProgress: (now: Progress) => void): Promise<Keeper> =>
  registerServiceWorker({ onMessage: follow(onProgress), onUpdate: offerUpdate });
