'use client';

import { useMemo, useState } from 'react';
import { type Edit, type EditedSet, edited, unchanged } from '@/lib/data/sets/edit/edited-set';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import type { SetCard } from '@/lib/data/sets/take/card';
import { advanced, begun, type History, redone, undone } from '@/lib/network/edit/history';

/** A set with its changes, as the page shows it. */
export interface Edits {
  readonly set: EditedSet;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Whether anything has changed since the set was read or stored. */
  readonly isChanged: boolean;
  /** Makes a change. Returns why it can't be made; null where it was. */
  apply(edit: Edit): string | null;
  undo(): void;
  redo(): void;
  /** The owner has written the card. */
  writeCard(card: SetCard): void;
  /** This state has been stored. */
  stored(set: EditedSet): void;
}

const sameImages = (a: EditedSet, b: EditedSet): boolean =>
  a === b ||
  (a.labels === b.labels && a.splits === b.splits && a.there === b.there && a.classes === b.classes);

/** The changes of a set, each of which can be undone. `name`: what it is called by now. */
export function useEdits(set: LabelledSet, name = set.name): Edits {
  const [history, setHistory] = useState<History<EditedSet>>(() => begun(unchanged(set)));
  const [card, setCard] = useState(set.card);
  const [kept, setKept] = useState(history.present);
  const { present, past, future } = history;
  const shown = useMemo(
    () => (card === present.card && name === present.name ? present : { ...present, card, name }),
    [present, card, name],
  );
  return {
    set: shown,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    isChanged: !sameImages(present, kept),
    apply(edit) {
      const next = edited(present, edit);
      if (!next.ok) return next.problem.sentence;
      setHistory(advanced(history, next.value));
      return null;
    },
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    writeCard: setCard,
    stored: setKept,
  };
}
