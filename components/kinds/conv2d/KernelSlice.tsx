import { type CSSProperties, memo, useMemo } from 'react';
import { MapOverlay } from '@/components/canvas/MapOverlay';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage } from '@/components/canvas/paint';
import type { ColourRange } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Weights } from '@/lib/kinds/types';
import words from '@/words/figure-conv';
import styles from './KernelSlice.module.css';
import { sliceOf } from './kernel';

interface Props {
  readonly weights: Weights | null;
  readonly filter: number;
  readonly channel: number;
  /** Side of the kernel in weights. */
  readonly side: number;
  /** One range for all slices of a filter. */
  readonly range: ColourRange;
  /** Side on the screen, in rem. */
  readonly size: number;
  /** The weight that is pointed at, counted row by row. */
  readonly tap?: number | null;
}

/** One filter's weights on one input channel, in the signed colours. */
export const KernelSlice = memo(function KernelSlice(props: Props) {
  const { weights, filter, channel, side, range, size, tap = null } = props;
  const slice = useMemo(
    () => (weights?.kernel ? sliceOf(weights.kernel, filter, channel) : null),
    [weights, filter, channel],
  );
  const image = useMemo(() => (slice ? planeImage(slice, side, side, range) : null), [slice, side, range]);
  const numbers = slice
    ? Array.from(slice, (weight) => formatNumber(weight)).join(words.between())
    : words.onTheirWay();
  return (
    <span className={styles.slice} style={{ '--size': `${size}rem` } as CSSProperties}>
      <PixelCanvas
        image={image}
        height={side}
        width={side}
        className={styles.pixels}
        label={words.weights({ numbers })}
      />
      {tap !== null && (
        <MapOverlay
          height={side}
          width={side}
          box={{ row: Math.floor(tap / side), column: tap % side, height: 1, width: 1 }}
        />
      )}
    </span>
  );
});
