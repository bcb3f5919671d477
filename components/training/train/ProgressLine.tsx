import { useDataSet } from '@/components/state/hooks';
import { formatBytes } from '@/lib/format/bytes';
import { formatCount, formatDuration } from '@/lib/format/format';
import { imagesOf, progressOf } from '@/lib/run/progress';
import { isPrepared, type TrainingPhase, type TrainingView } from '@/lib/store/training/training-view';
import words from '@/words/train-progress';
import { PHASE_WORD } from './phases';
import styles from './Train.module.css';

interface Line {
  /** How much of the bar is filled, 0..1; null while it is unknown. */
  readonly share: number | null;
  readonly text: string;
  readonly left: string;
}

/** How far a run is that another tab trains is only known there. A space keeps the line's height. */
const ELSEWHERE: Line = { share: null, text: '\u00a0', left: '' };

function downloadLine({ download }: TrainingView): Line {
  if (!download || download.total === 0) return { share: null, text: words.gettingReady(), left: '' };
  const share = download.loaded / download.total;
  if (share >= 1) return { share: null, text: words.unpacking(), left: '' };
  return {
    share,
    text: words.fetching(),
    left: words.loaded({ loaded: formatBytes(download.loaded), total: formatBytes(download.total) }),
  };
}

function timeLeft(phase: TrainingPhase, left: number | null): string {
  if (phase !== 'running' && phase !== 'paused') return '';
  return left === null ? words.measuring() : words.left({ time: formatDuration(Math.max(1000, left)) });
}

function trainingLine(view: TrainingView, images: number): Line {
  const { steps, done, left } = progressOf(
    view.settings,
    view.epochs,
    view.batches,
    imagesOf(view.settings, images),
  );
  // For a stored run only the epochs are known.
  const epoch = view.batches.at(-1)?.epoch ?? view.epochs.at(-1)?.epoch ?? 0;
  return {
    share: done / steps,
    text:
      done > 0
        ? words.steps({
            epoch,
            epochs: view.settings.epochs,
            done: formatCount(done),
            steps: formatCount(steps),
          })
        : words.toGo({ steps: formatCount(steps) }),
    left: timeLeft(view.phase, left),
  };
}

/**
 * The progress of the run: the phase, a bar, steps and the measured remaining time. Keeps its size in every
 * phase.
 */
export function ProgressLine({ view, elsewhere }: { view: TrainingView; elsewhere: boolean }) {
  const { counts } = useDataSet();
  const { share, text, left } = elsewhere
    ? ELSEWHERE
    : isPrepared(view.phase)
      ? downloadLine(view)
      : trainingLine(view, counts.training);
  return (
    <div className={styles.progress}>
      <p className={styles.phase}>{elsewhere ? words.elsewhere() : PHASE_WORD[view.phase]}</p>
      <p className={`number ${styles.left}`}>{left}</p>
      <progress
        className={styles.bar}
        aria-label={words.bar({ preparing: isPrepared(view.phase) ? 'yes' : 'no' })}
        max={1}
        {...(share === null ? {} : { value: share })}
      />
      <p className={`number ${styles.steps}`}>{text}</p>
    </div>
  );
}
