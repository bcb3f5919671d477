import * as v from 'valibot';
import { BASE_PATH } from '@/lib/site/asset';
import { FROM_WORKER, type FromPage, type FromWorker } from './messages';

interface Listener {
  onMessage(message: FromWorker): void;
  /** A new version of the site is whole and waits. `takeOver` loads it. */
  onUpdate(takeOver: () => void): void;
}

const reload = () => window.location.reload();

/** Calls back with the worker of a registration as soon as it waits for the one before to go. */
function whenWaiting(registration: ServiceWorkerRegistration, call: (waiting: ServiceWorker) => void): void {
  if (registration.waiting) call(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // The very first version waits for nobody.
      if (installing.state === 'installed' && registration.active) call(installing);
    });
  });
}

/** Asks for a new version whenever the learner comes back to the page: it may stay open for days. */
function lookForUpdates(registration: ServiceWorkerRegistration): void {
  document.addEventListener('visibilitychange', () => {
    // Without a connection there is none to be had.
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
}

/** The addresses of the scripts that this page was built with; their names change with their content. */
const pageScripts = (): string[] =>
  [...document.scripts].map(({ src }) => src).filter((src) => src.includes('/_next/static/'));

/**
 * Installs the service worker, and has it keep the whole site. Rejects where the browser forbids it or a file can't be
 * had; the site then works as it does without one.
 */
export async function registerServiceWorker({ onMessage, onUpdate }: Listener): Promise<void> {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }) => {
    const read = v.safeParse(FROM_WORKER, data);
    if (read.success) onMessage(read.output);
  });
  const registration = await serviceWorker.register(`${BASE_PATH}/sw.js`, { updateViaCache: 'none' });
  whenWaiting(registration, (waiting) => {
    onUpdate(() => {
      // Only the page that asked for it is loaded anew.
      serviceWorker.addEventListener('controllerchange', reload);
      waiting.postMessage('take over' satisfies FromPage);
    });
  });
  lookForUpdates(registration);
  const { active } = await serviceWorker.ready;
  active?.postMessage({ type: 'same version?', scripts: pageScripts() } satisfies FromPage);
  active?.postMessage('keep all' satisfies FromPage);
}
