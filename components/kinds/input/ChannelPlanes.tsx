import { memo, type ReactNode, useId, useMemo } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage } from '@/components/canvas/paint';
import { Tile } from '@/components/controls/Tile';
import { coloursOf } from '@/components/figures/source';
import { channelTable } from '@/lib/format/colour-maps';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/figure-image';
import styles from './ChannelPlanes.module.css';

interface Props {
  readonly values: Float32Array | null;
  readonly shape: MapShape;
  /** The value of full brightness. */
  readonly high: number;
  readonly selected: number;
  onSelect(channel: number): void;
  /** The content beside a channel. */
  beside(channel: number): ReactNode;
}

/** The channels of an image, each in its own colour; one is selected. */
export function ChannelPlanes(props: Props) {
  const { values, shape, high, selected, onSelect, beside } = props;
  const name = useId();
  return (
    <fieldset className={styles.planes}>
      <legend className="visually-hidden">{words.magnified()}</legend>
      {(coloursOf(shape[2]) ?? []).map((colour, channel) => (
        <div key={colour} className={styles.channel}>
          <Tile name={name} checked={channel === selected} onChoose={() => onSelect(channel)}>
            <Plane {...{ values, shape, high, channel }} />
            <span className="visually-hidden">{colour}</span>
          </Tile>
          {beside(channel)}
        </div>
      ))}
    </fieldset>
  );
}

type PlaneProps = Pick<Props, 'values' | 'shape' | 'high'> & { readonly channel: number };

/** Repainted only when its values change. */
const Plane = memo(function Plane({ values, shape, high, channel }: PlaneProps) {
  const [height, width, depth] = shape;
  const image = useMemo(() => {
    if (!values) return null;
    const range = { kind: 'sequential', low: 0, high } as const;
    return planeImage(planeOf(values, depth, channel), height, width, range, channelTable(channel, depth));
  }, [values, height, width, depth, high, channel]);
  return <PixelCanvas image={image} height={height} width={width} className={styles.plane} />;
});
