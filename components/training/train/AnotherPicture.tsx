'use client';

import { lazy, Suspense, useState } from 'react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { useChosenPicture } from '@/components/state/hooks';
import { session } from '@/lib/store/session/session';
import words from '@/words/network-now';
import parts from '@/words/parts';
import styles from './Network.module.css';

/** Fetched when it is opened: most who train stay with their picture. */
const PicturePicker = lazy(
  again(() => import('@/components/pictures/PicturePicker').then((module) => module.PicturePicker)),
);

/** Chooses another picture without leaving the bench. */
export function AnotherPicture() {
  const picture = useChosenPicture();
  const [opened, setOpened] = useState(false);
  return (
    <details className={styles.another} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{words.another()}</summary>
      {opened && (
        <Suspense fallback={<p className={styles.note}>{words.onTheirWay()}</p>}>
          <Part name={parts.pictures()}>
            <PicturePicker
              selected={picture?.id ?? null}
              onChoose={(chosen) => session.choosePicture(chosen)}
            />
          </Part>
        </Suspense>
      )}
    </details>
  );
}
