/*
 * Between the pages and the network once the site has been visited: answers with what was kept, whole versions at a
 * time, and adds what isolates a page where the host can't. `scripts/offline.ts` bundles it and says what is kept.
 */
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { Route, Router } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { isolated } from '@/lib/offline/isolation';
import { bytesOf, type KeptFiles, notFoundPage } from '@/lib/offline/kept-files';
import type { Asked, Told } from '@/lib/offline/messages';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the bundler. */
declare const KEPT_FILES: KeptFiles;

/** Pages take their choices from the query; the file is the same for all of them. */
const sameFile = { ignoreURLParametersMatching: [/./], cleanURLs: false };

const first = new PrecacheController();
first.addToCacheList([...KEPT_FILES.first]);

/** Keeps the book of the large files: which are there, which belong to a version that is gone. */
const later = new PrecacheController({ cacheName: `later-${self.registration.scope}` });
later.addToCacheList([...KEPT_FILES.later]);
/** Fetches them, one that a page asks for by itself as well. */
const large = new CacheFirst({
  cacheName: later.strategy.cacheName,
  plugins: [
    { cacheKeyWillBeUsed: async ({ request }) => later.getCacheKeyForURL(request.url) ?? request.url },
  ],
});

const router = new Router();
router.registerRoute(new PrecacheRoute(first, sameFile));
router.registerRoute(new Route(({ url }) => later.getCacheKeyForURL(url.href) !== undefined, large));

self.addEventListener('install', (event) => void first.install(event));

self.addEventListener('activate', (event) => {
  // No page of the version before is open any more: its files are let go.
  void first.activate(event);
  void later.activate(event);
  // The very first page can go offline without being opened anew.
  event.waitUntil(self.clients.claim());
});

/** Next asks for the head of a page before it fetches the rest. What is kept has one too. */
async function headOf(event: FetchEvent): Promise<Response | undefined> {
  const whole = await router.handleRequest({ request: new Request(event.request.url), event });
  return whole && new Response(null, { status: whole.status, headers: whole.headers });
}

async function answer(event: FetchEvent): Promise<Response> {
  const { request } = event;
  try {
    const kept = request.method === 'HEAD' ? headOf(event) : router.handleRequest({ request, event });
    return isolated((await kept) ?? (await fetch(request)));
  } catch (error) {
    // All pages are kept, so without a connection one that isn't is none.
    const missing = request.mode === 'navigate' && notFoundPage(KEPT_FILES, new URL(request.url).pathname);
    const page = missing && (await first.matchPrecache(missing));
    if (page) return isolated(new Response(page.body, { status: 404, headers: page.headers }));
    throw error;
  }
}

self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).origin === self.location.origin) event.respondWith(answer(event));
});

const openPages = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

/** Tells every page that is open. */
async function tell(told: Told): Promise<void> {
  for (const page of await openPages()) page.postMessage(told);
}

let keeping = false;

/** Fetches the large files that aren't there yet, one after the other, telling how far it is. */
async function keepAll(event: ExtendableMessageEvent): Promise<void> {
  if (keeping) return;
  keeping = true;
  const total = bytesOf(KEPT_FILES.first) + bytesOf(KEPT_FILES.later);
  let bytes = bytesOf(KEPT_FILES.first);
  try {
    for (const file of KEPT_FILES.later) {
      await tell({ type: 'kept', bytes, total });
      const request = new Request(file.url, { priority: 'low' });
      await Promise.all(large.handleAll({ request, event }));
      bytes += file.bytes;
    }
    await tell({ type: 'kept', bytes, total });
  } catch {
    await tell({ type: 'stopped' });
  } finally {
    keeping = false;
  }
}

/** This version takes over where no other page would lose the files of its own. */
async function takeOver(asking: ExtendableMessageEvent['source']): Promise<void> {
  const pages = (await openPages()).filter(({ frameType }) => frameType !== 'nested');
  if (pages.length <= 1) return self.skipWaiting();
  asking?.postMessage({ type: 'others open' } satisfies Told);
}

self.addEventListener('message', (event) => {
  const asked: Asked = event.data;
  if (asked === 'keep all') event.waitUntil(keepAll(event));
  if (asked === 'take over') event.waitUntil(takeOver(event.source));
});
