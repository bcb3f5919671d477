import { formatCount } from '@/lib/format/format';
import words from '@/words/chosen-files';
import type { Chosen } from './chosen-files';

const EXAMPLES = 3;

/** What of the chosen files is left out before they are looked at, in a sentence each; also where there are none. */
export function leftOut({ files, lost, partly, more }: Chosen): readonly string[] {
  const sentences = [
    ...(lost.length > 0 ? [words.lost(listed(lost))] : []),
    ...(partly.length > 0 ? [words.partly(listed(partly))] : []),
    ...(more ? [words.moreFiles({ most: formatCount(files.length) })] : []),
  ];
  return files.length === 0 && sentences.length === 0 ? [words.nothing()] : sentences;
}

/** The first names, and how many more there are. */
function listed(all: readonly string[]) {
  const names = all.slice(0, EXAMPLES).map((name) => words.quoted({ name }));
  return { count: all.length, names: names.join(', '), more: all.length - names.length };
}
