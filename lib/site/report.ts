/** The name of the bundlers' error for a script that can't be fetched. */
const NO_CHUNK = 'ChunkLoadError';

/** A lazily loaded part of the site that could not be fetched. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched';

  constructor(
    cause: unknown,
    /** Makes the next request for the part fetch it again. */
    readonly forget: () => void,
  ) {
    super('A part of the site could not be fetched', { cause });
  }
}

/**
 * Whether an error means that a file of the site can't be fetched: there is no connection, or the site was
 * updated.
 */
export const isNotFetched = (error: unknown): boolean =>
  error instanceof Error && (error instanceof NotFetched || error.name === NO_CHUNK);

const VERSION = process.env.NEXT_PUBLIC_VERSION ?? 'unknown';

function inFull(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack = '', cause } = error;
  const head = `${name}: ${message}`;
  const own = stack.includes(message) ? stack : `${head}\n${stack}`;
  return cause === undefined ? own : `${own}\nCaused by: ${inFull(cause)}`;
}

/**
 * The contents of an error report: what failed, the errors, the page, the version and the browser. Sent
 * nowhere.
 */
export function reportOf(failed: string, errors: readonly unknown[]): string {
  return [
    failed,
    ...errors.map(inFull),
    `Page: ${window.location.href}`,
    `Version: ${VERSION}`,
    `Browser: ${navigator.userAgent}`,
  ].join('\n\n');
}
