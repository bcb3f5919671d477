'use client';

import { useEffect } from 'react';
import { redoEdit, resetEdits, undoEdit } from '@/lib/store/explore/what-if';
import type { History } from '@/lib/what-if/history';
import words from '@/words/what-if';
import { editWords } from './edit-words';
import { useWhatIf } from './use-what-if';
import styles from './WhatIf.module.css';

/** Undo, redo and reset, by buttons and by the usual keys. */
export function EditTools() {
  // Not the history itself: a continued stroke makes a new one with every move, and nothing here changes.
  const done = useWhatIf(({ history }) => history.done.length);
  const undone = useWhatIf(({ history }) => history.undone.length);
  const last = useWhatIf(({ history }) => lastWords(history));
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      // A text field has an undo of its own.
      if (event.target instanceof HTMLInputElement && event.target.type !== 'range') return;
      event.preventDefault();
      if (event.shiftKey) redoEdit();
      else undoEdit();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const tool = (word: string, able: boolean, act: () => void) => (
    <button type="button" className="button-quiet" aria-disabled={!able} onClick={() => able && act()}>
      {word}
    </button>
  );
  return (
    <>
      <p className={`button-row ${styles.tools}`}>
        {tool(words.undo(), done > 0, undoEdit)}
        {tool(words.redo(), undone > 0, redoEdit)}
        {tool(words.reset(), done > 0, resetEdits)}
      </p>
      <p role="status" className="status">
        {last ? words.changes({ count: done, last }) : words.nothing()}
      </p>
    </>
  );
}

function lastWords({ done }: History): string | null {
  const last = done.at(-1);
  return last ? editWords(last) : null;
}
