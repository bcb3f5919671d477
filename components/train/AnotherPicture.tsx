'use client';

import { lazy, Suspense, useState } from 'react';
import { useNetwork } from '@/components/state/hooks';
import { session } from '@/lib/state/session';
import words from '@/words/network-now';
import styles from './Network.module.css';

/** Fetched when it is opened: most who train stay with their picture. */
const PicturePicker = lazy(() =>
  import('@/components/pictures/PicturePicker').then(({ PicturePicker }) => ({ default: PicturePicker })),
);

/** Chooses another picture without leaving the bench. */
export function AnotherPicture() {
  const picture = useNetwork((view) => view.picture);
  const [opened, setOpened] = useState(false);
  return (
    <details className={styles.another} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{words.another()}</summary>
      {opened && (
        <Suspense fallback={<p className={styles.note}>{words.onTheirWay()}</p>}>
          <PicturePicker
            selected={picture?.id ?? null}
            onChoose={(chosen) => session.choosePicture(chosen)}
          />
        </Suspense>
      )}
    </details>
  );
}
