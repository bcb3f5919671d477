import type { CSSProperties } from 'react';
import { useTrainingView } from '@/components/state/hooks';
import { formatWholePercent } from '@/lib/format/format';
import { isTraining } from '@/lib/store/training/training';
import type { TrainingView } from '@/lib/store/training/training-view';
import words from '@/words/training-sign';
import styles from './TrainingSign.module.css';

/** How much of the run is done, in whole hundredths so that few steps change it; null while nothing trains. */
function doneOf(view: TrainingView): number | null {
  if (!isTraining(view)) return null;
  const last = view.batches.at(-1);
  if (!last) return 0;
  return Math.floor((100 * (last.epoch - 1 + last.batch / last.batches)) / view.settings.epochs) / 100;
}

/** How bright the dot is after how many steps, in turn: it beats with the training, and stands still when that does. */
const BEATS = [1, 0.6, 0.25, 0.6] as const;
const beatOf = ({ batches }: TrainingView): number => BEATS[batches.length % BEATS.length];

/** On every page: the network is being trained, and how far it is. */
export function TrainingSign() {
  const done = useTrainingView(doneOf);
  const beat = useTrainingView(beatOf);
  if (done === null) return null;
  return (
    <span className={styles.sign}>
      <span className={styles.dot} style={{ '--beat': beat } as CSSProperties} aria-hidden="true" />
      <span className="visually-hidden">{words.goesOn()} </span>
      <span className="number">{formatWholePercent(done)}</span>
    </span>
  );
}
