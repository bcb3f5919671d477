/*
 * `?embed=1` shows a page without the site around it (header, stages, epochs, footer), for a frame in another
 * page. It is an attribute of the document, by which the style sheets leave them out from the first paint on,
 * and which stays while links lead from page to page.
 */

import { searchOf } from './query';

/** Runs before the first paint. */
export const EMBED_SCRIPT = `if(new URLSearchParams(location.search).get('embed')==='1')document.documentElement.dataset.embed='';`;

/** The size of a frame, in pixels: the film and the view in space fit it with everything that moves them. */
const FRAME = { width: 900, height: 560 };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The HTML that shows the page at an address in a frame, without the site around it. */
export function embedCode(address: string, title: string): string {
  const url = new URL(address);
  url.searchParams.set('embed', '1');
  const source = url.origin + url.pathname + searchOf(url.searchParams);
  const { width, height } = FRAME;
  return `<iframe src="${escaped(source)}" title="${escaped(title)}" width="${width}" height="${height}" style="border: 0; max-width: 100%" loading="lazy"></iframe>`;
}
