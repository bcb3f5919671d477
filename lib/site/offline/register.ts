import { BASE_PATH } from '@/lib/site/asset';
import type { FromPage, FromWorker } from './messages';

interface Listener {
  onMessage(message: FromWorker): void;
  /** A new version of the site is complete and waiting. `takeOver` loads it. */
  onUpdate(takeOver: () => void): void;
}

/** What a page may ask of the service worker; it answers with messages. */
export interface Keeper {
  /** How much is cached. */
  count(): void;
  /** To cache the rest of the site. */
  keepAll(): void;
}

const reload = () => window.location.reload();

/** Calls back with a registration's worker once it waits for its predecessor to end. */
function whenWaiting(registration: ServiceWorkerRegistration, call: (waiting: ServiceWorker) => void): void {
  if (registration.waiting) call(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // The very first version does not wait.
      if (installing.state === 'installed' && registration.active) call(installing);
    });
  });
}

/** Checks for a new version whenever the learner returns to the page: it may stay open for days. */
function lookForUpdates(registration: ServiceWorkerRegistration): void {
  document.addEventListener('visibilitychange', () => {
    // Fails without a connection.
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
}

/** The addresses of this page's scripts; their names change with their content. */
const pageScripts = (): string[] =>
  [...document.scripts].map(({ src }) => src).filter((src) => src.includes('/_next/static/'));

/**
 * Installs the service worker, which caches what every page needs, and has it report how much that is. Returns the request
 * to cache the rest. Rejects where the browser forbids it or a file can't be fetched; the site then works without it.
 */
export async function registerServiceWorker({ onMessage, onUpdate }: Listener): Promise<Keeper> {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', async ({ data }) => {
    // Fetched with the first message: a first visit has none.
    const { readFromWorker } = await import('./read-message');
    const message = readFromWorker(data);
    if (message) onMessage(message);
  });
  const registration = await serviceWorker.register(`${BASE_PATH}/sw.js`, { updateViaCache: 'none' });
  whenWaiting(registration, (waiting) => {
    onUpdate(() => {
      // Only the page that asked for it is reloaded.
      serviceWorker.addEventListener('controllerchange', reload);
      waiting.postMessage('take over' satisfies FromPage);
    });
  });
  lookForUpdates(registration);
  const { active } = await serviceWorker.ready;
  active?.postMessage({ type: 'same version?', scripts: pageScripts() } satisfies FromPage);
  const ask = (wanted: 'how much' | 'keep all') =>
    void serviceWorker.ready.then((now) => now.active?.postMessage(wanted satisfies FromPage));
  return { count: () => ask('how much'), keepAll: () => ask('keep all') };
}
