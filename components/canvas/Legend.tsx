import { type ColourRange, type ColourTable, gradientOf, tableOf } from '@/lib/colour/colour-maps';
import { formatNumber } from '@/lib/format/format';
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
  const middle = (range.low + range.high) / 2;
  return (
    <p className={styles.legend}>
      <span className={styles.bar} style={{ background: gradientOf(colours) }} aria-hidden="true" />
      <span className={`number ${styles.tick}`}>
        <span className="visually-hidden">Colours of each {of}, from </span>
        {digits(range.low)}
      </span>
      <span className={`number ${styles.tick}`} aria-hidden="true">
        {digits(middle)}
      </span>
      <span className={`number ${styles.tick}`}>
        <span className="visually-hidden"> to </span>
        {digits(range.high)}
      </span>
    </p>
  );
}
