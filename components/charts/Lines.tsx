import type { ScaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { placeOf } from './axis';
import type { Frame } from './frame';
import styles from './LineChart.module.css';
import { dodge, type Point, spanOf, standClear } from './line-geometry';

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
const LABEL_ROOM = 15;

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
  readonly x: Scale;
  readonly y: Scale;
}

/** A label within the plot: the width of a letter, how far it is from the edge, and its room above and below a line. */
const LETTER = 7;
const INSET = 4;
const ROOM = 4;

/** Where labels within the plot stand clear of the lines that are read; null where they can't. The text ends `ROOM` above a place. */
function offLines(
  ends: readonly { readonly label: string; readonly at: number }[],
  lines: readonly ChartLine[],
  { frame, x, y }: Omit<EndsProps, 'lines'>,
): readonly number[] | null {
  const paths = lines
    .filter(({ look }) => look !== 'fine')
    .map(({ points }) =>
      points.filter(drawn).map((point) => ({ x: placeOf(x, point.x), y: placeOf(y, point.y) })),
    );
  const taken = ends.map(({ label }) =>
    paths.flatMap((path) => {
      const span = spanOf(path, frame.right - INSET - label.length * LETTER, frame.right);
      return span ? [[span[0] - ROOM, span[1] + ROOM] as const] : [];
    }),
  );
  const tops = standClear(
    ends.map(({ at }) => at - LABEL_ROOM - ROOM),
    taken,
    LABEL_ROOM,
    [frame.top - ROOM, frame.bottom],
  );
  return tops?.map((top) => top + LABEL_ROOM + ROOM) ?? null;
}

/** The lines' labels at their ends, moved apart where they would overlap; within the plot, off the lines where there is room. */
export function LineEnds({ lines, frame, x, y }: EndsProps) {
  const ends = lines.flatMap(({ id, label, points }) => {
    const last = points.findLast(drawn);
    return label && last ? [{ id, label, at: placeOf(y, last.y) }] : [];
  });
  const at = ends.map((end) => end.at);
  const low = frame.inside ? frame.top + LABEL_ROOM : frame.top;
  const places =
    (frame.inside && offLines(ends, lines, { frame, x, y })) || dodge(at, LABEL_ROOM, low, frame.bottom - 6);
  return ends.map(({ id, label }, n) => (
    <text
      key={id}
      className={styles.end}
      x={frame.right + (frame.inside ? -INSET : 11)}
      y={places[n]}
      dy={frame.inside ? '-0.6em' : '0.32em'}
      textAnchor={frame.inside ? 'end' : 'start'}
    >
      {label}
    </text>
  ));
}
