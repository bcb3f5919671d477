'use client';

import { Choice } from '@/components/figures/parts/Choice';
import { learner } from '@/lib/state/learner';
import styles from './Held.module.css';
import type { Held } from './use-held';

/** Which two epochs are compared, and how. */
export function HeldHead({ held }: { readonly held: Held }) {
  return (
    <div className={styles.head}>
      <p>
        <strong>{held.name}</strong> is held beside <strong>{held.shownName.toLowerCase()}</strong>.
      </p>
      <Choice<Held['how']>
        label="How the two epochs are compared"
        options={[
          { value: 'beside', words: 'side by side' },
          { value: 'difference', words: 'as a difference' },
        ]}
        chosen={held.how}
        onChoose={(how) => learner.getState().compareBy(how === 'beside' ? null : how)}
      />
    </div>
  );
}
