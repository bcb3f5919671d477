/*
 * Sits between the pages and the network once the site has been visited: responds from its cache, whole
 * versions at a time, and adds the headers that isolate a page where the host can't.
 * `scripts/build/offline.ts` bundles it and lists the cached files.
 */
import * as v from 'valibot';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { Route, Router } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { untilNoneIsBusy } from '@/lib/site/offline/engine-busy';
import { isolated } from '@/lib/site/offline/isolation';
import {
  bytesOf,
  type KeptFile,
  type KeptFiles,
  languageAt,
  notFoundPage,
} from '@/lib/site/offline/kept-files';
import { FROM_PAGE, type FromPage, type FromWorker } from '@/lib/site/offline/messages';

declare const self: ServiceWorkerGlobalScope;
/** Defined by the bundler. */
declare const KEPT_FILES: KeptFiles;
declare const BASE: string;

/** Pages read their choices from the query; the file is the same for all of them. */
const sameFile = { ignoreURLParametersMatching: [/./], cleanURLs: false };

/** A version that waited longer would never be complete where a network trains for hours, and browsers end it after minutes. */
const LONGEST_WAIT_MS = 60_000;

/** Lets a busy engine go first, before each file that is fetched for later. A file that a page asks for never waits. */
function afterEngine() {
  let wait: AbortSignal | null = null;
  return {
    async requestWillFetch({ request, event }: { request: Request; event: ExtendableEvent }) {
      if (event.type !== 'install') return request;
      wait ??= AbortSignal.timeout(LONGEST_WAIT_MS);
      await untilNoneIsBusy(wait);
      return request;
    },
  };
}
const plugins = [afterEngine()];

const first = new PrecacheController({ plugins });
first.addToCacheList([...KEPT_FILES.first]);

const router = new Router();
router.registerRoute(new PrecacheRoute(first, sameFile));

/** Files that a complete version does not need: each is cached when it is first requested. */
class Shelf {
  /** The record of the cached files, including those of a version that is gone. */
  readonly book: PrecacheController;
  /** Fetches the files, including one that a page requests itself. */
  private readonly store: CacheFirst;

  constructor(
    name: string,
    readonly files: readonly KeptFile[],
  ) {
    this.book = new PrecacheController({ cacheName: `${name}-${self.registration.scope}`, plugins });
    this.book.addToCacheList([...files]);
    this.store = new CacheFirst({
      cacheName: this.book.strategy.cacheName,
      plugins: [
        { cacheKeyWillBeUsed: async ({ request }) => this.keyOf(new URL(request.url)) ?? request.url },
      ],
    });
    router.registerRoute(new Route(({ url }) => this.keyOf(url) !== undefined, this.store));
  }

  private readonly keyOf = ({ origin, pathname }: URL) => this.book.getCacheKeyForURL(origin + pathname);

  /** Whether any of its files are cached. */
  async isUsed(): Promise<boolean> {
    const cache = await caches.open(this.book.strategy.cacheName);
    return (await cache.keys()).length > 0;
  }

  /** The total size of those of its files that are cached. */
  async keptBytes(): Promise<number> {
    const cache = await caches.open(this.book.strategy.cacheName);
    const keys = new Set((await cache.keys()).map(({ url }) => url));
    return bytesOf(
      this.files.filter(({ url }) => keys.has(this.keyOf(new URL(url, self.location.origin)) ?? '')),
    );
  }

  async keep({ url }: KeptFile, event: ExtendableEvent): Promise<void> {
    await Promise.all(
      this.store.handleAll({ request: new Request(url, { priority: 'low', signal: leaving.signal }), event }),
    );
  }
}

const later = new Shelf('later', KEPT_FILES.later);
const pages = new Map(
  Object.entries(KEPT_FILES.pages).map(([language, files]) => [
    language,
    new Shelf(`pages-${language}`, files),
  ]),
);

const openPages = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

const languageOf = (url: string) => languageAt(KEPT_FILES, new URL(url).pathname, BASE);

/** A version is complete with the pages of every language in use. */
async function install(event: ExtendableEvent): Promise<void> {
  const open = new Set((await openPages()).map(({ url }) => languageOf(url)));
  await first.install(event);
  for (const [language, shelf] of pages)
    if (open.has(language) || (await shelf.isUsed())) await shelf.book.install(event);
}

self.addEventListener('install', (event) => event.waitUntil(install(event)));

self.addEventListener('activate', (event) => {
  // No page of the previous version is open any more: its files are deleted.
  for (const book of [first, later.book, ...[...pages.values()].map((shelf) => shelf.book)])
    void book.activate(event);
  // The very first page can go offline without being reloaded.
  event.waitUntil(self.clients.claim());
});

/** Next requests the head of a page before it fetches the rest. Cached pages have one too. */
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
    // All pages are cached, so without a connection a page that isn't cached does not exist.
    const language = languageOf(request.url);
    const missing = request.mode === 'navigate' && notFoundPage(KEPT_FILES, language);
    const page = missing && (await pages.get(language)?.book.matchPrecache(missing));
    if (page) return isolated(new Response(page.body, { status: 404, headers: page.headers }));
    throw error;
  }
}

self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).origin === self.location.origin) event.respondWith(answer(event));
});

/** Notifies every page that is open. */
async function notify(message: FromWorker): Promise<void> {
  for (const page of await openPages()) page.postMessage(message);
}

let keeping = false;
/** Aborts the current caching. */
let leaving = new AbortController();

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What a reader of a language needs beside the files of every page. */
const shelvesOf = (language: string) => [pages.get(language), later].flatMap((shelf) => shelf ?? []);
const totalOf = (language: string) =>
  bytesOf([...KEPT_FILES.first, ...shelvesOf(language).flatMap(({ files }) => files)]);

/** Tells a page how much of the site is cached. */
async function tellKept(page: Client): Promise<void> {
  const language = languageOf(page.url);
  const kept = await Promise.all(shelvesOf(language).map((shelf) => shelf.keptBytes()));
  const bytes = kept.reduce((sum, own) => sum + own, bytesOf(KEPT_FILES.first));
  page.postMessage({ type: 'kept', bytes, total: totalOf(language), keeping } satisfies FromWorker);
}

/**
 * Caches the missing files of a language's pages and the large files, one after another, and reports its
 * progress.
 */
async function keepAll(language: string, event: ExtendableMessageEvent): Promise<void> {
  if (keeping) return;
  keeping = true;
  leaving = new AbortController();
  const shelves = shelvesOf(language);
  const total = totalOf(language);
  let bytes = bytesOf(KEPT_FILES.first);
  try {
    await notify({ type: 'kept', bytes, total, keeping: true });
    for (const shelf of shelves) {
      for (const file of shelf.files) {
        const start = performance.now();
        leaving.signal.throwIfAborted();
        await shelf.keep(file, event);
        bytes += file.bytes;
        // A report for each of the many small files would be too frequent.
        if (shelf !== later) continue;
        await notify({ type: 'kept', bytes, total, keeping: true });
        // Pauses for as long again: painting or training needs the machine too.
        await pause(performance.now() - start);
      }
    }
    await notify({ type: 'kept', bytes, total, keeping: true });
  } catch {
    await notify({ type: 'stopped' });
  } finally {
    keeping = false;
  }
}

/** This version takes over if no other page would lose its files. */
async function takeOver(asking: ExtendableMessageEvent['source']): Promise<void> {
  const pages = (await openPages()).filter(({ frameType }) => frameType !== 'nested');
  if (pages.length <= 1) {
    // The browser lets a version finish its work, and this one would wait for megabytes.
    self.registration.active?.postMessage('leave' satisfies FromPage);
    return self.skipWaiting();
  }
  asking?.postMessage({ type: 'others open' } satisfies FromWorker);
}

/**
 * Notifies a page that was opened before this version was published: files that it fetches later may be gone.
 */
function compareVersions(page: Client, scripts: readonly string[]): void {
  // A host may answer an address that leads nowhere in another language than that of the address.
  const books = [first, ...[...pages.values()].map(({ book }) => book)];
  const isKept = (script: string) => books.some((book) => book.getCacheKeyForURL(script));
  if (!scripts.every(isKept)) page.postMessage({ type: 'other version' } satisfies FromWorker);
}

self.addEventListener('message', (event) => {
  const { success, output: wanted } = v.safeParse(FROM_PAGE, event.data);
  if (!success) return;
  if (wanted === 'take over') return event.waitUntil(takeOver(event.source));
  if (wanted === 'leave') return leaving.abort();
  if (!(event.source instanceof Client)) return;
  if (wanted === 'keep all') event.waitUntil(keepAll(languageOf(event.source.url), event));
  else if (wanted === 'how much') event.waitUntil(tellKept(event.source));
  else compareVersions(event.source, wanted.scripts);
});
