import * as v from 'valibot';

/**
 * What a service worker is asked: by a page, to keep all that its language needs, or to take the place of the version
 * before; by the version that takes its place, to leave off keeping.
 */
export type Asked = 'keep all' | 'take over' | 'leave';

/** What the service worker tells the pages. */
export const TOLD = v.variant('type', [
  v.object({ type: v.literal('kept'), bytes: v.number(), total: v.number() }),
  /** Not everything could be kept: the connection broke off, or there is no room. */
  v.object({ type: v.literal('stopped') }),
  /** Other pages of the site are open, which still need the version before. */
  v.object({ type: v.literal('others open') }),
]);
export type Told = v.InferOutput<typeof TOLD>;
