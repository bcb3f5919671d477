import { formatCount } from '@/lib/format/format';
import type { Chosen } from '@/lib/site/chosen-files';
import words from '@/words/data-sets';

const EXAMPLES = 3;

/** What of the chosen files is left out before they are looked at, in a sentence each. */
export function leftOut({ files, lost, more }: Chosen): readonly string[] {
  const names = lost.slice(0, EXAMPLES).map((name) => words.quoted({ name }));
  const rest = lost.length - names.length;
  return [
    ...(lost.length > 0 ? [words.lost({ count: lost.length, names: names.join(', '), more: rest })] : []),
    ...(more ? [words.moreFiles({ most: formatCount(files.length) })] : []),
  ];
}
