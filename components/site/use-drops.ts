'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { bringsFiles, isField } from '@/lib/site/drops';

/**
 * Passes on the files that are dropped anywhere on the page or pasted into it, while the event lasts. With `takesAny` text
 * and links that are dropped are passed on too, to be answered; those dropped on a field belong to the field, and so does
 * anything pasted while a field has the focus: a copied cell of a spreadsheet is text and an image at once. Returns whether
 * something that is taken is being dragged over the page.
 */
export function useDrops(onDrop: (transfer: DataTransfer) => void, takesAny = false): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onDrop);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const isOurs = ({ target, dataTransfer }: DragEvent) =>
      bringsFiles(dataTransfer) || (takesAny && !isField(target));
    document.addEventListener(
      'dragover',
      (event) => {
        if (!isOurs(event)) return setOver(false);
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    // Without a related target the drag leaves the page; otherwise it only enters another element.
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
  }, [takesAny]);
  return over;
}
