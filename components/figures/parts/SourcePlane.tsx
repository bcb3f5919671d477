'use client';

import { useMemo } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import { type Box, MapOverlay } from '@/components/canvas/MapOverlay';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { rangeOf } from '@/lib/colour/colour-maps';
import type { StageTrace } from '@/lib/engine/protocol';
import { type Source, zoomFor } from '../source';
import styles from './SourcePlane.module.css';

interface Props {
  readonly source: Source;
  readonly input: StageTrace | null;
  /** Which map is shown, where the source is no picture. */
  readonly channel: number;
  /** The window that the followed value comes from. */
  readonly box: Box;
  readonly mark?: Place;
}

const NOTHING = new Float32Array(0);

/** What a window lies on: the picture in its colours, or one map; the window is outlined. */
export function SourcePlane({ source, input, channel, box, mark }: Props) {
  const [height, width, depth] = source.shape;
  const values = input?.values ?? null;
  const range = useMemo(() => rangeOf(values ?? NOTHING), [values]);
  const image = useMemo(() => {
    if (!values) return null;
    if (source.high !== null) return rgbImage(values, height, width, source.high);
    return planeImage(planeOf(values, depth, channel), height, width, range);
  }, [values, source, height, width, depth, channel, range]);
  const name = source.high === null ? source.nameOf(channel) : 'the picture';
  const label = `${name}, with the window at rows ${box.row} to ${box.row + box.height - 1}, columns ${box.column} to ${box.column + box.width - 1}`;
  return (
    <div className={styles.frame}>
      <div
        className={styles.plane}
        style={{ '--columns': width, '--rows': height, '--zoom': zoomFor(width) } as React.CSSProperties}
      >
        <PixelCanvas image={image} height={height} width={width} className={styles.pixels} label={label} />
        <MapOverlay height={height} width={width} box={box} mark={mark} />
      </div>
    </div>
  );
}
