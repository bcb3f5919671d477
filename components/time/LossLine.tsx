import type { EpochRecord } from '@/lib/engine/protocol';
import styles from './EpochScrubber.module.css';

interface Props {
  readonly epochs: readonly EpochRecord[];
  /** The place of the epoch shown; one past the last: now. */
  readonly at: number;
  /** The place of the epoch that is held; -1: none. */
  readonly held: number;
}

/** The run's training loss behind the slider: as wide as its track, so that the thumb stands at its epoch. */
export function LossLine({ epochs, at, held }: Props) {
  const losses = epochs.map(({ loss }) => (Number.isFinite(loss) ? loss : 0));
  const most = Math.max(...losses, Number.MIN_VALUE);
  const y = (loss: number) => 1 - loss / most;
  const points = losses.map((loss, x) => `${x},${y(loss)}`).join(' ');
  const shown = losses[at];
  return (
    <svg
      className={styles.loss}
      viewBox={`0 0 ${epochs.length} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <polyline points={points} />
      {held >= 0 && <line x1={held} x2={held} y1={0} y2={1} data-held="true" />}
      {shown !== undefined && <line x1={at} x2={at} y1={y(shown)} y2={1} />}
    </svg>
  );
}
