import { OpenValue } from '@/components/values/OpenValue';
import { formatCount, formatNumber } from '@/lib/format/format';
import { asPlace, cellAt, type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/figure-flatten';
import styles from './Figure.module.css';

interface Props {
  readonly values: Float32Array | null;
  readonly shape: MapShape;
  readonly index: number;
  onOpen(index: number): void;
}

/** Neighbours on each side. */
const REACH = 3;

/** The followed value between its neighbours in the vector, each with its place on the maps. */
export function VectorRun({ values, shape, index, onOpen }: Props) {
  const first = Math.max(0, Math.min(index - REACH, size(shape) - 2 * REACH - 1));
  const count = Math.min(size(shape) - first, 2 * REACH + 1);
  return (
    <ol className={styles.run} data-values={1} data-veil="index" aria-label={words.neighbours()}>
      {Array.from({ length: count }, (_, after) => first + after).map((at) => {
        const [row, column, channel] = asPlace(cellAt(shape, at));
        return (
          <li key={at} className={styles.value} data-followed={at === index}>
            <span className={`number ${styles.index}`}>
              <span className="visually-hidden">{words.index()} </span>
              {formatCount(at)}
            </span>
            {values ? (
              <OpenValue row tab={at === index} onOpen={() => onOpen(at)}>
                <strong className="number">{formatNumber(values[at])}</strong>
              </OpenValue>
            ) : (
              <strong className="number">{'\u00a0'}</strong>
            )}
            <span className={`number ${styles.index}`}>
              <span className="visually-hidden">{words.order()} </span>
              {row}, {column}, {channel}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
