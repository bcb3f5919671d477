'use client';

import { useEffect, useState } from 'react';
import open from '@/components/explore/open/Open.module.css';
import { useAskBeforeLeaving } from '@/components/state/use-ask-before-leaving';
import type { SetCard } from '@/lib/data/sets/take/card';
import type { StoredSet } from '@/lib/store/subject/kept-set-head';
import { askToPersist, followSets, keepChanged, listSets, writeSetCard } from '@/lib/store/subject/kept-sets';
import edit from '@/words/data-edit';
import words from '@/words/data-page';
import type { Edits } from './use-edits';

type Elsewhere = 'changed' | 'deleted';

/** What another tab, or another part of the page, has done to a stored set since it was read or stored here. */
function useElsewhere(stored: StoredSet | null): Elsewhere | null {
  const [found, setFound] = useState<{ readonly of: StoredSet; readonly what: Elsewhere | null } | null>(
    null,
  );
  useEffect(
    () =>
      stored
        ? followSets(async () => {
            const listed = await listSets();
            if (!listed.ok) return;
            const now = listed.value.find(({ id }) => id === stored.id);
            const isSame = now?.keptAt === stored.keptAt;
            setFound({ of: stored, what: !now ? 'deleted' : isSame ? null : 'changed' });
          })
        : undefined,
    [stored],
  );
  return found && found.of === stored ? found.what : null;
}

/** What became of storing a set. */
export interface Keeping {
  /** Under which id it is stored; null where it isn't. */
  readonly id: string | null;
  readonly isBusy: boolean;
  readonly problem: string;
  /** What has become of the stored set without this page; it is stored no more then. */
  readonly elsewhere: Elsewhere | null;
  /** The browser may delete it to make room. */
  readonly isAtRisk: boolean;
  keep(): void;
  writeCard(card: SetCard): void;
}

/**
 * Stores a set, and stores it anew when it has changed. The browser asks before a page with unsaved changes is left,
 * whether or not the set was stored before.
 */
export function useKeeping(
  edits: Edits,
  before: StoredSet | null,
  onKept?: (stored: StoredSet) => void,
): Keeping {
  const [stored, setStored] = useState(before);
  const elsewhere = useElsewhere(stored);
  const current = elsewhere ? null : stored;
  const id = current?.id ?? null;
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [isAtRisk, setAtRisk] = useState(false);
  const [card] = useState(edits.set.card);
  // What was only read is still where it was read from; a card is stored with its set at once.
  useAskBeforeLeaving(edits.isChanged || (id === null && edits.set.card !== card));
  return {
    id,
    isBusy,
    problem,
    elsewhere,
    isAtRisk,
    async keep() {
      if (isBusy) return;
      setBusy(true);
      const { set } = edits;
      const kept = await keepChanged(set, current);
      setBusy(false);
      setProblem(kept.ok ? '' : kept.problem.sentence);
      if (!kept.ok) return;
      setStored(kept.value);
      edits.stored(set);
      onKept?.(kept.value);
      // It is stored already: the learner may take long to answer.
      setAtRisk((await askToPersist()) === false);
    },
    async writeCard(card) {
      edits.writeCard(card);
      if (id === null) return;
      const written = await writeSetCard(id, card);
      setProblem(written.ok ? '' : written.problem.sentence);
    },
  };
}

interface Props {
  readonly edits: Edits;
  readonly keeping: Keeping;
  /** The word for storing it the first time. */
  readonly word: string;
  /** The word for closing it; without one it stays. */
  readonly closeWord?: string;
  onClose?(): void;
}

/** Stores the set, or its changes. */
export function KeepRow({ edits, keeping, word, closeWord, onClose }: Props) {
  const { id, isBusy, problem, elsewhere, isAtRisk, keep } = keeping;
  const isStored = id !== null && !edits.isChanged;
  return (
    <>
      <p className="button-row">
        {isStored ? (
          <>
            <span role="status" className={open.shown}>
              {words.kept()}
            </span>
            <span role="status" className="label">
              {isAtRisk && words.mayBeDeleted()}
            </span>
          </>
        ) : (
          <button type="button" className="button" aria-disabled={isBusy} onClick={keep}>
            {isBusy ? words.keeping() : id === null ? word : edit.save()}
          </button>
        )}
        {onClose && (
          <button type="button" className="button-quiet" onClick={onClose}>
            {closeWord}
          </button>
        )}
        {id !== null && !isStored && <span className="label">{edit.unsaved()}</span>}
      </p>
      <p role="alert" className={open.problem}>
        {elsewhere === null
          ? problem
          : elsewhere === 'changed'
            ? words.changedElsewhere()
            : words.deletedElsewhere()}
      </p>
    </>
  );
}
