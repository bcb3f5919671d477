'use client';

import { useCallback, useMemo, useState } from 'react';
import { channelStats } from '@/components/canvas/channel-stats';
import { Legend } from '@/components/canvas/Legend';
import { MapGrid } from '@/components/canvas/MapGrid';
import type { Place } from '@/components/canvas/walk';
import { rangeOf } from '@/lib/colour/colour-maps';
import { rulesOf } from '@/lib/layers/registry';
import type { Conv2dLayer } from '@/lib/layers/types';
import { asMap } from '@/lib/tensor/tensor';
import styles from './ConvFigure.module.css';
import { ConvSum } from './ConvSum';
import { ConvWindow } from './ConvWindow';
import { FigureFrame } from './FigureFrame';
import type { FigureProps } from './figure-props';
import { followedOn } from './followed';
import { strongestSlices } from './kernel';
import { Choice } from './parts/Choice';
import { MapsTable } from './parts/MapsTable';
import { SlideControls } from './parts/SlideControls';
import { sourceOf } from './source';
import { useSlide } from './use-slide';

const NOTHING = new Float32Array(0);

/** A convolution: all its maps, one filter's weights, and how the kernel makes one value. */
export function ConvFigure(props: FigureProps<Conv2dLayer>) {
  const { layer, stage, pipeline, input, trace, weights, channel, cell, onChannel, onCell } = props;
  const shape = asMap(stage.output);
  const source = useMemo(() => sourceOf(stage, pipeline), [stage, pipeline]);
  const [moment, setMoment] = useState<'after' | 'before'>('after');
  const [pointed, setPointed] = useState<Place | null>(null);
  const [slice, setSlice] = useState<number | null>(null);

  const followed = useMemo(() => followedOn(shape, trace, channel, cell), [shape, trace, channel, cell]);
  const filter = followed.channel;
  const pick = (place: Place) => {
    slide.stop();
    onCell([place.row, place.column, filter]);
  };
  const slide = useSlide(shape[0], shape[1], followed, pick);
  const { row, column } = slide.place ?? pointed ?? followed;

  const values = (moment === 'after' ? trace?.values : (trace?.before ?? trace?.values)) ?? null;
  const range = useMemo(() => rangeOf(values ?? NOTHING), [values]);
  const dead = useMemo(
    () => (trace ? channelStats(trace.values, shape).filter(({ largest }) => largest === 0) : []),
    [trace, shape],
  );
  const order = useMemo(
    () =>
      weights ? strongestSlices(weights, filter) : Array.from({ length: source.shape[2] }).map((_, n) => n),
    [weights, filter, source],
  );
  const shownSlice = slice ?? order[0];
  const explanation = useMemo(
    () => (input && weights ? rulesOf(layer).explain(layer, input, weights, [row, column, filter]) : null),
    [layer, input, weights, row, column, filter],
  );
  const step = useCallback(
    (by: 1 | -1) => onCell([row, column, (filter + by + shape[2]) % shape[2]]),
    [onCell, row, column, filter, shape],
  );

  return (
    <FigureFrame
      label={`${stage.title}: its ${shape[2]} feature maps and how one value is made`}
      words={() => <MapsTable values={values} shape={shape} name={`${moment} ReLU`} />}
    >
      <div className={styles.head}>
        <p>
          All {shape[2]} maps of {stage.id} in one range.{' '}
          {dead.length > 0 && (
            <span className={styles.dead}>{deadWords(dead.map(({ channel: n }) => n))}</span>
          )}
        </p>
        {layer.activation === 'relu' && (
          <Choice<'before' | 'after'>
            label="Which values the maps show"
            options={[
              { value: 'before', words: 'before ReLU' },
              { value: 'after', words: 'after ReLU' },
            ]}
            chosen={moment}
            onChoose={setMoment}
          />
        )}
        <Legend range={range} of="value" />
      </div>
      <MapGrid
        values={values}
        shape={shape}
        range={range}
        selected={filter}
        label={`Feature maps of ${stage.id}`}
        onSelect={onChannel}
      />
      <ConvWindow
        {...{ layer, stage, source, input, weights, values, range, filter, moment }}
        dead={dead.some(({ channel: n }) => n === filter)}
        slice={shownSlice}
        place={{ row, column }}
        onPick={pick}
        onPoint={slide.playing ? undefined : setPointed}
        onChannelStep={step}
      />
      <SlideControls what="kernel" slide={slide} place={{ row, column }} onPick={pick} />
      <ConvSum
        {...{ layer, source, trace, weights, filter, explanation, order }}
        slice={shownSlice}
        onSlice={setSlice}
      />
    </FigureFrame>
  );
}

function deadWords(channels: readonly number[]): string {
  const [first, ...others] = channels;
  if (others.length === 0) return `Map ${first} never fires on this picture.`;
  const names = others.length > 7 ? `${channels.length} of them` : `Maps ${channels.join(', ')}`;
  return `${names} never fire on this picture.`;
}
