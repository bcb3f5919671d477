'use client';

import { ImagePicker } from '@/components/images/ImagePicker';
import { useChosenImage } from '@/components/state/hooks';
import { session } from '@/lib/store/session/session';
import words from '@/words/home';
import styles from './Home.module.css';

/** The image that the whole site follows. */
export function HomeImages() {
  const image = useChosenImage();
  return (
    <section id="pictures" className={styles.images} aria-label={words.choose()}>
      <ImagePicker brief selected={image?.id ?? null} onChoose={(chosen) => session.chooseImage(chosen)} />
    </section>
  );
}
