/* How much of the site is cached. Written only here: by the visitor's request and the service worker's reports. */
import type { Keeper } from '@/lib/site/offline/register';
import { connectionNow, savesData } from '@/lib/site/offline/saving';
import { ownedStore } from '../owned-store';

/** How much of the site this browser has cached for offline use. */
export interface OfflineView {
  /**
   * 'none': nothing yet, or the browser can't; 'saving': no more than before, because the connection is metered or saves
   * data; 'few': what every page needs; 'part': caching the rest failed midway.
   */
  readonly phase: 'none' | 'saving' | 'few' | 'keeping' | 'part' | 'whole';
  readonly bytes: number;
  readonly total: number;
  /** Requests to the service worker; null before there is one. */
  readonly keeper: Keeper | null;
  /** Whether a visitor has come to the place that shows how much is cached. */
  readonly isShown: boolean;
}

const [offline, write] = ownedStore<OfflineView>({
  phase: 'none',
  bytes: 0,
  total: 0,
  keeper: null,
  isShown: false,
});

export { offline };

/** Set once a visitor wanted all of it: a new version's files are then fetched without another question. */
const KEY = 'keep-offline';

function isWanted(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Asks how much is cached, as soon as that can be known. */
export function countKept(): void {
  write({ isShown: true });
  offline.getState().keeper?.count();
}

/** Has the browser cache the rest of the site, at a visitor’s request; never over a connection that saves data. */
export function keepAllOffline(): void {
  if (savesData(connectionNow())) {
    write({ phase: 'saving' });
    return;
  }
  try {
    localStorage.setItem(KEY, 'all');
  } catch {
    // Then the next version asks again.
  }
  write({ phase: 'keeping' });
  offline.getState().keeper?.keepAll();
}

/**
 * Has the browser cache what every page needs, and the rest where a visitor asked for it before. `keep-late.ts` determines
 * when; the code for it is loaded only then.
 */
export async function keepSite(): Promise<void> {
  if (savesData(connectionNow())) return write({ phase: 'saving' });
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
  try {
    const { keep } = await import('./keep-site');
    const keeper = await keep((now) => write(now));
    write({ keeper });
    if (offline.getState().isShown) keeper.count();
    if (isWanted() && !savesData(connectionNow())) keeper.keepAll();
  } catch {
    // The site works without it too.
  }
}
