/** Even the slowest usable connection delivers something in this time. */
export const STALL_MS = 30_000;

/**
 * Fetches something, unless it stalls: without this, a connection that neither ends nor delivers anything
 * would be waited on for ever. The work calls `progressed` whenever something arrives; `signal` aborts its
 * requests.
 * @throws Error when nothing has arrived for STALL_MS; and whatever the work throws.
 */
export async function unlessStalled<T>(
  work: (progressed: () => void, signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const stall = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stalled = new Promise<never>((_, reject) => {
    stall.signal.addEventListener('abort', () => reject(stall.signal.reason));
  });
  const progressed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(new Error(`nothing came for ${STALL_MS} ms`)), STALL_MS);
  };
  const abort = () => stall.abort(signal?.reason);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  progressed();
  try {
    return await Promise.race([work(progressed, stall.signal), stalled]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** A response's complete body. */
export async function readBody(
  response: Response,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    chunks.push(part.value);
    onBytes(part.value.length);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
