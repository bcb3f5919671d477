/** Code as the fragment of an address. */
import { fail, ok, type Result } from '@/lib/result';
import { packText, unpackText } from '@/lib/site/packed-text';
import words from '@/words/try-it-answers';
import { LONGEST_CODE } from './run-code';

const NAME = 'code=';
/** A longer link can only hold code that is too long to run, even if it compresses badly. */
const LONGEST_LINK = 40_000;

const BROKEN = words.brokenLink();

/** The hash that contains the code, with its #. */
export async function hashOf(code: string): Promise<string> {
  const packed = await packText(code, LONGEST_LINK);
  return packed === null ? '' : `#${NAME}${packed}`;
}

/**
 * The code in an address; null where it contains none. Fails on code that is too long, and on anything that
 * is not code.
 */
export async function codeIn(hash: string): Promise<Result<string> | null> {
  if (!hash.startsWith(`#${NAME}`)) return null;
  const packed = hash.slice(NAME.length + 1);
  if (packed.length > LONGEST_LINK) return fail(BROKEN);
  try {
    // A character takes at most three bytes.
    const code = await unpackText(packed, 3 * LONGEST_CODE);
    return code !== null && code.length <= LONGEST_CODE ? ok(code) : fail(BROKEN);
  } catch (error) {
    return fail(BROKEN, String(error));
  }
}
