import { type ColourRange, type ColourTable, gradientOf, tableOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import words from '@/words/legend';
import styles from './Legend.module.css';

interface Props {
  readonly range: ColourRange;
  /** Set where the plane is not painted in the default colours of its range. */
  readonly colours?: ColourTable;
  /** What the numbers are: "value", "weight". */
  readonly of: string;
  /** Whether its plane is as dark as signed values are in the dark theme; not where they lie over an image. */
  readonly signed?: boolean;
}

const digits = (value: number) => formatNumber(value, 2);

/** A colour scale: the bar, its ends and its middle. */
export function Legend({ range, colours, of, signed = range.kind === 'diverging' && !colours }: Props) {
  // Where all values are equal, or there are none yet, one end is enough.
  const flat = range.low === range.high;
  const middle = (range.low + range.high) / 2;
  return (
    <p className={styles.legend}>
      <span
        className={styles.bar}
        style={{ background: gradientOf(colours ?? tableOf(range)) }}
        data-scale={signed ? 'signed' : undefined}
        aria-hidden="true"
      />
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
