'use client';

import type { ColourRange } from '@/lib/format/colour-maps';
import { cellColours } from '@/lib/format/dark-colours';
import { formatNumber, formatTight } from '@/lib/format/format';
import words from '@/words/inspector';
import styles from './NumberGrid.module.css';

interface Props {
  readonly title: string;
  /** Row by row; null for padding. */
  readonly values: readonly (number | null)[];
  readonly columns: number;
  readonly range: ColourRange;
  /** The cell under the pointer, here or elsewhere. */
  readonly pointed: number;
  /** The winner of a pooling window. */
  readonly winner?: number;
  onPoint(at: number | null): void;
  onOpen(at: number): void;
}

/**
 * A few values as squares with their numbers. For the eye and the pointer: the list of terms beside it has
 * the same content as text, with keyboard navigation.
 */
export function NumberGrid({ title, values, columns, range, pointed, winner, onPoint, onOpen }: Props) {
  return (
    <div className={styles.grid}>
      <span className={styles.title}>{title}</span>
      <div
        className={`number ${styles.cells}`}
        style={{ gridTemplateColumns: `repeat(${columns}, var(--cell))` }}
        onPointerLeave={() => onPoint(null)}
        aria-hidden="true"
      >
        {values.map((value, at) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: see above
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
            key={at}
            className={styles.cell}
            data-pointed={at === pointed}
            data-won={at === winner}
            data-long={value !== null && formatTight(value).length > 6}
            title={value === null ? words.padding() : formatNumber(value, 6)}
            style={value === null ? undefined : cellColours(range, value)}
            onPointerEnter={() => onPoint(at)}
            onClick={() => onOpen(at)}
          >
            {value === null ? '–' : formatTight(value)}
          </span>
        ))}
      </div>
    </div>
  );
}
