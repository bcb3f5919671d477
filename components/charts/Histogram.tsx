import { bin, range as indices, max, maxIndex } from 'd3-array';
import { useMemo } from 'react';
import { formatCount, formatNumber } from '@/lib/format/format';
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

/** A histogram of values: 32 bars, each of 8 of the 256 steps of a byte. */
export function Histogram({ name, values, high, followed }: Props) {
  const bars = useMemo(() => {
    // 256 steps and not 255, so that every bar covers equally many values.
    const end = (high * 256) / 255;
    const count = bin<number, number>()
      .domain([0, end])
      .thresholds(indices(1, BARS).map((n) => (n / BARS) * end));
    return count(values ?? []);
  }, [values, high]);
  const most = max(bars, ({ length }) => length) ?? 0;
  const x = (value: number) => (value / ((high * 256) / 255)) * WIDTH;
  const y = (count: number) => (count / Math.max(1, most)) * HEIGHT;
  const tallest = bars[maxIndex(bars, ({ length }) => length)];
  const description =
    values && tallest
      ? words.tallest({
          count: formatCount(tallest.length),
          all: formatCount(values.length),
          from: formatNumber(tallest.x0 ?? 0, 3),
          to: formatNumber(tallest.x1 ?? 0, 3),
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
        {bars.map((bar) => {
          const [from, to] = [bar.x0 ?? 0, bar.x1 ?? 0];
          return (
            <rect
              key={from}
              className={styles.bars}
              x={x(from) + 0.3}
              width={x(to) - x(from) - 0.6}
              y={HEIGHT - y(bar.length)}
              height={y(bar.length)}
            />
          );
        })}
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
