import type { ScaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { placeOf } from './axis';
import type { Frame } from './frame';
import styles from './LineChart.module.css';
import { dodge, type Point } from './line-geometry';

/**
 * One line of a chart. Lines are distinguished by weight, dash, marks and the label at their end, not by hue.
 */
export interface ChartLine {
  readonly id: string;
  /** The label at the line's end; left out for a line that only supports another one. */
  readonly label?: string;
  /** Its name in the sentence about non-finite values; the label by default. */
  readonly name?: string;
  /** Its gaps are intended and need no sentence. */
  readonly gaps?: 'meant';
  readonly points: readonly Point[];
  /** The spread of the values around the line; the band's edges have the dash of the line. */
  readonly band?: readonly BandPoint[];
  readonly look: 'heavy' | 'dashed' | 'dotted' | 'broken' | 'fine';
  /** A mark at each point: for measured epochs, not for batches. */
  readonly marks?: 'dot' | 'ring';
}

/** The range of values at an x. */
export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

type Scale = ScaleLinear<number, number>;
const LABEL_ROOM = 18;

/** Whether a point can be drawn; otherwise the line has a gap. */
export const drawn = ({ x, y }: Point) => Number.isFinite(x) && Number.isFinite(y);

interface LinesProps {
  readonly lines: readonly ChartLine[];
  readonly x: Scale;
  readonly y: Scale;
  readonly cursor: number | null;
}

export function Lines({ lines, x, y, cursor }: LinesProps) {
  const path = line<Point>()
    .defined(drawn)
    .x((point) => placeOf(x, point.x))
    .y((point) => placeOf(y, point.y));
  const bandPath = area<BandPoint>()
    .defined((point) => [point.x, point.low, point.high].every(Number.isFinite))
    .x((point) => placeOf(x, point.x))
    .y0((point) => placeOf(y, point.low))
    .y1((point) => placeOf(y, point.high));
  return lines.map(({ id, points, band, look, marks }) => (
    <g key={id} data-look={look} className={styles.line}>
      {band && <path className={styles.band} d={bandPath(band) ?? undefined} />}
      <path d={path(points) ?? undefined} />
      {marks &&
        points
          .filter(drawn)
          .map((point) => (
            <circle
              key={point.x}
              data-mark={marks}
              cx={placeOf(x, point.x)}
              cy={placeOf(y, point.y)}
              r={point.x === cursor ? 5 : 3}
            />
          ))}
    </g>
  ));
}

interface EndsProps {
  readonly lines: readonly ChartLine[];
  readonly frame: Frame;
  readonly y: Scale;
}

/** The width of a line's sample: a whole period of each dash. */
const SAMPLE = 18;

/** The lines' labels at their ends, moved apart where they would overlap. */
export function LineEnds({ lines, frame, y }: EndsProps) {
  const ends = lines.flatMap(({ id, label, points }) => {
    const last = points.findLast(drawn);
    return label && last ? [{ id, label, at: placeOf(y, last.y) }] : [];
  });
  const places = dodge(
    ends.map(({ at }) => at),
    LABEL_ROOM,
    frame.top,
    frame.bottom - 6,
  );
  return ends.map(({ id, label }, n) => (
    <text key={id} className={styles.end} x={frame.right + 11} y={places[n]} dy="0.32em">
      {label}
    </text>
  ));
}

/** The same labels with a sample of each line, below a chart that has no room for them beside its plot. */
export function Legend({ lines }: Pick<EndsProps, 'lines'>) {
  const named = lines.filter(({ label }) => label);
  if (named.length === 0) return null;
  return (
    <ul className={styles.legend} aria-hidden="true">
      {named.map(({ id, label, look, marks }) => (
        <li key={id}>
          <svg
            className={styles.line}
            data-look={look}
            width={SAMPLE}
            height={8}
            viewBox={`0 0 ${SAMPLE} 8`}
            aria-hidden="true"
          >
            <path d={`M1 4H${SAMPLE - 1}`} />
            {marks && <circle data-mark={marks} cx={SAMPLE / 2} cy={4} r={3} />}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
