'use client';

import { useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import { usePipeline, useTrace } from '@/components/state/hooks';
import { BYTE } from '@/lib/network/pipeline';
import { receptiveField } from '@/lib/provenance/field';
import type { Step } from '@/lib/provenance/path';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/inspector-names';
import styles from './Drawn.module.css';
import { Mark } from './Mark';

interface Props {
  readonly step: Step;
  /** An input of the value that the pointer is on: its pixels are outlined as well. */
  readonly pointed: Step | null;
}

/** The chosen image, with the pixels that a value depends on outlined. */
export function Sight({ step, pointed }: Props) {
  const pipeline = usePipeline();
  const image = useTrace()?.stages[0] ?? null;
  const [height, width] = asMap(pipeline.architecture.input);
  const drawn = useMemo(
    () => (image ? rgbImage(image.values, height, width, BYTE) : null),
    [image, height, width],
  );
  const field = receptiveField(pipeline, step.stage, step.cell);
  const part = pointed && receptiveField(pipeline, pointed.stage, pointed.cell);
  if (!field.ok) return null;
  const { row, column, height: rows, width: columns } = field.value;
  const what =
    rows * columns === 1
      ? words.onePixel({ row, column })
      : words.pixels({
          size: `${rows} × ${columns}`,
          top: row,
          bottom: row + rows - 1,
          left: column,
          right: column + columns - 1,
        });
  return (
    <figure className={styles.thumb}>
      <div className={styles.image}>
        <PixelCanvas image={drawn} height={height} width={width} label={words.sight({ what })} />
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {rows * columns === 1 ? (
            <Mark {...{ row, column, height, width }} />
          ) : (
            <rect x={column} y={row} width={columns} height={rows} />
          )}
          {part?.ok && (
            <rect
              data-part
              x={part.value.column}
              y={part.value.row}
              width={part.value.width}
              height={part.value.height}
            />
          )}
        </svg>
      </div>
      <figcaption>{what}</figcaption>
    </figure>
  );
}
