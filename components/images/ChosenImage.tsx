'use client';

import Link from 'next/link';
import { useChosenImage } from '@/components/state/hooks';
import words from '@/words/chosen';
import styles from './ChosenImage.module.css';
import { PixelThumb } from './PixelThumb';

/** The image that is being followed, and the control for choosing a different one. */
export function ChosenImage() {
  const image = useChosenImage();
  return (
    <div className={styles.chosen}>
      <PixelThumb pixels={image?.pixels ?? null} className={styles.image} />
      <p className={styles.words}>
        {image?.name ?? words.first()}
        <br />
        <Link href="/#pictures" prefetch={false}>
          {words.chooseAnother()}
        </Link>
      </p>
    </div>
  );
}
