import { formatDefaultLocale } from 'd3-format';
import type { ScaleLinear } from 'd3-scale';
import { NUMBER_FORM } from '@/lib/format/number-form';
import type { Frame } from './frame';
import styles from './LineChart.module.css';

// Scales write their ticks in d3's language, which is made the reader's.
formatDefaultLocale(NUMBER_FORM);

type Scale = ScaleLinear<number, number>;

/** From here on a tick is written short: 20k. */
const LONG = 10_000;
/** So many ticks on the y axis, about. */
export const TICKS = 4;

interface Props {
  readonly frame: Frame;
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly number[];
  readonly xLabel: string;
  /** How y's ticks are written, as d3-format says it: "%". */
  readonly yTicks?: string;
}

/** A few ticks, hairlines across, and what runs along x. */
export function Axes({ frame, x, y, xTicks, xLabel, yTicks }: Props) {
  const largest = Math.max(...y.domain());
  const written = y.tickFormat(TICKS, yTicks ?? (largest >= LONG ? '~s' : undefined));
  return (
    <g>
      {y.ticks(TICKS).map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line className={styles.rule} x1={frame.left} x2={frame.right} />
          <text className={styles.tick} x={frame.left - 8} dy="0.32em" textAnchor="end">
            {written(tick)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <g key={tick} transform={`translate(${x(tick)} ${frame.bottom})`}>
          <line className={styles.notch} y2={5} />
          <text className={styles.tick} y={9} dy="0.71em" textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      <text className={styles.axisLabel} x={frame.right + 16} y={frame.bottom + 9} dy="0.71em">
        {xLabel}
      </text>
    </g>
  );
}
