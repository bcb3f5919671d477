import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/broken';

/** Loads code when it is needed. Fails with a sentence on why it can't be loaded. */
export async function fetchPart<T>(load: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await load());
  } catch (error) {
    return fail(words.notFetched(), String(error));
  }
}
