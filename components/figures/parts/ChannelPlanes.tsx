import { memo, useId, useMemo } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage } from '@/components/canvas/paint';
import { channelTable } from '@/lib/colour/colour-maps';
import type { MapShape } from '@/lib/tensor/tensor';
import { COLOURS } from '../source';
import styles from './ChannelPlanes.module.css';

interface Props {
  readonly values: Float32Array | null;
  readonly shape: MapShape;
  /** The value of full brightness. */
  readonly high: number;
  readonly selected: number;
  /** Stacked where the figure is wide. */
  readonly column?: boolean;
  onSelect(channel: number): void;
}

/** The three channels of a picture, each in its own colour; one is looked at. */
export const ChannelPlanes = memo(function ChannelPlanes(props: Props) {
  const { values, shape, high, selected, onSelect } = props;
  const name = useId();
  return (
    <fieldset className={styles.planes} data-column={props.column ?? false}>
      <legend className="visually-hidden">The channel that is magnified</legend>
      {COLOURS.map((colour, channel) => (
        <label key={colour} className={styles.option}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            checked={channel === selected}
            onChange={() => onSelect(channel)}
          />
          <Plane {...{ values, shape, high, channel }} />
          {colour}
        </label>
      ))}
    </fieldset>
  );
});

function Plane({
  values,
  shape,
  high,
  channel,
}: Pick<Props, 'values' | 'shape' | 'high'> & { channel: number }) {
  const [height, width, depth] = shape;
  const image = useMemo(() => {
    if (!values) return null;
    const range = { kind: 'sequential', low: 0, high } as const;
    return planeImage(planeOf(values, depth, channel), height, width, range, channelTable(channel));
  }, [values, height, width, depth, high, channel]);
  return <PixelCanvas image={image} height={height} width={width} className={styles.plane} />;
}
