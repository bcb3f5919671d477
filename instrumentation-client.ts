/*
 * Next runs this before React takes over the page: the engine comes up in its worker meanwhile, on another core, and
 * nothing that is dropped makes the browser leave the page.
 */

import { hasSpareCore } from '@/lib/engine/backends/spare-core';
import { startEarly } from '@/lib/engine/client/early';
import { BASE_PATH } from '@/lib/site/asset';
import { guardDrops } from '@/lib/site/drops';
import { surviveTranslators } from '@/lib/site/translated-text';
import { watchUncaught } from '@/lib/store/page/uncaught';

surviveTranslators();
watchUncaught();

/** After the next frame; at once on a page that nobody sees, which has none. */
function afterPaint(begin: () => void): void {
  if (document.visibilityState === 'hidden') begin();
  else requestAnimationFrame(() => setTimeout(begin));
}

// With two cores there is no other one: the engine would be up no sooner, and the page answer later.
if (hasSpareCore()) {
  // Words first: what the engine fetches would hold up the page's own files on a slow line.
  afterPaint(() => startEarly(BASE_PATH));
}
guardDrops();
// The page's end of the engine is on its way by the time it is asked for; who asks says so when it can't be had.
import('@/lib/engine/client/client').catch(() => {});
