'use client';

import { ChoiceField } from '@/components/controls/ChoiceField';
import { FigureHead } from '@/components/controls/FigureHead';
import { Rich, strong } from '@/components/site/Rich';
import { learner } from '@/lib/store/learner/learner';
import words from '@/words/held-head';
import styles from './Held.module.css';
import type { Held } from './use-held';

/** Which two epochs are compared, and how. */
export function HeldHead({ held }: { readonly held: Held }) {
  return (
    <FigureHead className={styles.head}>
      <p>
        <Rich text={words.held({ epoch: held.epoch, shown: held.shown })} tags={{ strong }} />
      </p>
      <ChoiceField<Held['how']>
        label={words.how()}
        options={[
          { value: 'beside', words: words.beside() },
          { value: 'difference', words: words.difference() },
        ]}
        chosen={held.how}
        onChoose={(how) => learner.getState().compareBy(how === 'beside' ? null : how)}
      />
    </FigureHead>
  );
}
