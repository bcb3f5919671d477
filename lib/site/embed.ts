/*
 * `?embed=1` shows a page without the site around it (header, stages, epochs, footer), for a frame in another
 * page. It is an attribute of the document, by which the style sheets leave them out from the first paint on,
 * and which stays while links lead from page to page.
 */

/** Runs before the first paint. */
export const EMBED_SCRIPT = `if(new URLSearchParams(location.search).get('embed')==='1')document.documentElement.dataset.embed='';`;
