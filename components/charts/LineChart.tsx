'use client';

import { scaleLinear } from 'd3-scale';
import { type PointerEvent, useId, useRef } from 'react';
import { SaveImage } from '@/components/controls/SaveImage';
import { formatNumber } from '@/lib/format/format';
import charts from '@/words/charts';
import { Axes } from './Axes';
import { axisOf, placeOf, wholeTicks } from './axis';
import { frameOf } from './frame';
import styles from './LineChart.module.css';
import { type ChartLine, drawn, Legend, LineEnds, Lines } from './Lines';
import { useSize } from './use-size';

export type { ChartLine } from './Lines';

/** The style sheet sets the frame's height; this size is drawn before it was measured. */
const FIRST_SIZE = { width: 560, height: 220 };
/** The distance from a mark's edge to its point. */
const MARK = 6;

interface Props {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly x: { readonly label: string; readonly domain: readonly [number, number] };
  readonly y: { readonly domain: readonly [number, number]; readonly ticks?: string };
  /** The whole x of the cursor. Null: none. */
  readonly cursor: number | null;
  /** The first and the last x of the cursor; null while there is nothing to read. */
  readonly reach: readonly [number, number] | null;
  onCursor(x: number): void;
  /** Moving the cursor changes more than the chart: a mouse then has to be pressed for it. */
  readonly pressed?: boolean;
  /** Another x that is marked, which is compared with the cursor's. */
  readonly pinned?: number | null;
  /** The values at the cursor in words, shown above the chart and read out. */
  readonly readout: string;
  /** The text in the frame while there is nothing to draw. */
  readonly empty?: string;
}

/**
 * Lines over whole steps (epochs). The pointer or the arrow keys move a cursor along x; its values are shown
 * and read out. The values of the whole chart belong in a table beside it.
 */
export function LineChart(props: Props) {
  const {
    title,
    lines,
    x,
    y,
    cursor,
    reach,
    onCursor,
    pressed = false,
    pinned = null,
    readout,
    empty,
  } = props;
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  const clip = useId();
  const { width, height } = useSize(box, FIRST_SIZE);
  const axis = axisOf(y.domain, y.ticks);
  const frame = frameOf(width, height, Math.max(...axis.ticks.map(({ label }) => label.length)));
  const scaleX = scaleLinear(x.domain, [frame.left, frame.right]);
  const scaleY = scaleLinear(axis.domain, [frame.bottom, frame.top]);
  const point = (event: PointerEvent<SVGSVGElement>) => {
    if (!reach || ((pressed || event.pointerType !== 'mouse') && event.buttons === 0)) return;
    const at = scaleX.invert(event.clientX - event.currentTarget.getBoundingClientRect().left);
    onCursor(Math.max(reach[0], Math.min(reach[1], Math.round(at))));
  };
  return (
    <figure className={styles.chart} aria-labelledby={heading}>
      <figcaption className={styles.caption}>
        <span id={heading} className={styles.title}>
          {title}
        </span>
        <span className={`number ${styles.readout}`} aria-hidden="true">
          {readout}
        </span>
      </figcaption>
      <div ref={box} className={styles.box} data-narrow={frame.narrow}>
        {reach && (
          <input
            type="range"
            className={styles.walker}
            aria-label={`${title}: ${x.label}`}
            aria-valuetext={readout}
            min={reach[0]}
            max={reach[1]}
            value={cursor ?? reach[1]}
            onChange={(event) => onCursor(event.currentTarget.valueAsNumber)}
          />
        )}
        <svg
          className={styles.drawing}
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          onPointerDown={point}
          onPointerMove={point}
        >
          <Axes
            frame={frame}
            x={scaleX}
            y={scaleY}
            xTicks={wholeTicks(x.domain, (frame.right - frame.left) / 34)}
            xLabel={x.label}
            yTicks={axis.ticks}
          />
          {reach && pinned !== null && (
            <line
              className={styles.cursor}
              data-pinned
              x1={placeOf(scaleX, pinned)}
              x2={placeOf(scaleX, pinned)}
              y1={frame.top}
              y2={frame.bottom}
            />
          )}
          {reach && cursor !== null && (
            <line
              className={styles.cursor}
              x1={placeOf(scaleX, cursor)}
              x2={placeOf(scaleX, cursor)}
              y1={frame.top}
              y2={frame.bottom}
            />
          )}
          <clipPath id={clip}>
            {/* The width is open: marks at the ends are whole. */}
            <rect x={0} width={width} y={frame.top - MARK} height={frame.bottom - frame.top + 2 * MARK} />
          </clipPath>
          <g clipPath={`url(#${clip})`}>
            <Lines lines={lines} x={scaleX} y={scaleY} cursor={reach ? cursor : null} />
          </g>
          {!frame.narrow && <LineEnds lines={lines} frame={frame} y={scaleY} />}
        </svg>
        {empty && lines.every(({ points }) => points.length === 0) && (
          <p className={styles.empty}>
            <span>{empty}</span>
          </p>
        )}
      </div>
      {frame.narrow && <Legend lines={lines} />}
      {lines.map((line) => (
        <Gaps key={line.id} line={line} axis={x.label} />
      ))}
      <SaveImage />
    </figure>
  );
}

/** Names the values of a line that the chart can't show because they are not finite. */
function Gaps({ line, axis }: { readonly line: ChartLine; readonly axis: string }) {
  const name = line.name ?? line.label;
  const missing = line.points.filter((point) => !drawn(point));
  if (!name || line.gaps === 'meant' || missing.length === 0) return null;
  const at = formatNumber(missing[0].x, 2);
  return <p className={styles.gaps}>{charts.gaps({ line: name, count: missing.length, axis, at })}</p>;
}
