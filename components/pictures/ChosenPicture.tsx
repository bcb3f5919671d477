'use client';

import Link from 'next/link';
import { useChosenPicture } from '@/components/state/hooks';
import words from '@/words/chosen';
import styles from './ChosenPicture.module.css';
import { PixelThumb } from './PixelThumb';

/** The image that is being followed, and the way to another one. */
export function ChosenPicture() {
  const picture = useChosenPicture();
  return (
    <div className={styles.chosen}>
      <PixelThumb pixels={picture?.pixels ?? null} className={styles.picture} />
      <p className={styles.words}>
        {picture?.name ?? words.first()}
        <br />
        <Link href="/#pictures" prefetch={false}>
          {words.chooseAnother()}
        </Link>
      </p>
    </div>
  );
}
