import * as v from 'valibot';

/**
 * Requests to a service worker: from a page, to say how much is cached, to cache everything that its language needs, to replace the
 * previous version, or to compare its version with the page's, identified by the page's scripts; from the
 * version that replaces it, to stop caching.
 */
export const FROM_PAGE = v.union([
  v.picklist(['how much', 'keep all', 'take over', 'leave']),
  v.object({ type: v.literal('same version?'), scripts: v.array(v.string()) }),
]);
export type FromPage = v.InferOutput<typeof FROM_PAGE>;

/** Notifications of the service worker to the pages. */
export const FROM_WORKER = v.variant('type', [
  v.object({ type: v.literal('kept'), bytes: v.number(), total: v.number(), keeping: v.boolean() }),
  /** Not everything could be cached: the connection failed, or there is no room. */
  v.object({ type: v.literal('stopped') }),
  /** Other pages of the site are open and still need the previous version. */
  v.object({ type: v.literal('others open') }),
  /** The page was opened before this service worker's version was published. */
  v.object({ type: v.literal('other version') }),
]);
export type FromWorker = v.InferOutput<typeof FROM_WORKER>;
