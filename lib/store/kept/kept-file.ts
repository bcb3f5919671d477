import * as v from 'valibot';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/kept';
import { type KeptForm, readForm } from './kept-form';

/**
 * Reads what was saved to a file. Says what is wrong with text that is cut off, with something else, with values that
 * can't be, and with what a newer version of the site wrote. `what` names it: "progress".
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

/** The same form as a file's text. */
export const writtenFile = <T extends object>({ version }: KeptForm<T>, state: T): string =>
  JSON.stringify({ version, ...state });
