import styles from './MapCanvas.module.css';
import type { Place } from './walk';

/** A rectangle of cells; it may extend beyond the plane where there is padding. */
export interface Box extends Place {
  readonly height: number;
  readonly width: number;
}

interface Props {
  readonly height: number;
  readonly width: number;
  /** Outlined in the accent colour: the followed value, or the window that it comes from. */
  readonly box?: Box;
  /** One marked cell of the box: the winner of a pooling window. */
  readonly mark?: Place;
  /** The cell that the arrow keys move, outlined while the plane has focus. */
  readonly cursor?: Place;
}

/** The overlay of a plane: the trace, in its own colour. One unit is one value. */
export function MapOverlay({ height, width, box, mark, cursor }: Props) {
  return (
    <svg
      className={styles.overlay}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {box && (
        <g className={styles.box} style={{ transform: `translate(${box.column}px, ${box.row}px)` }}>
          <rect className={styles.halo} width={box.width} height={box.height} />
          <rect className={styles.outline} width={box.width} height={box.height} />
        </g>
      )}
      {mark && <circle className={styles.dot} cx={mark.column + 0.5} cy={mark.row + 0.5} r={0.36} />}
      {cursor && <rect className={styles.cursor} x={cursor.column} y={cursor.row} width={1} height={1} />}
    </svg>
  );
}
