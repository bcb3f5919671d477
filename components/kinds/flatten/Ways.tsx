import { NumberField } from '@/components/controls/NumberField';
import { Arithmetic } from '@/components/figures/parts/Arithmetic';
import { formatCount } from '@/lib/format/format';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/figure-flatten';
import styles from './Figure.module.css';

interface PlaceProps {
  readonly shape: MapShape;
  /** Row, column, channel. */
  readonly place: MapShape;
  onPick(place: MapShape): void;
}

/** Fields for typing a place on the maps. */
export function PlaceFields({ shape, place, onPick }: PlaceProps) {
  const [row, column, channel] = place;
  return (
    <div className={styles.fields}>
      <NumberField
        label={words.row()}
        value={row}
        last={shape[0] - 1}
        onPick={(n) => onPick([n, column, channel])}
      />
      <NumberField
        label={words.column()}
        value={column}
        last={shape[1] - 1}
        onPick={(n) => onPick([row, n, channel])}
      />
      <NumberField
        label={words.channel()}
        value={channel}
        last={shape[2] - 1}
        onPick={(n) => onPick([row, column, n])}
      />
    </div>
  );
}

interface IndexProps {
  readonly length: number;
  readonly index: number;
  onPick(index: number): void;
}

/** A field for typing an index of the vector. */
export function IndexFields({ length, index, onPick }: IndexProps) {
  return (
    <div className={styles.fields}>
      <NumberField label={words.index()} value={index} last={length - 1} onPick={onPick} />
    </div>
  );
}

/** From place to index and back, with the real numbers. */
export function IndexArithmetic({
  shape,
  place,
  index,
}: Omit<PlaceProps, 'onPick'> & { readonly index: number }) {
  const [, width, channels] = shape;
  const [row, column, channel] = place;
  const at = Math.floor(index / channels);
  const number = (n: number, note: string) => ({ text: formatCount(n), note });
  return (
    <div className={styles.ways}>
      <Arithmetic
        label={words.toIndex()}
        parts={[
          '(',
          number(row, words.row()),
          '×',
          number(width, words.columns()),
          '+',
          number(column, words.column()),
          ') ×',
          number(channels, words.channels()),
          '+',
          number(channel, words.channel()),
          '=',
          { ...number(index, words.index()), followed: true, veil: 'index' },
        ]}
      />
      <div data-veil="index">
        <Arithmetic
          label={words.toPlace()}
          parts={[
            { ...number(index, words.index()), followed: true },
            '÷',
            number(channels, words.channels()),
            '=',
            number(at, words.place()),
            words.rest(),
            number(channel, words.channel()),
            ';',
            number(at, words.place()),
            '÷',
            number(width, words.columns()),
            '=',
            number(row, words.row()),
            words.rest(),
            number(column, words.column()),
          ]}
        />
      </div>
    </div>
  );
}
