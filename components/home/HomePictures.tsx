'use client';

import { PicturePicker } from '@/components/pictures/PicturePicker';
import { useChosenPicture } from '@/components/state/hooks';
import { session } from '@/lib/store/session/session';
import words from '@/words/home';
import styles from './Home.module.css';

/** The image that the whole site follows. */
export function HomePictures() {
  const picture = useChosenPicture();
  return (
    <section id="pictures" className={styles.pictures} aria-label={words.choose()}>
      <PicturePicker selected={picture?.id ?? null} onChoose={(chosen) => session.choosePicture(chosen)} />
    </section>
  );
}
