import * as v from 'valibot';

/**
 * What a service worker is asked: by a page, to keep all that its language needs, to take the place of the version
 * before, or whether it is of the page's version, which the page's scripts tell; by the version that takes its place,
 * to stop keeping.
 */
export const FROM_PAGE = v.union([
  v.picklist(['keep all', 'take over', 'leave']),
  v.object({ type: v.literal('same version?'), scripts: v.array(v.string()) }),
]);
export type FromPage = v.InferOutput<typeof FROM_PAGE>;

/** What the service worker notifies the pages of. */
export const FROM_WORKER = v.variant('type', [
  v.object({ type: v.literal('kept'), bytes: v.number(), total: v.number() }),
  /** Not everything could be kept: the connection broke off, or there is no room. */
  v.object({ type: v.literal('stopped') }),
  /** Other pages of the site are open, which still need the version before. */
  v.object({ type: v.literal('others open') }),
  /** The page was opened before the version that this service worker keeps was published. */
  v.object({ type: v.literal('other version') }),
]);
export type FromWorker = v.InferOutput<typeof FROM_WORKER>;
