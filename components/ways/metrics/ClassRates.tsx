import { bold, number, Rich } from '@/components/site/Rich';
import { ScrollBox } from '@/components/site/ScrollBox';
import { formatPercent } from '@/lib/format/format';
import { againstRest, ratesOf } from '@/lib/metrics/classification';
import words from '@/words/metrics';
import type { Behind } from './behind';
import styles from './Metrics.module.css';
import { shareWords } from './words';

interface Props {
  /** The actual class of each image. */
  readonly labels: ArrayLike<number>;
  /** The most probable class of each image. */
  readonly answers: readonly number[];
  readonly classes: readonly string[];
  /** The class that is looked at further below; absent where nothing is. */
  readonly target?: number;
  onChoose?(target: number): void;
  onOpen(behind: Behind): void;
}

/** Precision, recall and F1 of each class against the others; the counts open their images. */
export function ClassRates({ labels, answers, classes, target, onChoose, onOpen }: Props) {
  const rows = classes.map((name, unit) => {
    const parts = againstRest(labels, unit, (image) => answers[image] === unit);
    return { name, unit, parts, rates: ratesOf(parts) };
  });
  const mean = rows.reduce((sum, { rates }) => sum + rates.f1, 0) / rows.length;
  return (
    <>
      <ScrollBox label={words.caption()} className={styles.scroll}>
        <table className="table">
          <caption>{words.caption()}</caption>
          <thead>
            <tr>
              <th scope="col">{words.class()}</th>
              <th scope="col">{words.precision()}</th>
              <th scope="col">{words.recall()}</th>
              <th scope="col">{words.f1()}</th>
              <th scope="col">{words.hits()}</th>
              <th scope="col">{words.falseAlarms()}</th>
              <th scope="col">{words.misses()}</th>
            </tr>
          </thead>
          <tbody className="number">
            {rows.map(({ name, unit, parts, rates }) => (
              <tr key={name}>
                <th scope="row">
                  {onChoose ? (
                    <label className={styles.class}>
                      <input
                        type="radio"
                        name="metrics-class"
                        checked={unit === target}
                        onChange={() => onChoose(unit)}
                      />
                      {name}
                    </label>
                  ) : (
                    name
                  )}
                </th>
                <td>{shareWords(rates.precision)}</td>
                <td>{shareWords(rates.recall)}</td>
                <td>{shareWords(rates.f1)}</td>
                <Count images={parts.hits} words={words.predictedAs({ name })} onOpen={onOpen} />
                <Count images={parts.falseAlarms} words={words.somethingElse({ name })} onOpen={onOpen} />
                <Count images={parts.misses} words={words.calledElse({ name })} onOpen={onOpen} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p>
        <Rich text={words.rates({ mean: formatPercent(mean) })} tags={{ b: bold, n: number }} />
      </p>
    </>
  );
}

interface CountProps {
  readonly images: readonly number[];
  readonly words: string;
  onOpen(behind: Behind): void;
}

function Count({ images, words, onOpen }: CountProps) {
  const { length } = images;
  return (
    <td>
      {length === 0 ? (
        0
      ) : (
        <button
          type="button"
          className={`button-text ${styles.count}`}
          aria-label={`${length} ${words}`}
          onClick={() => onOpen({ title: `${length} ${words}`, indices: images })}
        >
          {length}
        </button>
      )}
    </td>
  );
}
