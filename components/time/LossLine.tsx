import { barShare } from '@/components/charts/share';
import type { EpochRecord } from '@/lib/network/run';
import styles from './EpochScrubber.module.css';

interface Props {
  readonly epochs: readonly EpochRecord[];
  /** The index of the displayed epoch; one past the last: now. */
  readonly at: number;
  /** The index of the pinned epoch; -1: none. */
  readonly pinned: number;
}

/** The run's training loss behind the slider: as wide as its track, so that the thumb is at its epoch. */
export function LossLine({ epochs, at, pinned }: Props) {
  const losses = epochs.map(({ loss }) => loss);
  const most = Math.max(...losses.filter(Number.isFinite), Number.MIN_VALUE);
  // A non-finite loss is a gap: it has no height.
  const y = (loss: number) => 1 - barShare(loss / most);
  // Drawn by hand: this is on every page, and d3-shape would add 4 KB to each.
  const drawn = losses.map((loss, x) => {
    if (!Number.isFinite(loss)) return '';
    return `${Number.isFinite(losses[x - 1]) ? 'L' : 'M'}${x},${y(loss)}`;
  });
  const shown = losses[at];
  return (
    <svg
      className={styles.loss}
      viewBox={`0 0 ${epochs.length} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={drawn.join('')} />
      {pinned >= 0 && <line x1={pinned} x2={pinned} y1={0} y2={1} data-pinned="true" />}
      {shown !== undefined && <line x1={at} x2={at} y1={Number.isFinite(shown) ? y(shown) : 0} y2={1} />}
    </svg>
  );
}
