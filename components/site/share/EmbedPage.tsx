'use client';

import { usePathname } from 'next/navigation';
import { useMedia } from '../use-media';
import { Embed } from './Embed';

/** The pages with something to show in a frame. The film has a code of its own, which begins at the present moment. */
const PAGES = /^\/(stages?|trace|what-if|see|space|backward|epochs|insight)\//;

/** At the end of a page, for whoever wants it on a page of their own. */
export function EmbedPage() {
  // Not before the page is hydrated: the page for an address that leads nowhere is built without knowing the address.
  const onScreen = useMedia('screen');
  const has = PAGES.test(usePathname());
  return onScreen && has ? <Embed /> : null;
}
