import type { ScaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { placeOf } from './axis';
import type { Frame } from './frame';
import styles from './LineChart.module.css';
import { dodge, type Point } from './line-geometry';

/** One line of a chart. Lines are told apart by weight, dash, marks and the label at their end, not by hue. */
export interface ChartLine {
  readonly id: string;
  /** What stands at the line's end; left out for a line that only backs another. */
  readonly label?: string;
  /** What it is called where a value of it is not finite, if not by its label. */
  readonly name?: string;
  /** Its gaps are part of what it shows and need no sentence. */
  readonly gaps?: 'meant';
  readonly points: readonly Point[];
  /** How far around the line its values spread: its edges have the dash of the line. */
  readonly band?: readonly BandPoint[];
  readonly look: 'heavy' | 'dashed' | 'dotted' | 'broken' | 'fine';
  /** A sign at each point: for measured epochs, not for batches. */
  readonly marks?: 'dot' | 'ring';
}

/** From where to where values lie at a place of x. */
export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

type Scale = ScaleLinear<number, number>;
const LABEL_ROOM = 15;

/** Whether a point has a place; where it has none, the line has a gap. */
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

/** The lines' names at their ends, moved apart where they would meet. */
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
