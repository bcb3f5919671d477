'use client';

import { useStore } from 'zustand';
import { CopyLater } from '@/components/parts/CopyLater';
import { notices } from '@/lib/store/page/notices';
import words from '@/words/site';
import styles from './Notices.module.css';

/** Sentences that belong to no particular place. Announced politely; each stays until it is dismissed. */
export function Notices() {
  const standing = useStore(notices, (state) => state.notices);
  return (
    <div role="status" className={styles.notices}>
      {standing.map(({ id, sentence, action, errors }) => (
        <p key={id} className={styles.notice}>
          <span>{sentence}</span>
          {errors && <CopyLater {...{ sentence, errors }} />}
          {action && (
            <button type="button" className={styles.action} onClick={action.run}>
              {action.word}
            </button>
          )}
          <button
            type="button"
            className={styles.away}
            onClick={() => notices.getState().dismiss(id)}
            aria-label={words.hide({ sentence })}
          >
            ×
          </button>
        </p>
      ))}
    </div>
  );
}
