'use client';

import { lazy, Suspense, useState } from 'react';
import { useNetwork } from '@/components/state/hooks';
import { session } from '@/lib/state/session';
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
      <summary>Another picture</summary>
      {opened && (
        <Suspense fallback={<p className={styles.note}>The pictures are on their way.</p>}>
          <PicturePicker
            selected={picture?.id ?? null}
            onChoose={(chosen) => session.choosePicture(chosen)}
          />
        </Suspense>
      )}
    </details>
  );
}
