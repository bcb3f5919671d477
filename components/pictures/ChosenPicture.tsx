'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import { useNetwork } from '@/components/state/hooks';
import { PICTURE_SIDE } from '@/lib/data/picture';
import styles from './ChosenPicture.module.css';

/** The picture that is being followed, and the way to another one. */
export function ChosenPicture() {
  const picture = useNetwork((view) => view.picture);
  const image = useMemo(
    () => (picture ? rgbImage(picture.pixels, PICTURE_SIDE, PICTURE_SIDE, 255) : null),
    [picture],
  );
  return (
    <div className={styles.chosen}>
      <PixelCanvas image={image} height={PICTURE_SIDE} width={PICTURE_SIDE} className={styles.picture} />
      <p className={styles.words}>
        {picture?.name ?? 'The first sample'}
        <br />
        <Link href="/#pictures" prefetch={false}>
          Choose another
        </Link>
      </p>
    </div>
  );
}
