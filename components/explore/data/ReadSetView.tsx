'use client';

import { useId } from 'react';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { formatCount } from '@/lib/format/format';
import words from '@/words/data-page';
import styles from './Data.module.css';
import { KeepRow, useKeeping } from './edit/KeepRow';
import { useEdits } from './edit/use-edits';
import { SetView } from './SetView';

interface Props {
  readonly set: LabelledSet;
  /** Why it is not whole; null where it is. */
  readonly problem: string | null;
  onClose(): void;
  /** It has been stored. */
  onKept?(): void;
}

/** What had the focus is gone when the set is there. */
const focus = (heading: HTMLElement | null) => heading?.focus();

/** What was read, to be looked through, changed, and kept or given back. */
export function ReadSetView({ set, problem, onClose, onKept }: Props) {
  const edits = useEdits(set);
  const keeping = useKeeping(edits, null, onKept);
  const title = useId();
  return (
    <section aria-labelledby={title} className={styles.set}>
      <h2 id={title} ref={focus} tabIndex={-1}>
        {set.name}
      </h2>
      {problem !== null && (
        <p role="alert" className={styles.partial}>
          {problem} {words.partial({ count: formatCount(set.count) })}
        </p>
      )}
      <KeepRow
        edits={edits}
        keeping={keeping}
        word={problem === null ? words.keep() : words.keepPart()}
        closeWord={keeping.id === null ? words.giveBack() : words.close()}
        onClose={onClose}
      />
      <SetView edits={edits} onWriteCard={keeping.writeCard} />
    </section>
  );
}
