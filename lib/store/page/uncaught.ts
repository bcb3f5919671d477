import { isNotFetched } from '@/lib/site/report';
import words from '@/words/broken';
import { notices } from './notices';

/** Errors that a working page reports as well. */
const HARMLESS = [
  // The observer continues in the next frame.
  /^ResizeObserver loop/,
  // The movement from page to page was cut short, as by a phone that is turned: the page is there.
  /^Transition was aborted because of invalid state/,
  // React rendered the page again: the HTML differed from its output, for example because of a translator.
  /Hydration failed|hydrating|Minified React error #(418|419|421|422|423|425);/,
  // A script of a different origin, such as an extension's: nothing is known about it.
  /^Script error\.?$/,
];

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whether a reported error means that nothing is broken: an abort was requested by its caller. */
const isHarmless = (error: unknown): boolean =>
  (error instanceof DOMException && error.name === 'AbortError') ||
  HARMLESS.some((pattern) => pattern.test(messageOf(error)));

/** One notice for all errors of a kind; the same error is shown once, however often it is thrown. */
export function notifyUncaught(error: unknown): void {
  if (isHarmless(error)) return;
  notices.getState().report(isNotFetched(error) ? words.notFetched() : words.uncaught(), error);
}

/** Shows uncaught errors, from now on. */
export function watchUncaught(): void {
  window.addEventListener('error', ({ error, message }) => notifyUncaught(error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => notifyUncaught(reason));
}
