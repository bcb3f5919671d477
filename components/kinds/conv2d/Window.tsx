'use client';

import { useMemo } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { planeImage } from '@/components/canvas/paint';
import { PLANE_SIDE } from '@/components/canvas/plane';
import type { Place } from '@/components/canvas/walk';
import { SourcePlane } from '@/components/figures/parts/SourcePlane';
import { useAsked } from '@/components/figures/predict';
import type { Source } from '@/components/figures/source';
import { valueText } from '@/components/figures/value-text';
import { outputUnder, windowBox } from '@/components/figures/window-box';
import { momentWords } from '@/components/kinds/shared/BeforeAfterChoice';
import type { OnOpen } from '@/components/values/opening';
import type { ColourRange } from '@/lib/format/colour-maps';
import type { Conv2dLayer } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import { asMap, offset } from '@/lib/tensor/tensor';
import deadWords from '@/words/dead';
import words from '@/words/figure-conv';
import placeWords from '@/words/place';

interface Common {
  readonly layer: Conv2dLayer;
  readonly stage: Stage;
  readonly source: Source;
  readonly place: Place;
  onPick(place: Place): void;
  readonly onOpen: OnOpen;
  onPoint?(place: Place | null): void;
}

interface SourceProps extends Common {
  readonly input: StageTrace | null;
  /** The selected input channel, where there are many. */
  readonly slice: number;
  /** The weight under the pointer, counted row by row over the kernel. */
  readonly tap: number | null;
}

/** The input, with the kernel on it. Pointing at it moves the kernel there. */
export function ConvSource(props: SourceProps) {
  const { layer, stage, source, input, slice, tap, place, onPick, onPoint, onOpen } = props;
  const box = windowBox(layer, source.shape, place);
  const output = asMap(stage.output);
  const under = (at: Place) => outputUnder(layer, source.shape, output, at);
  const mark = tap === null ? undefined : tapPlace(box, tap);
  return (
    <>
      <p>
        {source.high === null
          ? words.comesIn({ name: source.nameOf(slice), count: source.shape[2] })
          : words.kernelLies()}
      </p>
      <SourcePlane
        {...{ source, input, box, mark }}
        channel={slice}
        onPoint={onPoint && ((at) => onPoint(at && under(at)))}
        onPick={(at) => onPick(under(at))}
        onOpen={({ row, column }) => onOpen({ stage: source.stage, cell: [row, column, slice] })}
      />
    </>
  );
}

const tapPlace = (box: Place & { width: number }, tap: number): Place => ({
  row: box.row + Math.floor(tap / box.width),
  column: box.column + (tap % box.width),
});

interface MapProps extends Common {
  /** The stage's values, before or after ReLU, and the range of all its maps. */
  readonly values: Float32Array | null;
  readonly range: ColourRange;
  readonly moment: 'before' | 'after';
  readonly filter: number;
  readonly dead: boolean;
  onChannelStep(by: 1 | -1): void;
}

/** The map of the filter's outputs, with keyboard navigation. */
export function ConvMap(props: MapProps) {
  const { stage, source, values, range, moment, filter, dead, place } = props;
  const [height, width, depth] = asMap(stage.output);
  const image = useMemo(
    () => (values ? planeImage(planeOf(values, depth, filter), height, width, range) : null),
    [values, depth, filter, height, width, range],
  );
  const asked = useAsked();
  const inWords = ({ row, column }: Place) =>
    `${placeWords.cell({ row, column, channel: filter })}: ${valueText(values, offset([height, width, depth], [row, column, filter]), asked === 'value')}`;
  return (
    <>
      <p>
        {words.map({ filter, stage: stage.id, moment: momentWords(stage.layer, moment) })}
        {dead && moment === 'after' && <strong>: {deadWords.never()}</strong>}
      </p>
      <MapCanvas
        image={image}
        height={height}
        width={width}
        side={(PLANE_SIDE * width) / source.shape[1]}
        label={words.mapLabel({
          filter,
          stage: stage.id,
          height,
          width,
          hidden: asked === 'shape' ? 'yes' : 'no',
        })}
        place={place}
        words={inWords}
        onPick={props.onPick}
        onOpen={({ row, column }) => props.onOpen({ stage: stage.id, cell: [row, column, filter] })}
        onPoint={props.onPoint}
        onChannelStep={props.onChannelStep}
      />
    </>
  );
}
