'use client';

import { useMemo } from 'react';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { rgbImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { type MapShape, offset } from '@/lib/tensor/tensor';
import words from '@/words/figure-image';
import placeWords from '@/words/place';
import { colourName } from '../source';
import { valueText } from '../value-text';
import { loupeBox } from './loupe-box';

interface Props {
  readonly values: Float32Array | null;
  readonly shape: MapShape;
  /** The value of full brightness. */
  readonly high: number;
  readonly label: string;
  /** Its width where there is room, in rem. */
  readonly side?: number;
  readonly channel: number;
  readonly place: Place;
  /** Its values are to be predicted, so they are not shown. */
  readonly asked?: boolean;
  onPick(place: Place): void;
  onOpen(place: Place): void;
  onPoint?(place: Place | null): void;
  onChannelStep?(by: 1 | -1): void;
}

/** An image in its colours with keyboard navigation; the area of the loupe is outlined. */
export function ImagePlane(props: Props) {
  const { values, shape, high, label, channel, place, asked } = props;
  const [height, width] = shape;
  const image = useMemo(
    () => (values ? rgbImage(values, height, width, high) : null),
    [values, height, width, high],
  );
  const inWords = ({ row, column }: Place) =>
    `${placeWords.named({ row, column, name: colourName(channel, shape[2]) })}: ${valueText(values, offset(shape, [row, column, channel]), asked)}`;
  return (
    <MapCanvas
      image={image}
      height={height}
      width={width}
      side={props.side}
      label={words.label({ label, height, width })}
      place={place}
      box={loupeBox(place, shape)}
      mark={place}
      words={inWords}
      onPick={props.onPick}
      onOpen={props.onOpen}
      onPoint={props.onPoint}
      onChannelStep={props.onChannelStep}
    />
  );
}
