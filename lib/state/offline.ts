import { createStore } from 'zustand/vanilla';
import type { Told } from '@/lib/offline/messages';
import words from '@/words/offline';
import { say } from './conversation';
import { type NetworkView, network } from './network';
import { notices } from './notices';

/** How much of the site this browser keeps for a time without a connection. */
export interface OfflineView {
  /** 'none': nothing yet, or the browser can't; 'part': keeping broke off. */
  readonly phase: 'none' | 'keeping' | 'part' | 'whole';
  readonly bytes: number;
  readonly total: number;
}

export const offline = createStore<OfflineView>()(() => ({ phase: 'none', bytes: 0, total: 0 }));

/** By now the first visit's engine is up, whatever became of measuring it. */
const LATEST_MS = 15_000;

/** Nothing of the first visit waits for the service worker: the engine is up, and all ways to compute were measured. */
const atRest = ({ phase, report }: NetworkView): boolean =>
  phase === 'failed' ||
  (report?.probes.every(({ milliseconds, problem }) => milliseconds !== null || problem) ?? false);

const rested = (): Promise<void> =>
  new Promise((resolve) => {
    const rest = () => {
      stop();
      resolve();
    };
    const stop = network.subscribe((view) => atRest(view) && rest());
    setTimeout(rest, LATEST_MS);
  });

function hearTold(told: Told): void {
  if (told.type === 'others open') say(words.othersOpen());
  else if (told.type === 'stopped') offline.setState({ phase: 'part' });
  else {
    const { bytes, total } = told;
    offline.setState({ bytes, total, phase: bytes === total ? 'whole' : 'keeping' });
  }
}

/** Loads the new version when the learner says so, and never while that would cost a part of an epoch. */
function offerUpdate(takeOver: () => void): void {
  const load = () => {
    const { phase } = network.getState().training;
    if (phase === 'running' || phase === 'preparing') say(words.training());
    else takeOver();
  };
  notices.getState().say(words.newVersion(), { word: words.reload(), run: load });
}

/** Has the browser keep the site, once the page and its engine have come to rest. */
export async function keepSite(): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
  await rested();
  try {
    const { registerServiceWorker } = await import('@/lib/offline/register');
    await registerServiceWorker({ onTold: hearTold, onUpdate: offerUpdate });
  } catch {
    // The site works without it as it did.
  }
}
