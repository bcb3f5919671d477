import type { Place } from '@/components/canvas/walk';
import { OpenValue } from '@/components/values/OpenValue';
import { inkOnRgb } from '@/lib/format/colour-maps';
import { type MapShape, offset } from '@/lib/tensor/tensor';
import words from '@/words/figure-image';
import styles from './Loupe.module.css';
import { LOUPE, loupeStart } from './loupe-box';

interface Props {
  readonly values: Float32Array | null;
  readonly shape: MapShape;
  readonly channel: number;
  readonly place: Place;
  /** The value of full brightness. */
  readonly high: number;
  readonly caption: string;
  /** The place whose value is hidden while it is to be predicted. */
  readonly veiled?: Place;
  /** Returns few characters: a cell is narrow. */
  write(value: number): string;
  onOpen(place: Place): void;
}

/** The pixels around a place in their true colours, large enough to print one channel of each. */
export function Loupe({ values, shape, channel, place, high, caption, veiled, write, onOpen }: Props) {
  const [height, width] = shape;
  const top = loupeStart(place.row, height);
  const left = loupeStart(place.column, width);
  const colourOf = (row: number, column: number) => {
    const [r, g, b] = [0, 1, 2].map(
      (own) => ((values?.[offset(shape, [row, column, own])] ?? 0) / high) * 255,
    );
    return { background: `rgb(${r} ${g} ${b})`, color: inkOnRgb(r, g, b) };
  };
  const rows = Array.from({ length: Math.min(height - top, LOUPE) }, (_, at) => top + at);
  const columns = Array.from({ length: Math.min(width - left, LOUPE) }, (_, at) => left + at);
  return (
    <table className={`number ${styles.loupe}`}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td style={{ background: 'none', width: '1.35rem', height: '1.2rem' }} />
          {columns.map((column) => (
            <th key={column} scope="col">
              <span className="visually-hidden">{words.column()} </span>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-values={columns.length}>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">
              <span className="visually-hidden">{words.row()} </span>
              {row}
            </th>
            {columns.map((column) => {
              const value = values?.[offset(shape, [row, column, channel])];
              const followed = row === place.row && column === place.column;
              if (value === undefined) return <td key={column} data-followed={followed} />;
              return (
                <td key={column} data-followed={followed} style={colourOf(row, column)}>
                  <div data-veil={row === veiled?.row && column === veiled.column ? 'value' : undefined}>
                    <OpenValue tab={followed} onOpen={() => onOpen({ row, column })}>
                      {write(value)}
                    </OpenValue>
                  </div>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
