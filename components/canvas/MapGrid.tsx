'use client';

import { type CSSProperties, type MouseEvent, memo, useId, useMemo } from 'react';
import { Tile } from '@/components/controls/Tile';
import type { ColourRange } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import { type Cell, cellAt, type MapShape } from '@/lib/tensor/tensor';
import dead from '@/words/dead';
import words from '@/words/map-grid';
import { channelStats, planeOf } from './channel-stats';
import styles from './MapGrid.module.css';
import { PixelCanvas } from './PixelCanvas';
import { planeImage } from './paint';
import { placeAt } from './walk';

interface Props {
  /** height x width x channels values; null keeps the frames. */
  readonly values: Float32Array | null;
  readonly shape: MapShape;
  /** One range for all maps, so that they can be compared. */
  readonly range: ColourRange;
  readonly selected: number;
  /** The label of the group: "Feature maps of conv1". */
  readonly label: string;
  /** The note on a map that is 0 everywhere. */
  readonly zero?: string;
  onSelect(channel: number): void;
  /** Opens a value's arithmetic: a click on the chosen map its cell, Enter the largest value of a map. */
  onOpen?(cell: Cell): void;
}

/** All maps of a stage, small and in one colour range; one of them is selected. */
export const MapGrid = memo(function MapGrid(props: Props) {
  const { values, shape, range, selected, label, zero = dead.never(), onSelect, onOpen } = props;
  const name = useId();
  const openUnder = (event: MouseEvent<HTMLInputElement>, channel: number) => {
    const canvas = event.currentTarget.parentElement?.querySelector('canvas');
    // A click from the keyboard has no position.
    if (!canvas || event.detail === 0 || channel !== selected) return;
    const [height, width] = shape;
    const { row, column } = placeAt(
      canvas.getBoundingClientRect(),
      event.clientX,
      event.clientY,
      height,
      width,
    );
    onOpen?.([row, column, channel]);
  };
  const channels = Array.from({ length: shape[2] }, (_, channel) => channel);
  const stats = useMemo(() => (values ? channelStats(values, shape) : null), [values, shape]);
  return (
    <fieldset>
      <legend className="visually-hidden">{label}</legend>
      <div className={styles.maps}>
        {channels.map((channel) => {
          const silent = stats !== null && stats[channel].least === 0 && stats[channel].largest === 0;
          const description = silent
            ? zero
            : stats && words.largest({ value: formatNumber(stats[channel].largest) });
          return (
            <Tile
              key={channel}
              className={styles.tile}
              title={description ? words.title({ channel, words: description }) : words.bare({ channel })}
              name={name}
              checked={channel === selected}
              onChoose={() => onSelect(channel)}
              onClick={(event) => openUnder(event, channel)}
              onKeyDown={({ key }) => {
                if (key === 'Enter' && stats) onOpen?.(cellAt(shape, stats[channel].at));
              }}
            >
              <Thumb values={values} shape={shape} channel={channel} range={range} />
              <span className={`number ${silent ? styles.dead : ''}`}>
                <span className="visually-hidden">{words.map()} </span>
                {channel}
              </span>
              {description && <span className="visually-hidden">, {description}</span>}
            </Tile>
          );
        })}
      </div>
    </fieldset>
  );
});

type ThumbProps = Pick<Props, 'values' | 'shape' | 'range'> & { readonly channel: number };

/** Repainted only when its values or the range change. */
const Thumb = memo(function Thumb({ values, shape, channel, range }: ThumbProps) {
  const [height, width, depth] = shape;
  const image = useMemo(
    () => (values ? planeImage(planeOf(values, depth, channel), height, width, range) : null),
    [values, depth, channel, height, width, range],
  );
  return (
    <PixelCanvas
      image={image}
      height={height}
      width={width}
      className={styles.map}
      style={{ '--columns': width } as CSSProperties}
    />
  );
});
