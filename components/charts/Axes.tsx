import type { ScaleLinear } from 'd3-scale';
import type { Axis } from './axis';
import type { Frame } from './frame';
import styles from './LineChart.module.css';

type Scale = ScaleLinear<number, number>;

interface Props {
  readonly frame: Frame;
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly number[];
  readonly xLabel: string;
  readonly yTicks: Axis['ticks'];
}

/** A few ticks with hairlines across, and the label of the x axis. */
export function Axes({ frame, x, y, xTicks, xLabel, yTicks }: Props) {
  return (
    <g>
      {yTicks.map(({ at, label }) => (
        <g key={at} transform={`translate(0 ${y(at)})`}>
          <line className={styles.rule} x1={frame.left} x2={frame.right} />
          <text className={styles.tick} x={frame.left - 8} dy="0.32em" textAnchor="end">
            {label}
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
      {!frame.narrow && (
        <text className={styles.axisLabel} x={frame.right + 16} y={frame.bottom + 9} dy="0.71em">
          {xLabel}
        </text>
      )}
    </g>
  );
}
