'use client';

import { ChoiceField } from '@/components/controls/ChoiceField';
import { FigureHead } from '@/components/controls/FigureHead';
import { Rich, strong } from '@/components/site/Rich';
import { learner } from '@/lib/store/learner/learner';
import words from '@/words/pinned-head';
import styles from './Pinned.module.css';
import type { Pinned } from './use-pinned';

/** The two epochs that are compared, and the kind of comparison. */
export function PinnedHead({ pinned }: { readonly pinned: Pinned }) {
  return (
    <FigureHead className={styles.head}>
      <p>
        <Rich text={words.pinned({ epoch: pinned.epoch, shown: pinned.shown })} tags={{ strong }} />
      </p>
      <ChoiceField<Pinned['how']>
        label={words.how()}
        options={[
          { value: 'beside', words: words.beside() },
          { value: 'difference', words: words.difference() },
        ]}
        chosen={pinned.how}
        onChoose={(how) => learner.getState().compareBy(how === 'beside' ? null : how)}
      />
    </FigureHead>
  );
}
