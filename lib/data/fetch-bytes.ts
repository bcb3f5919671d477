import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/data';
import { readBody, unlessStalled } from './unless-stalled';

/** Bytes received so far, of all files together. */
export interface Progress {
  readonly loaded: number;
  readonly total: number;
}

const SENTENCE = words.noTraining();

/**
 * Fetches files in parallel, reporting their common progress. For a server that does not send a file's
 * length, or compresses it, `total` grows with the received bytes.
 */
export async function fetchAll(
  addresses: readonly string[],
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Result<readonly Uint8Array<ArrayBuffer>[]>> {
  try {
    return await unlessStalled(
      (progressed, ended) => fetchSideBySide(addresses, onProgress, progressed, ended),
      signal,
    );
  } catch (error) {
    return fail(SENTENCE, String(error));
  }
}

async function fetchSideBySide(
  addresses: readonly string[],
  onProgress: (progress: Progress) => void,
  progressed: () => void,
  signal: AbortSignal,
): Promise<Result<readonly Uint8Array<ArrayBuffer>[]>> {
  const responses = await Promise.all(addresses.map((address) => fetch(address, { signal })));
  const missing = responses.find((response) => !response.ok);
  if (missing) return fail(SENTENCE, `${missing.url}: HTTP ${missing.status}`);
  const announced = responses.reduce(
    (sum, { headers }) => sum + Number(headers.get('content-length') ?? 0),
    0,
  );
  let loaded = 0;
  const count = (bytes: number) => {
    progressed();
    loaded += bytes;
    onProgress({ loaded, total: Math.max(announced, loaded) });
  };
  count(0);
  return ok(await Promise.all(responses.map((response) => readBody(response, count))));
}
