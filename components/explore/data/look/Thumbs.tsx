'use client';

import { useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import styles from '../Data.module.css';
import { type Pixels, wallImage } from '../wall-image';

interface Props {
  readonly set: Pixels;
  /** The images, by their places. They are painted again when this is another list, or the pixels are others. */
  readonly places: readonly number[];
  /** The first ones of a long list; all where it isn't given. */
  readonly most?: number;
  /** Left out where the sentence beside them says what they are. */
  readonly label?: string;
}

/** A few images of a set in a row. */
export function Thumbs({ set: { pixels, shape }, places, most, label }: Props) {
  const columns = Math.min(places.length, most ?? places.length);
  const image = useMemo(
    () => wallImage({ pixels, shape }, places, { first: 0, count: 1, columns }),
    [pixels, shape, places, columns],
  );
  return (
    <PixelCanvas
      image={image}
      height={image.height}
      width={image.width}
      label={label}
      className={styles.thumbs}
      style={{ aspectRatio: `${image.width} / ${image.height}` }}
    />
  );
}
