'use client';

import { useMemo, useState } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import type { Box } from '@/components/canvas/MapOverlay';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { rangeOf } from '@/lib/format/colour-maps';
import type { StageTrace } from '@/lib/network/trace';
import { offset } from '@/lib/tensor/tensor';
import words from '@/words/figure-window';
import placeWords from '@/words/place';
import type { Source } from '../source';
import { valueText } from '../value-text';

interface Props {
  readonly source: Source;
  readonly input: StageTrace | null;
  /** The channel that is read; for maps it is the displayed one. */
  readonly channel: number;
  /** The window that the followed value comes from. */
  readonly box: Box;
  readonly mark?: Place;
  /** Its width where there is room, in rem. */
  readonly side?: number;
  /** The cell under the mouse, null when it leaves. */
  onPoint?(place: Place | null): void;
  onPick(place: Place): void;
  onOpen(place: Place): void;
  /** PageUp and PageDown: by one channel. */
  onChannelStep?(by: 1 | -1): void;
}

const NOTHING = new Float32Array(0);

const isIn = ({ row, column }: Place, box: Box) =>
  row >= box.row && row < box.row + box.height && column >= box.column && column < box.column + box.width;

/**
 * The input under a window: the image in its colours, or one map; the window is outlined and follows the
 * selection.
 */
export function SourcePlane(props: Props) {
  const { source, input, channel, box, mark, side, onPoint, onPick, onOpen, onChannelStep } = props;
  const [height, width, depth] = source.shape;
  const values = input?.values ?? null;
  const [walked, setWalked] = useState<Place | null>(null);
  const range = useMemo(() => rangeOf(values ?? NOTHING), [values]);
  const image = useMemo(() => {
    if (!values) return null;
    if (source.high !== null) return rgbImage(values, height, width, source.high);
    return planeImage(planeOf(values, depth, channel), height, width, range);
  }, [values, source, height, width, depth, channel, range]);
  const name = source.high === null ? source.nameOf(channel) : words.image();
  const inside = (at: number, length: number) => Math.max(0, Math.min(length - 1, at));
  const middle: Place = {
    row: inside(box.row + (box.height >> 1), height),
    column: inside(box.column + (box.width >> 1), width),
  };
  const pick = (place: Place) => {
    setWalked(place);
    onPick(place);
  };
  const inWords = ({ row, column }: Place) =>
    `${placeWords.named({ row, column, name: source.nameOf(channel) })}: ${valueText(values, offset(source.shape, [row, column, channel]))}`;
  return (
    <MapCanvas
      {...{ image, height, width, box, mark, side, onPoint, onOpen, onChannelStep }}
      words={inWords}
      label={words.source({
        name,
        top: box.row,
        bottom: box.row + box.height - 1,
        left: box.column,
        right: box.column + box.width - 1,
      })}
      place={walked && isIn(walked, box) ? walked : middle}
      onPick={pick}
    />
  );
}
