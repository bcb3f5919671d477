import { isNotFetched } from '@/lib/site/report';
import words from '@/words/broken';
import { notices } from './notices';

/** What a page that works reports as well. */
const HARMLESS = [
  // The observer goes on in the next frame.
  /^ResizeObserver loop/,
  // React drew the page anew: what was sent differed from what it draws, as when a translator came first.
  /Hydration failed|hydrating|Minified React error #(418|419|421|422|423|425);/,
  // A script of another origin, as an extension's: nothing can be said about it.
  /^Script error\.?$/,
];

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whether nothing is broken although an error was reported: an abort was asked for by whoever aborted. */
const isHarmless = (error: unknown): boolean =>
  (error instanceof DOMException && error.name === 'AbortError') ||
  HARMLESS.some((pattern) => pattern.test(messageOf(error)));

/** One sentence about all errors of a kind; the same error is shown once, however often it is thrown. */
export function notifyUncaught(error: unknown): void {
  if (isHarmless(error)) return;
  notices.getState().report(isNotFetched(error) ? words.notFetched() : words.uncaught(), error);
}

/** Shows errors that nobody caught, from now on. */
export function watchUncaught(): void {
  window.addEventListener('error', ({ error, message }) => notifyUncaught(error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => notifyUncaught(reason));
}
