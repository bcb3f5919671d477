'use client';

import { useMemo } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage } from '@/components/canvas/paint';
import { type ColourRange, channelTable } from '@/lib/format/colour-maps';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/inspector-names';
import styles from './Drawn.module.css';

interface Props {
  /** The values that are read, as maps of this shape. */
  readonly values: Float32Array;
  readonly maps: MapShape;
  readonly range: ColourRange;
  readonly channel: number;
  /** "map 41 of pool1". */
  readonly name: string;
  /** Whether the channels are the image's colours. */
  readonly coloured: boolean;
  /** The cells of this channel that are read: row, column, height, width. */
  readonly window: readonly [row: number, column: number, height: number, width: number];
  /** The cell under the pointer. */
  readonly pointed: readonly [row: number, column: number] | null;
}

/** The map that is read, with the window and the value under the pointer. */
export function SourceThumb({ values, maps, range, channel, name, coloured, window, pointed }: Props) {
  const [height, width, depth] = maps;
  const image = useMemo(
    () =>
      planeImage(
        planeOf(values, depth, channel),
        height,
        width,
        range,
        coloured ? channelTable(channel, depth) : undefined,
      ),
    [values, depth, channel, height, width, range, coloured],
  );
  const [row, column, rows, columns] = window;
  return (
    <figure className={styles.thumb}>
      <div className={styles.image}>
        <PixelCanvas
          image={image}
          height={height}
          width={width}
          label={words.readThere({
            name,
            top: row,
            bottom: row + rows - 1,
            left: column,
            right: column + columns - 1,
          })}
        />
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <rect x={column} y={row} width={columns} height={rows} />
          {pointed && <rect data-part x={pointed[1]} y={pointed[0]} width={1} height={1} />}
        </svg>
      </div>
      <figcaption>{name}</figcaption>
    </figure>
  );
}
