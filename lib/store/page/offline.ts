import { type EngineView, engineStore } from '../engine/engine';
import { until } from '../engine/until';
import { ownedStore } from '../owned-store';

/** How much of the site this browser has cached for offline use. */
export interface OfflineView {
  /** 'none': nothing yet, or the browser can't; 'part': caching failed midway. */
  readonly phase: 'none' | 'keeping' | 'part' | 'whole';
  readonly bytes: number;
  readonly total: number;
}

const [offline, write] = ownedStore<OfflineView>({ phase: 'none', bytes: 0, total: 0 });

export { offline };

/** By then the first visit's engine has started, whatever the result of the probe. */
const LATEST_MS = 15_000;

/**
 * Nothing of the first visit waits for the service worker: the engine has started, and the backend was
 * measured.
 */
const atRest = ({ phase, report }: EngineView): boolean =>
  phase === 'failed' ||
  (report?.probes.some(({ backend, milliseconds }) => backend === report.backend && milliseconds !== null) ??
    false);

/**
 * Has the browser cache the site, once the page and its engine are idle; the code for it is loaded only then.
 */
export async function keepSite(): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
  await until(() => atRest(engineStore.getState()), [engineStore], LATEST_MS);
  try {
    const { keep } = await import('./keep-site');
    await keep((now) => write(now));
  } catch {
    // The site works without it too.
  }
}
