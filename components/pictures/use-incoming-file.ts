'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import words from '@/words/pictures';

export interface IncomingFile {
  readonly file: File;
  readonly name: string;
}

const NO_FILE = words.onlyFiles();

/**
 * Files that are dropped anywhere on the page or pasted into it. Anywhere, because a file dropped beside a small
 * zone would make the browser leave the page. Answers whether something is being dragged over the page.
 */
export function useIncomingFile(
  onFile: (incoming: IncomingFile) => void,
  onOther: (sentence: string) => void,
): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent((files: FileList | undefined): boolean => {
    const file = files?.[0];
    if (file) onFile({ file, name: file.name || words.pasted() });
    return file !== undefined;
  });
  const refuse = useEffectEvent(() => onOther(NO_FILE));
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener(
      'dragover',
      (event) => {
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    // Leaving to nothing is leaving the page; leaving to another element is not.
    document.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setOver(false);
      },
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        setOver(false);
        if (!take(event.dataTransfer?.files)) refuse();
      },
      { signal },
    );
    document.addEventListener(
      'paste',
      (event) => {
        // Pasted text is none of our business.
        if (take(event.clipboardData?.files)) event.preventDefault();
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
  return over;
}
