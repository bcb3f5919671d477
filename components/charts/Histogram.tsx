import { useMemo } from 'react';
import { formatCount, formatNumber } from '@/lib/format/format';
import { countInBars } from '@/lib/tensor/bars';
import { largestAt } from '@/lib/tensor/largest';
import words from '@/words/histogram';
import styles from './Histogram.module.css';

interface Props {
  /** The counted quantity: "red". */
  readonly name: string;
  readonly values: Float32Array | null;
  /** The end of the axis, which begins at 0. */
  readonly high: number;
  /** The followed value is marked in the accent colour. */
  readonly followed?: number;
}

const BARS = 32;
const WIDTH = 128;
const HEIGHT = 40;
const NOTHING = new Float32Array(0);

/** A histogram of values: 32 bars, each of 8 of the 256 steps of a byte. */
export function Histogram({ name, values, high, followed }: Props) {
  // 256 steps and not 255, so that every bar covers equally many values.
  const end = (high * 256) / 255;
  const counts = useMemo(() => countInBars(values ?? NOTHING, end, BARS), [values, end]);
  const most = Math.max(...counts);
  const x = (value: number) => (value / end) * WIDTH;
  const y = (count: number) => (count / Math.max(1, most)) * HEIGHT;
  const from = (bar: number) => (bar / BARS) * end;
  const tallest = largestAt(counts);
  const description = values
    ? words.tallest({
        count: formatCount(most),
        all: formatCount(values.length),
        from: formatNumber(from(tallest), 3),
        to: formatNumber(from(tallest + 1), 3),
      })
    : words.loading();
  return (
    <div className={styles.histogram}>
      <p className={styles.title}>
        <span>{name}</span>
        {followed !== undefined && <span className="number">{formatNumber(followed)}</span>}
      </p>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.label({ name, words: description })}
      >
        {Array.from(counts, (count, bar) => (
          <rect
            key={from(bar)}
            className={styles.bars}
            x={x(from(bar)) + 0.3}
            width={WIDTH / BARS - 0.6}
            y={HEIGHT - y(count)}
            height={y(count)}
          />
        ))}
        {followed !== undefined && Number.isFinite(followed) && (
          <line className={styles.followed} x1={x(followed)} x2={x(followed)} y1={0} y2={HEIGHT} />
        )}
      </svg>
      <p className={`number ${styles.axis}`} aria-hidden="true">
        <span>0</span>
        <span>{formatNumber(high)}</span>
      </p>
    </div>
  );
}
