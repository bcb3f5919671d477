'use client';

import { type ReactNode, useMemo } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import { useDataSet } from '@/components/state/hooks';
import { rangeOf } from '@/lib/format/colour-maps';
import type { Trace } from '@/lib/network/trace';
import words from '@/words/see';
import type { Panel } from './methods';
import styles from './See.module.css';

const NOTHING = new Float32Array(0);

/** One method: its plane, its legend, what it shows and what it does not. */
export function MethodPanel({
  name,
  meaning,
  caveat,
  kind,
  found,
  children,
}: Panel & { readonly children?: ReactNode }) {
  const [height, width] = useDataSet().shape;
  const range = useMemo(() => rangeOf(found?.values ?? NOTHING, kind), [found, kind]);
  const drawn = useMemo(
    () => found && planeImage(found.values, found.height, found.width, range),
    [found, range],
  );
  return (
    <li>
      <h3>{name}</h3>
      <PixelCanvas
        image={drawn}
        height={found?.height ?? height}
        width={found?.width ?? width}
        className={styles.plane}
        label={`${name}: ${meaning}`}
      />
      {found ? (
        <Legend range={range} of={name} />
      ) : (
        <p className={styles.legend} data-screen>
          {children}
        </p>
      )}
      <p>{meaning}</p>
      <p className={styles.not}>{caveat}</p>
      <p className={`number ${styles.note}`}>{found?.note}</p>
    </li>
  );
}

/** The image itself, to compare the planes with. */
export function ImagePanel({ trace }: { readonly trace: Trace | null }) {
  const image = trace?.stages[0];
  const [height, width] = useDataSet().shape;
  const drawn = useMemo(
    () => (image ? rgbImage(image.values, height, width, 255) : null),
    [image, height, width],
  );
  return (
    <li>
      <h3>{words.image()}</h3>
      <PixelCanvas
        image={drawn}
        height={height}
        width={width}
        className={styles.plane}
        label={words.chosen()}
      />
      <p className={styles.legend} />
      <p>{words.asItGoes()}</p>
    </li>
  );
}
