/** An architecture as the fragment of an address. */
import * as v from 'valibot';
import type { Architecture } from '@/lib/network/architecture';
import { type Draft, draftOf } from '@/lib/network/edit/draft';
import { fail, type Result } from '@/lib/result';
import { architectureSchema } from '@/lib/run/architecture-schema';
import { packText, unpackText } from '@/lib/site/packed-text';
import words from '@/words/build';

const NAME = 'network=';
/** Characters of a link, and bytes of what it unpacks to: far more than the largest draft takes. */
const LONGEST_LINK = 16_000;
const LONGEST_TEXT = 200_000;

/** The hash that contains an architecture, with its #. */
export async function architectureHash(architecture: Architecture): Promise<string> {
  const packed = await packText(JSON.stringify(architecture), LONGEST_LINK);
  return packed === null ? '' : `#${NAME}${packed}`;
}

/** The draft of a text that contains an architecture as JSON. Fails on anything else. */
export function readDraft(text: string): Result<Draft> {
  try {
    const read = v.safeParse(architectureSchema, JSON.parse(text));
    return read.success ? draftOf(read.output) : fail(words.brokenLink(), v.summarize(read.issues));
  } catch (error) {
    return fail(words.brokenLink(), String(error));
  }
}

/** The draft in an address; null where it contains none. Fails on a link that is cut off or not one of a network. */
export async function draftInHash(hash: string): Promise<Result<Draft> | null> {
  if (!hash.startsWith(`#${NAME}`)) return null;
  const packed = hash.slice(NAME.length + 1);
  if (packed.length > LONGEST_LINK) return fail(words.brokenLink());
  try {
    const text = await unpackText(packed, LONGEST_TEXT);
    return text === null ? fail(words.brokenLink()) : readDraft(text);
  } catch (error) {
    return fail(words.brokenLink(), String(error));
  }
}
