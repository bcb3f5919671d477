/** The names of a network's classes as text, one a line, in the order of its outputs. */
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/open-network';

/** Longer lines are no names, and nothing on a page has room for them. */
const LONGEST = 60;

/** The names in a text, one for each of `of` classes, all different; or a sentence on what is wrong with them. */
export function readClassNames(text: string, of: number): Result<readonly string[]> {
  const names = text
    .trimEnd()
    .split('\n')
    .map((line) => line.trim().slice(0, LONGEST));
  const count = names.length === 1 && names[0] === '' ? 0 : names.length;
  if (count < of) return fail(words.fewerNames({ count, of, missing: of - count }));
  if (count > of) return fail(words.moreNames({ count, of, extra: count - of }));
  const empty = names.indexOf('');
  if (empty >= 0) return fail(words.emptyName({ line: empty + 1 }));
  const twice = names.find((name, at) => names.indexOf(name) < at);
  return twice === undefined ? ok(names) : fail(words.sameName({ name: twice }));
}
