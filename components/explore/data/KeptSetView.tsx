'use client';

import { useEffect } from 'react';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import words from '@/words/data-page';
import { KeepRow, useKeeping } from './edit/KeepRow';
import { useEdits } from './edit/use-edits';
import { SetView } from './SetView';

interface Props {
  readonly id: string;
  readonly set: LabelledSet;
  /** Whether there are changes that aren't stored. */
  onChanged(isChanged: boolean): void;
}

/** A stored set, to be looked through and changed. */
export function KeptSetView({ id, set, onChanged }: Props) {
  const edits = useEdits(set);
  const keeping = useKeeping(edits, id);
  const { isChanged } = edits;
  useEffect(() => onChanged(isChanged), [isChanged, onChanged]);
  return (
    <>
      <KeepRow edits={edits} keeping={keeping} word={words.keep()} />
      <SetView edits={edits} onWriteCard={keeping.writeCard} />
    </>
  );
}
