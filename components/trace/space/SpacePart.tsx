'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';
import words from '@/words/space';
import styles from './Space.module.css';

/** The view in space, with the library that draws it: fetched for this page alone. */
export const SpacePart = dynamic(
  again(() => import('./Space').then(({ Space }) => Space)),
  {
    ssr: false,
    loading: () => (
      <div className={styles.space}>
        <p className={styles.waiting}>{words.loading()}</p>
      </div>
    ),
  },
);
