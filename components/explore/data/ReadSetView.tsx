'use client';

import { useState } from 'react';
import open from '@/components/explore/open/Open.module.css';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { formatCount } from '@/lib/format/format';
import { keepSet } from '@/lib/store/subject/kept-sets';
import words from '@/words/data-page';
import styles from './Data.module.css';
import { SetView } from './SetView';

interface Props {
  readonly set: LabelledSet;
  /** Why it is not whole; null where it is. */
  readonly problem: string | null;
  onClose(): void;
}

/** What was read, to be kept or given back. */
export function ReadSetView({ set, problem, onClose }: Props) {
  const [keeping, setKeeping] = useState<'no' | 'now' | 'kept'>('no');
  const [sentence, setSentence] = useState<string | null>(null);
  async function keep() {
    setKeeping('now');
    const kept = await keepSet(set);
    setKeeping(kept.ok ? 'kept' : 'no');
    setSentence(kept.ok ? null : kept.problem.sentence);
  }
  return (
    <section aria-labelledby="read" className={styles.set}>
      <h2 id="read">{set.name}</h2>
      {problem !== null && (
        <p role="alert" className={styles.partial}>
          {problem} {words.partial({ count: formatCount(set.count) })}
        </p>
      )}
      <p className="button-row">
        {keeping === 'kept' ? (
          <span role="status" className={open.shown}>
            {words.kept()}
          </span>
        ) : (
          <button
            type="button"
            className="button"
            aria-disabled={keeping === 'now'}
            onClick={() => keeping === 'no' && void keep()}
          >
            {keeping === 'now' ? words.keeping() : problem === null ? words.keep() : words.keepPart()}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={onClose}>
          {keeping === 'kept' ? words.close() : words.giveBack()}
        </button>
      </p>
      <p role="alert" className={open.problem}>
        {sentence}
      </p>
      <SetView set={set} />
    </section>
  );
}
