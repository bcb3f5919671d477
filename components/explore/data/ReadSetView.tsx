'use client';

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
}

/** What was read, to be looked through, changed, and kept or given back. */
export function ReadSetView({ set, problem, onClose }: Props) {
  const edits = useEdits(set);
  const keeping = useKeeping(edits, null);
  return (
    <section aria-labelledby="read" className={styles.set}>
      <h2 id="read">{set.name}</h2>
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
