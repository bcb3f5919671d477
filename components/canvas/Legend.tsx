import { type ColourRange, type ColourTable, gradientOf, tableOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import words from '@/words/legend';
import styles from './Legend.module.css';

interface Props {
  readonly range: ColourRange;
  /** Where the plane is painted in other colours than its range's own. */
  readonly colours?: ColourTable;
  /** What the numbers are: "value", "weight". */
  readonly of: string;
}

const digits = (value: number) => formatNumber(value, 2);

/** What a colour means: the bar, its ends and its middle. */
export function Legend({ range, colours = tableOf(range), of }: Props) {
  // Where all is the same, or nothing is there yet, one end says it.
  const flat = range.low === range.high;
  const middle = (range.low + range.high) / 2;
  return (
    <p className={styles.legend}>
      <span className={styles.bar} style={{ background: gradientOf(colours) }} aria-hidden="true" />
      <span className={`number ${styles.tick}`}>
        <span className="visually-hidden">{words.from({ of })} </span>
        {digits(range.low)}
      </span>
      <span className={`number ${styles.tick}`} aria-hidden="true">
        {!flat && digits(middle)}
      </span>
      <span className={`number ${styles.tick}`}>
        {!flat && (
          <>
            <span className="visually-hidden"> {words.to()} </span>
            {digits(range.high)}
          </>
        )}
      </span>
    </p>
  );
}
