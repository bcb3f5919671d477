'use client';

import { useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import styles from '../Data.module.css';
import { type Pixels, wallImage } from '../wall-image';

interface Props {
  readonly set: Pixels;
  /** The images, by their places. */
  readonly places: readonly number[];
  /** Changes when the pixels do, where they are others at the same places. */
  readonly version?: number;
  /** Left out where the sentence beside them says what they are. */
  readonly label?: string;
}

/** A few images of a set in a row. */
export function Thumbs({ set: { pixels, shape }, places, version, label }: Props) {
  const key = places.join();
  // Pixels that are made for these images alone are others each time: their version distinguishes them.
  const source = version ?? pixels;
  // biome-ignore lint/correctness/useExhaustiveDependencies: images are the same while their numbers and source are
  const image = useMemo(
    () => wallImage({ pixels, shape }, places, { first: 0, count: 1, columns: places.length }),
    [source, shape, key],
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
