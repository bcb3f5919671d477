import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/broken';

/** Code that is fetched when it is needed, or a sentence on why it can't be had. */
export async function fetchPart<T>(load: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await load());
  } catch (error) {
    return fail(words.notFetched(), String(error));
  }
}
