import * as v from 'valibot';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/kept';

const Newer = (version: number) => v.object({ version: v.pipe(v.number(), v.minValue(version + 1)) });

/**
 * Reads what was kept or saved as JSON with a version. Tells of text that is cut off, of something else, and of what a
 * newer version of the site wrote. `what` names it: "progress".
 */
export function readVersioned<const S extends v.GenericSchema>(
  schema: S,
  version: number,
  what: string,
  text: string | null,
): Result<v.InferOutput<S>> {
  try {
    const json: unknown = JSON.parse(text ?? 'null');
    const read = v.safeParse(schema, json);
    if (read.success) return ok(read.output);
    if (v.is(Newer(version), json)) return fail(words.newer({ what }));
    return fail(words.noSuch({ what }), v.summarize(read.issues));
  } catch (error) {
    return fail(words.cutOff({ what }), String(error));
  }
}
