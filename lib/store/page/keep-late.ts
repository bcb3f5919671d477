import { type EngineView, engineStore } from '../engine/engine';
import { until } from '../engine/until';

/** By then the first visit's engine has started, whatever the result of the probe. */
const LATEST_MS = 15_000;
/** Who leaves after a glance fetches nothing for later. */
const GLANCE_MS = 2500;

/**
 * Nothing of the first visit waits for the service worker: the engine has started, and the backend was
 * measured.
 */
const atRest = ({ phase, report }: EngineView): boolean =>
  phase === 'failed' ||
  (report?.probes.some(({ backend, milliseconds }) => backend === report.backend && milliseconds !== null) ??
    false);

/** Has the browser cache the site for offline use, once the page and its engine are at rest and the visitor stays. */
export async function keepLate(): Promise<void> {
  await until(() => atRest(engineStore.getState()), [engineStore], LATEST_MS);
  await new Promise((resolve) => setTimeout(resolve, GLANCE_MS));
  try {
    const { keepSite } = await import('./offline');
    await keepSite();
  } catch {
    // The site works without it too.
  }
}
