import { useId } from 'react';
import { Tile } from '@/components/controls/Tile';
import type { ColourRange } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Sides, Term, Weights } from '@/lib/kinds/types';
import { sumOf } from '@/lib/provenance/reads';
import words from '@/words/figure-conv';
import { KernelSlice } from './KernelSlice';
import styles from './SliceGrid.module.css';

interface Props {
  readonly weights: Weights | null;
  readonly filter: number;
  readonly sides: Sides;
  readonly range: ColourRange;
  /** The input channels in display order. */
  readonly order: readonly number[];
  /** The followed value's terms by input channel; null until they are computed. */
  readonly groups: readonly (readonly Term[])[] | null;
  readonly chosen: number;
  nameOf(channel: number): string;
  onChoose(channel: number): void;
}

/** A filter's slices, one per input channel, each with its contribution; one of them is enlarged. */
export function SliceGrid(props: Props) {
  const { weights, filter, sides, range, order, groups, chosen, nameOf, onChoose } = props;
  const name = useId();
  return (
    <fieldset className={styles.grid}>
      <legend className={styles.title}>{words.slices({ count: order.length })}</legend>
      <div className={styles.slices}>
        {order.map((channel) => (
          <Tile
            key={channel}
            className={styles.slice}
            name={name}
            checked={channel === chosen}
            onChoose={() => onChoose(channel)}
          >
            <KernelSlice {...{ weights, filter, channel, sides, range }} size={1.75} />
            <span>{nameOf(channel)}</span>
            <span className="number">{groups ? formatNumber(sumOf(groups[channel]), 3) : '\u00a0'}</span>
          </Tile>
        ))}
      </div>
    </fieldset>
  );
}
