'use client';

import { useMemo } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import { Legend } from '@/components/canvas/Legend';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { planeImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { type ColourRange, rangeOf } from '@/lib/colour/colour-maps';
import type { StageTrace } from '@/lib/engine/protocol';
import { formatNumber } from '@/lib/format/format';
import { rulesOf } from '@/lib/layers/registry';
import type { Conv2dLayer, Weights } from '@/lib/layers/types';
import type { Stage } from '@/lib/pipeline/pipeline';
import { asMap, offset } from '@/lib/tensor/tensor';
import styles from './ConvFigure.module.css';
import { filterOf } from './kernel';
import { KernelSlice } from './parts/KernelSlice';
import { SourcePlane } from './parts/SourcePlane';
import { type Source, zoomFor } from './source';

interface Props {
  readonly layer: Conv2dLayer;
  readonly stage: Stage;
  readonly source: Source;
  readonly input: StageTrace | null;
  readonly weights: Weights | null;
  /** The stage's values, before or after ReLU, and the range of all its maps. */
  readonly values: Float32Array | null;
  readonly range: ColourRange;
  readonly moment: 'before' | 'after';
  readonly filter: number;
  readonly dead: boolean;
  /** The input channel that is looked at, where there are many. */
  readonly slice: number;
  readonly place: Place;
  onPick(place: Place): void;
  onPoint?(place: Place | null): void;
  onChannelStep(by: 1 | -1): void;
}

const NOTHING = new Float32Array(0);

/** The kernel on the input, its weights, and the map it makes. */
export function ConvWindow(props: Props) {
  const { layer, stage, source, input, weights, values, range, filter, place, slice } = props;
  const [height, width, depth] = asMap(stage.output);
  const image = useMemo(
    () => (values ? planeImage(planeOf(values, depth, filter), height, width, range) : null),
    [values, depth, filter, height, width, range],
  );
  const windows = [source.shape[0], source.shape[1]].map((length) => rulesOf(layer).window(layer, length));
  const start = (at: number, axis: 0 | 1) => at * layer.stride - (windows[axis]?.before ?? 0);
  const said = ({ row, column }: Place) =>
    `row ${row}, column ${column}, channel ${filter}: ${
      values ? formatNumber(values[offset([height, width, depth], [row, column, filter])]) : 'not there yet'
    }`;
  return (
    <div className={styles.window}>
      <div className={styles.plane}>
        <p className={styles.caption}>
          What comes in{source.high === null && `: ${source.nameOf(slice)} of ${source.shape[2]}`}. The kernel
          lies on {layer.kernel} × {layer.kernel} values
          {source.shape[2] > 1 && ` of all ${source.shape[2]} channels`}.
        </p>
        <SourcePlane
          source={source}
          input={input}
          channel={slice}
          box={{
            row: start(place.row, 0),
            column: start(place.column, 1),
            height: layer.kernel,
            width: layer.kernel,
          }}
        />
      </div>
      <FilterWeights {...{ layer, source, weights, filter, slice }} />
      <div className={styles.plane}>
        <p className={styles.caption}>
          Map {filter} of {stage.id}, {props.moment} ReLU
          {props.dead && props.moment === 'after' && <strong>: never fires on this picture</strong>}. Point at
          a value, or walk with the arrow keys.
        </p>
        <MapCanvas
          image={image}
          height={height}
          width={width}
          zoom={zoomFor(source.shape[1])}
          label={`Feature map ${filter} of ${stage.id}, ${height} by ${width} values`}
          place={place}
          words={said}
          onPick={props.onPick}
          onPoint={props.onPoint}
          onChannelStep={props.onChannelStep}
        />
      </div>
    </div>
  );
}

type WeightsProps = Pick<Props, 'layer' | 'source' | 'weights' | 'filter' | 'slice'>;

/** The chosen filter: all its slices where they are few, else the one looked at. */
function FilterWeights({ layer, source, weights, filter, slice }: WeightsProps) {
  const range = useMemo(
    () => rangeOf(weights ? filterOf(weights, filter) : NOTHING, 'diverging'),
    [weights, filter],
  );
  const shown = source.high === null ? [slice] : [0, 1, 2];
  return (
    <div className={styles.kernel}>
      <p>
        Filter {filter}
        {source.high === null && `, slice for ${source.nameOf(slice)}`}
      </p>
      <div className={styles.slices}>
        {shown.map((channel) => (
          <div key={channel} className={styles.slice}>
            <KernelSlice
              weights={weights}
              filter={filter}
              channel={channel}
              side={layer.kernel}
              range={range}
              pixels={72}
            />
            {source.nameOf(channel)}
          </div>
        ))}
      </div>
      <Legend range={range} of="weight" />
    </div>
  );
}
