'use client';

import { usePathname } from 'next/navigation';
import { Embed } from './Embed';

/** The pages with something to show in a frame. The film has a code of its own, which begins at the present moment. */
const PAGES = /^\/(stages?|trace|what-if|see|space|backward|epochs|insight)\//;

/** At the end of a page, for whoever wants it on a page of their own. */
export const EmbedPage = () => (PAGES.test(usePathname()) ? <Embed /> : null);
