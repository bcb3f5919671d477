import * as v from 'valibot';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/kept-form';
import { type KeptForm, readForm } from './kept-form';

/**
 * Parses a saved file. Fails with a sentence on truncated text, a wrong kind of file, invalid values, and
 * files of a newer version of the site. `what` names the contents: "progress".
 */
export function readFile<T>(form: KeptForm<T>, what: string, text: string): Result<T> {
  const read = readForm(form, text);
  switch (read.is) {
    case 'read':
      return ok(read.state);
    case 'newer':
      return fail(words.newer({ what }));
    case 'cut off':
      return fail(words.cutOff({ what }), read.detail);
    case 'wrong': {
      const [issue] = read.issues;
      const where = v.getDotPath(issue)?.slice(0, 80);
      const sentence = where?.includes('.') ? words.impossible({ what, where }) : words.noSuch({ what });
      return fail(sentence, v.summarize([issue]));
    }
  }
}

/** The text of a file in the same form. */
export const writtenFile = <T extends object>({ version }: KeptForm<T>, state: T): string =>
  JSON.stringify({ version, ...state });
