import { useClassWord } from '@/components/state/hooks';
import { OpenValue } from '@/components/values/OpenValue';
import { formatPercent } from '@/lib/format/format';
import { largestAt } from '@/lib/tensor/largest';
import words from '@/words/probabilities';
import styles from './ProbabilityBars.module.css';
import { barFill } from './share';

interface Props {
  readonly classes: readonly string[];
  /** One probability per class, in order; null until they exist, which reserves the room. */
  readonly probabilities: ArrayLike<number> | null;
  /** Labels the list for screen readers: "Probabilities of epoch 3". */
  readonly label?: string;
  /** Opens the arithmetic of a class's probability. */
  onOpen?(unit: number): void;
}

/** One labelled bar per class, from 0 to 1; the most probable is emphasized. */
export function ProbabilityBars({ classes, probabilities, label = words.title(), onOpen }: Props) {
  const classWord = useClassWord();
  const best = probabilities ? largestAt(probabilities) : -1;
  return (
    <ol className={styles.bars} aria-label={label} data-values={1}>
      {classes.map((name, index) => {
        const probability = probabilities?.[index];
        return (
          <li key={name} className={styles.bar} data-best={index === best}>
            <span>
              {onOpen ? (
                <OpenValue row tab={index === best} onOpen={() => onOpen(index)}>
                  {classWord(name)}
                </OpenValue>
              ) : (
                classWord(name)
              )}
            </span>
            <span className={styles.track} aria-hidden="true">
              {probability !== undefined && <span className={styles.fill} style={barFill(probability)} />}
            </span>
            <span className={`number ${styles.share}`}>
              {probability === undefined ? '\u00a0' : formatPercent(probability)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
