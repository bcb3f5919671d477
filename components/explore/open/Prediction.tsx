import { formatPercent } from '@/lib/format/format';
import { ranked } from '@/lib/questions/choose';
import type { Result } from '@/lib/result';
import words from '@/words/open-network';
import styles from './Open.module.css';

interface Props {
  /** Undefined while it is being computed. */
  readonly predicted: Result<Float32Array> | undefined;
  readonly classes: readonly string[];
}

/** How many classes are shown for each way of preparing. */
const SHOWN = 3;

/** The most probable classes. */
export function Prediction({ predicted, classes }: Props) {
  if (!predicted) return <span className={styles.predicted}>{words.predicting()}</span>;
  if (!predicted.ok) return <span className={styles.predicted}>{predicted.problem.sentence}</span>;
  const shares = [...predicted.value];
  return (
    <span className={styles.predicted}>
      {ranked(shares)
        .slice(0, SHOWN)
        .map((unit) => (
          <span key={unit} className={styles.share}>
            <span>{classes[unit]}</span> <span className="number">{formatPercent(shares[unit])}</span>
          </span>
        ))}
    </span>
  );
}
