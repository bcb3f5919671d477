'use client';

import { type CSSProperties, useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { barShare } from '@/components/charts/share';
import { isSoftmax } from '@/lib/kinds/parts/activation';
import type { Stage } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import styles from './StageThumbnail.module.css';
import { thumbnailImage } from './thumbnail';

interface Props {
  readonly stage: Stage;
  readonly trace: StageTrace | null;
  /** Side in CSS pixels; a narrower parent makes it smaller. */
  readonly size: number;
}

const sideOf = (size: number) => ({ '--side': `${size}px` }) as CSSProperties;

/** A stage's real values, small; decoration beside the text that names the stage. */
export function StageThumbnail({ stage, trace, size }: Props) {
  const { layer } = stage;
  if (isSoftmax(layer)) return <Bars trace={trace} size={size} />;
  return <Image stage={stage} trace={trace} size={size} />;
}

function Image({ stage, trace, size }: Props) {
  const image = useMemo(() => (trace ? thumbnailImage(stage, trace) : null), [stage, trace]);
  const [height, width] = image ? [image.height, image.width] : [1, 1];
  const fine = width > size ? styles.fine : '';
  return (
    <PixelCanvas
      image={image}
      height={height}
      width={width}
      className={`${styles.thumbnail} ${image ? fine : styles.waiting}`}
      style={sideOf(size)}
    />
  );
}

/** Probabilities as horizontal bars from 0 to 1, in the order of the classes. */
function Bars({ trace, size }: Omit<Props, 'stage'>) {
  if (!trace)
    return (
      <span className={`${styles.thumbnail} ${styles.waiting}`} style={sideOf(size)} aria-hidden="true" />
    );
  const room = 100 / trace.values.length;
  const bar = (probability: number, unit: number) =>
    `M0 ${(unit + 0.2) * room}h${Math.max(3, barShare(probability) * 100)}v${room * 0.6}H0z`;
  return (
    <svg viewBox="0 0 100 100" className={styles.thumbnail} style={sideOf(size)} aria-hidden="true">
      <path d={`M0 0h1.5v100H0z${Array.from(trace.values, bar).join('')}`} fill="currentColor" />
    </svg>
  );
}
