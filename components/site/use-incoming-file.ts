'use client';

import { fileIn } from '@/lib/site/incoming';
import words from '@/words/incoming';
import { useDrops } from './use-drops';

export interface IncomingFile {
  readonly file: File;
  readonly name: string;
}

/**
 * Accepts a file that is dropped anywhere on the page or pasted into it; for anything unusable it reports a
 * sentence. Returns whether something is being dragged over the page.
 */
export function useIncomingFile(
  onFile: (incoming: IncomingFile) => void,
  onOther: (sentence: string) => void,
): boolean {
  return useDrops((transfer) => {
    const found = fileIn(transfer);
    if (found.ok) onFile({ file: found.value, name: found.value.name || words.pasted() });
    else onOther(found.problem.sentence);
  }, true);
}
