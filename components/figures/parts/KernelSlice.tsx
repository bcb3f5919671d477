import { type CSSProperties, memo, useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage } from '@/components/canvas/paint';
import type { ColourRange } from '@/lib/colour/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Weights } from '@/lib/layers/types';
import { sliceOf } from '../kernel';
import styles from './KernelSlice.module.css';

interface Props {
  readonly weights: Weights | null;
  readonly filter: number;
  readonly channel: number;
  /** Side of the kernel in weights. */
  readonly side: number;
  /** One range for all slices of a filter. */
  readonly range: ColourRange;
  /** Side on the screen, in CSS pixels. */
  readonly pixels: number;
}

/** One filter's weights on one input channel, in the signed colours. */
export const KernelSlice = memo(function KernelSlice({
  weights,
  filter,
  channel,
  side,
  range,
  pixels,
}: Props) {
  const slice = useMemo(
    () => (weights ? sliceOf(weights, filter, channel) : null),
    [weights, filter, channel],
  );
  const image = useMemo(() => (slice ? planeImage(slice, side, side, range) : null), [slice, side, range]);
  const numbers = slice ? Array.from(slice, (weight) => formatNumber(weight)).join(', ') : 'on their way';
  return (
    <PixelCanvas
      image={image}
      height={side}
      width={side}
      className={styles.pixels}
      style={{ '--side': `${pixels}px` } as CSSProperties}
      label={`Weights row by row: ${numbers}`}
    />
  );
});
