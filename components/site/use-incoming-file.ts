'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { bringsFiles, isField } from '@/lib/site/drops';
import { fileIn } from '@/lib/site/incoming';
import words from '@/words/incoming';

export interface IncomingFile {
  readonly file: File;
  readonly name: string;
}

/**
 * A file that is dropped anywhere on the page or pasted into it, and a sentence on what can't be taken. Text that is
 * dropped on a field is the field's, and so is whatever is pasted while a field has the focus: a copied cell of a
 * spreadsheet is text and an image at once. Answers whether something is being dragged over the page.
 */
export function useIncomingFile(
  onFile: (incoming: IncomingFile) => void,
  onOther: (sentence: string) => void,
): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent((transfer: DataTransfer) => {
    const found = fileIn(transfer);
    if (found.ok) onFile({ file: found.value, name: found.value.name || words.pasted() });
    else onOther(found.problem.sentence);
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const isOurs = ({ target, dataTransfer }: DragEvent) => !isField(target) || bringsFiles(dataTransfer);
    document.addEventListener(
      'dragover',
      (event) => {
        if (!isOurs(event)) return setOver(false);
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
        setOver(false);
        if (!isOurs(event) || !event.dataTransfer) return;
        event.preventDefault();
        take(event.dataTransfer);
      },
      { signal },
    );
    document.addEventListener(
      'paste',
      (event) => {
        const { clipboardData, target } = event;
        if (event.defaultPrevented || isField(target) || !bringsFiles(clipboardData)) return;
        event.preventDefault();
        if (clipboardData) take(clipboardData);
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
  return over;
}
