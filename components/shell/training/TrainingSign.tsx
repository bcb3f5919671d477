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

/** On every page: the network is being trained, and how far it is. */
export function TrainingSign() {
  const done = useTrainingView(doneOf);
  if (done === null) return null;
  return (
    <span className={styles.sign}>
      <span className={styles.dot} aria-hidden="true" />
      <span className="visually-hidden">{words.goesOn()} </span>
      <span className="number">{formatWholePercent(done)}</span>
    </span>
  );
}
