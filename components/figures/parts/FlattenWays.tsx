import { formatCount } from '@/lib/format/format';
import type { MapShape } from '@/lib/tensor/tensor';
import styles from '../FlattenFigure.module.css';
import { Arithmetic } from './Arithmetic';
import { NumberField } from './NumberField';

interface PlaceProps {
  readonly shape: MapShape;
  /** Row, column, channel. */
  readonly place: MapShape;
  onPick(place: MapShape): void;
}

/** A place on the maps, typed. */
export function PlaceFields({ shape, place, onPick }: PlaceProps) {
  const [row, column, channel] = place;
  return (
    <div className={styles.fields}>
      <NumberField label="row" value={row} last={shape[0] - 1} onPick={(n) => onPick([n, column, channel])} />
      <NumberField
        label="column"
        value={column}
        last={shape[1] - 1}
        onPick={(n) => onPick([row, n, channel])}
      />
      <NumberField
        label="channel"
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

/** An index of the vector, typed. */
export function IndexFields({ length, index, onPick }: IndexProps) {
  return (
    <div className={styles.fields}>
      <NumberField label="index" value={index} last={length - 1} onPick={onPick} />
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
        label="From the place to the index"
        parts={[
          '(',
          number(row, 'row'),
          '×',
          number(width, 'columns'),
          '+',
          number(column, 'column'),
          ') ×',
          number(channels, 'channels'),
          '+',
          number(channel, 'channel'),
          '=',
          { ...number(index, 'index'), followed: true, veil: 'index' },
        ]}
      />
      <div data-veil="index">
        <Arithmetic
          label="From the index to the place"
          parts={[
            { ...number(index, 'index'), followed: true },
            '÷',
            number(channels, 'channels'),
            '=',
            number(at, 'place'),
            'rest',
            number(channel, 'channel'),
            ';',
            number(at, 'place'),
            '÷',
            number(width, 'columns'),
            '=',
            number(row, 'row'),
            'rest',
            number(column, 'column'),
          ]}
        />
      </div>
    </div>
  );
}
