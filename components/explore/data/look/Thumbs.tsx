'use client';

import { useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import styles from '../Data.module.css';
import { wallImage } from '../wall-image';

interface Props {
  readonly set: Pick<LabelledSet, 'pixels' | 'shape'>;
  /** The images, by their places. */
  readonly places: readonly number[];
  /** Left out where the sentence beside them says what they are. */
  readonly label?: string;
}

/** A few images of a set in a row. */
export function Thumbs({ set: { pixels, shape }, places, label }: Props) {
  const key = places.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: places are the same while their numbers are
  const image = useMemo(
    () => wallImage({ pixels, shape }, places, { first: 0, count: 1, columns: places.length }),
    [pixels, shape, key],
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
