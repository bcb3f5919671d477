/*
 * A page is built for the course's network. Where its address names another one, nothing of the course's is shown, and none of
 * its values can be chosen, until that network is there. It is an attribute of the document, by which the style sheets hide
 * the page's content (`app/globals.css`) from the first paint on.
 */
import { UNNAMED_SUBJECT } from '@/lib/network/subject';

/** How long the page's own code may take to begin; without it the page is shown as it was built. */
const PATIENCE_MS = 30_000;

/**
 * Runs before the first paint. A link that is followed before the page's own code is there would lead to the course's network,
 * so the network is written into it.
 */
export const OPENING_SCRIPT = `{const n=new URLSearchParams(location.search).get('network'),{dataset:d}=document.documentElement;
if(n&&n!=='${UNNAMED_SUBJECT}'){d.opening='soon';
addEventListener('click',({target:t})=>{const a='opening'in d&&t instanceof Element&&t.closest('a[href]');
if(a&&a.origin===location.origin&&!a.search)a.search='?network='+encodeURIComponent(n)},true);
setTimeout(()=>{if(d.opening==='soon')delete d.opening},${PATIENCE_MS})}}`;

/** Looks for the network that the address names; the page stays hidden until that has ended, however it ends. */
export async function whileOpening(find: () => Promise<unknown>): Promise<void> {
  const { dataset } = document.documentElement;
  if ('opening' in dataset) dataset.opening = 'now';
  try {
    await find();
  } finally {
    showPage();
  }
}

/** The page is shown with the network that it has. */
export function showPage(): void {
  delete document.documentElement.dataset.opening;
}
