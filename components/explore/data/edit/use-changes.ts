'use client';

import { useState } from 'react';
import type { Edit, EditedSet } from '@/lib/data/sets/edit/edited-set';
import words from '@/words/data-edit';
import page from '@/words/data-page';
import type { Edits } from './use-edits';

/** The changes of a set, and a sentence about the last one. */
export interface Changes {
  readonly edits: Edits;
  readonly sentence: string;
  readonly problem: string;
  /** Returns whether the change was made. */
  make(edit: Edit): boolean;
  undo(): void;
  redo(): void;
}

function sentenceOf({ classes }: EditedSet, edit: Edit): string {
  const count = 'places' in edit ? edit.places.length : 0;
  const name =
    edit.kind === 'relabel'
      ? classes[edit.label]
      : edit.kind === 'merge'
        ? classes[edit.into]
        : edit.kind === 'move'
          ? page[edit.split]()
          : edit.kind === 'delete'
            ? ''
            : edit.name.trim();
  return words.did({ kind: edit.kind, count, name });
}

/** Makes changes and describes what became of each. */
export function useChanges(edits: Edits): Changes {
  const [message, setMessage] = useState({ sentence: '', problem: '' });
  return {
    edits,
    ...message,
    make(edit) {
      const problem = edits.apply(edit);
      setMessage(
        problem === null ? { sentence: sentenceOf(edits.set, edit), problem: '' } : { sentence: '', problem },
      );
      return problem === null;
    },
    undo() {
      if (!edits.canUndo) return;
      edits.undo();
      setMessage({ sentence: words.undone(), problem: '' });
    },
    redo() {
      if (!edits.canRedo) return;
      edits.redo();
      setMessage({ sentence: words.redone(), problem: '' });
    },
  };
}
