'use client';

import { useEffect } from 'react';
import { redoEdit, resetEdits, undoEdit } from '@/lib/state/what-if';
import words from '@/words/what-if';
import { editWords } from './edit-words';
import { useWhatIf } from './use-what-if';
import styles from './WhatIf.module.css';

/** Undo, redo and reset, by buttons and by the usual keys. */
export function EditTools() {
  const { done, undone } = useWhatIf((state) => state.history);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      // A field being typed in has an undo of its own.
      if (event.target instanceof HTMLInputElement && event.target.type !== 'range') return;
      event.preventDefault();
      if (event.shiftKey) redoEdit();
      else undoEdit();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const last = done.at(-1);
  const tool = (word: string, able: boolean, act: () => void) => (
    <button type="button" className="button-quiet" aria-disabled={!able} onClick={() => able && act()}>
      {word}
    </button>
  );
  return (
    <>
      <p className={styles.tools}>
        {tool(words.undo(), done.length > 0, undoEdit)}
        {tool(words.redo(), undone.length > 0, redoEdit)}
        {tool(words.reset(), done.length > 0, resetEdits)}
      </p>
      <p role="status" className={styles.said}>
        {last ? words.changes({ count: done.length, last: editWords(last) }) : words.nothing()}
      </p>
    </>
  );
}
