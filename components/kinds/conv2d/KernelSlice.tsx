import { type CSSProperties, memo, useMemo } from 'react';
import { MapOverlay } from '@/components/canvas/MapOverlay';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage } from '@/components/canvas/paint';
import type { ColourRange } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import { sidesOf } from '@/lib/kinds/parts/sides';
import type { Sides, Weights } from '@/lib/kinds/types';
import words from '@/words/figure-conv';
import styles from './KernelSlice.module.css';
import { sliceOf } from './kernel';

interface Props {
  readonly weights: Weights | null;
  readonly filter: number;
  readonly channel: number;
  /** Height and width of the kernel in weights. */
  readonly sides: Sides;
  /** One range for all slices of a filter. */
  readonly range: ColourRange;
  /** The longer side on the screen, in rem. */
  readonly size: number;
  /** The weight under the pointer, counted row by row. */
  readonly tap?: number | null;
}

/** One filter's weights on one input channel, in the signed colours. */
export const KernelSlice = memo(function KernelSlice(props: Props) {
  const { weights, filter, channel, sides, range, size, tap = null } = props;
  const [height, width] = sidesOf(sides);
  const slice = useMemo(
    () => (weights?.kernel ? sliceOf(weights.kernel, filter, channel) : null),
    [weights, filter, channel],
  );
  const image = useMemo(
    () => (slice ? planeImage(slice, height, width, range) : null),
    [slice, height, width, range],
  );
  const numbers = slice
    ? Array.from(slice, (weight) => formatNumber(weight)).join(words.between())
    : words.loading();
  return (
    <span className={styles.slice} style={boxOf(size / Math.max(height, width), height, width)}>
      <PixelCanvas
        image={image}
        height={height}
        width={width}
        className={styles.pixels}
        label={words.weights({ numbers })}
      />
      {tap !== null && (
        <MapOverlay
          height={height}
          width={width}
          box={{ row: Math.floor(tap / width), column: tap % width, height: 1, width: 1 }}
        />
      )}
    </span>
  );
});

/** The size of a kernel's cells, in rem. */
const boxOf = (cell: number, height: number, width: number): CSSProperties => ({
  height: `${cell * height}rem`,
  width: `${cell * width}rem`,
});
