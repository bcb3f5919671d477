import { useId } from 'react';
import type { ColourRange } from '@/lib/colour/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Weights } from '@/lib/layers/types';
import { KernelSlice } from './KernelSlice';
import styles from './SliceGrid.module.css';

interface Props {
  readonly weights: Weights | null;
  readonly filter: number;
  readonly side: number;
  readonly range: ColourRange;
  /** The input channels in the order they are shown. */
  readonly order: readonly number[];
  /** What each input channel brings to the followed value; null until it is known. */
  readonly subtotals: readonly number[] | null;
  readonly chosen: number;
  nameOf(channel: number): string;
  onChoose(channel: number): void;
}

/** A filter's slices, one an input channel, each with what it brings; one of them is looked at closely. */
export function SliceGrid(props: Props) {
  const { weights, filter, side, range, order, subtotals, chosen, nameOf, onChoose } = props;
  const name = useId();
  return (
    <fieldset className={styles.grid}>
      <legend className={styles.title}>
        The filter’s {order.length} slices, strongest weights first, each with the sum of its products
      </legend>
      <div className={styles.slices}>
        {order.map((channel) => (
          <label key={channel} className={styles.option}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              checked={channel === chosen}
              onChange={() => onChoose(channel)}
            />
            <KernelSlice
              weights={weights}
              filter={filter}
              channel={channel}
              side={side}
              range={range}
              pixels={36}
            />
            <span>{nameOf(channel)}</span>
            <span className="number">{subtotals ? formatNumber(subtotals[channel]) : '\u00a0'}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
