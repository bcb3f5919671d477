'use client';

import { type MouseEvent, useMemo } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import styles from '@/components/canvas/MapCanvas.module.css';
import { type Box, MapOverlay } from '@/components/canvas/MapOverlay';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import { PLANE_SIDE, planeStyle } from '@/components/canvas/plane';
import { type Place, placeAt } from '@/components/canvas/walk';
import { rangeOf } from '@/lib/colour/colour-maps';
import type { StageTrace } from '@/lib/engine/protocol';
import type { Source } from '../source';

interface Props {
  readonly source: Source;
  readonly input: StageTrace | null;
  /** Which map is shown, where the source is no picture. */
  readonly channel: number;
  /** The window that the followed value comes from. */
  readonly box: Box;
  readonly mark?: Place;
  /** The cell under the mouse, null when it leaves. */
  onPoint?(place: Place | null): void;
  onPick?(place: Place): void;
}

const NOTHING = new Float32Array(0);

/** What a window lies on: the picture in its colours, or one map; the window is outlined. */
export function SourcePlane({ source, input, channel, box, mark, onPoint, onPick }: Props) {
  const [height, width, depth] = source.shape;
  const values = input?.values ?? null;
  const range = useMemo(() => rangeOf(values ?? NOTHING), [values]);
  const image = useMemo(() => {
    if (!values) return null;
    if (source.high !== null) return rgbImage(values, height, width, source.high);
    return planeImage(planeOf(values, depth, channel), height, width, range);
  }, [values, source, height, width, depth, channel, range]);
  const name = source.high === null ? source.nameOf(channel) : 'the picture';
  const under = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>) =>
    placeAt(currentTarget.getBoundingClientRect(), clientX, clientY, height, width);
  const label = `${name}, with the window at rows ${box.row} to ${box.row + box.height - 1}, columns ${box.column} to ${box.column + box.width - 1}`;
  return (
    <div className={styles.frame} style={planeStyle(height, width, PLANE_SIDE)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard one walks on the map that comes out */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div
        className={styles.map}
        onPointerMove={(event) => event.pointerType !== 'touch' && onPoint?.(under(event))}
        onPointerLeave={() => onPoint?.(null)}
        onClick={(event) => onPick?.(under(event))}
      >
        <PixelCanvas image={image} height={height} width={width} className={styles.pixels} label={label} />
        <MapOverlay height={height} width={width} box={box} mark={mark} />
      </div>
    </div>
  );
}
