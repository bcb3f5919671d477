/** The name that bundlers give the error of a script that can't be fetched. */
const NO_CHUNK = 'ChunkLoadError';

/** A part of the site that is fetched when it is needed, and could not be. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched';

  constructor(
    cause: unknown,
    /** Has the next one who asks for the part fetch it anew. */
    readonly forget: () => void,
  ) {
    super('A part of the site could not be fetched', { cause });
  }
}

/** Whether an error says that a file of the site can't be had: there is no connection, or the site was updated. */
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

/** What a report of an error needs: what failed, the errors, the page, the version and the browser. Sent nowhere. */
export function reportOf(failed: string, errors: readonly unknown[]): string {
  return [
    failed,
    ...errors.map(inFull),
    `Page: ${window.location.href}`,
    `Version: ${VERSION}`,
    `Browser: ${navigator.userAgent}`,
  ].join('\n\n');
}
