'use client';

import { useMemo, useState } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import { Legend } from '@/components/canvas/Legend';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { planeImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { rangeOf } from '@/lib/colour/colour-maps';
import { formatCount, formatShape } from '@/lib/format/format';
import type { FlattenLayer } from '@/lib/layers/types';
import { asMap, asPlace, cellAt, offset, size } from '@/lib/tensor/tensor';
import ask from '@/words/ask';
import { FigureFrame } from './FigureFrame';
import styles from './FlattenFigure.module.css';
import type { FigureProps } from './figure-props';
import { followedUnit } from './followed';
import { IndexArithmetic, IndexFields, PlaceFields } from './parts/FlattenWays';
import { MapsTable } from './parts/MapsTable';
import { VectorRun } from './parts/VectorRun';
import { VectorStrip } from './parts/VectorStrip';
import { useAsked } from './predict';
import { said } from './said';
import { stageBefore } from './source';

const NOTHING = new Float32Array(0);

/** Flattening: which index of the vector is which row, column and channel of the maps, both ways. */
export function FlattenFigure(props: FigureProps<FlattenLayer>) {
  const { stage, pipeline, input, trace, cell, onCell, onOpen } = props;
  const shape = asMap(stage.input);
  const [height, width, depth] = shape;
  const length = size(shape);
  const [pointed, setPointed] = useState<number | null>(null);
  const followed = useMemo(() => followedUnit(length, trace, cell), [length, trace, cell]);
  const index = pointed ?? followed;
  const [row, column, channel] = asPlace(cellAt(shape, index));
  const values = trace?.values ?? null;
  const asked = useAsked();
  const range = useMemo(() => rangeOf(values ?? NOTHING), [values]);
  const image = useMemo(
    () => (input ? planeImage(planeOf(input.values, depth, channel), height, width, range) : null),
    [input, depth, channel, height, width, range],
  );
  const indexAt = (place: Place, own = channel) => offset(shape, [place.row, place.column, own]);
  const pick = (at: number) => {
    setPointed(null);
    onCell([at]);
  };
  const open = (at: number) => onOpen({ stage: stage.id, cell: [at] });
  const words = (place: Place) => {
    const at = indexAt(place);
    const index = asked === 'index' ? ask.toPredict() : at;
    return `row ${place.row}, column ${place.column}, channel ${channel}: ${said(values, at)}, index ${index}`;
  };
  return (
    <FigureFrame
      label={`${stage.title}: which index is which row, column and channel`}
      words={() => (
        <>
          <p>
            {formatShape(shape)} values become one vector of {formatCount(length)}, row by row, in each row
            column by column, and at each place channel by channel. No value changes.
          </p>
          <MapsTable
            values={input?.values ?? null}
            shape={shape}
            name="as they come in"
            onOpen={(at) => open(offset(shape, at))}
          />
        </>
      )}
    >
      <div className={styles.both}>
        <div className={styles.side}>
          <p className={styles.caption}>
            Map {channel} of {depth} (0 to {depth - 1}). Pick a cell, and its index follows.
          </p>
          <MapCanvas
            image={image}
            height={height}
            width={width}
            label={`Map ${channel} that comes in, ${height} by ${width} values`}
            place={{ row, column }}
            words={words}
            onPick={(place) => pick(indexAt(place))}
            onOpen={(at) =>
              onOpen({ stage: stageBefore(stage, pipeline), cell: [at.row, at.column, channel] })
            }
            onPoint={(place) => setPointed(place && indexAt(place))}
            onChannelStep={(by) => pick(indexAt({ row, column }, (channel + by + depth) % depth))}
          />
          <PlaceFields
            shape={shape}
            place={[row, column, channel]}
            onPick={(place) => pick(offset(shape, place))}
          />
        </div>
        <div className={styles.side}>
          <p className={styles.caption}>
            The vector of <span data-veil="shape">{formatCount(length)}</span> values, folded into lines like
            text. Outlined: the {depth} values of this place. Pick a value, and its place on the maps follows.
          </p>
          <div data-veil="index">
            <VectorStrip
              {...{ values, shape, range, index }}
              onPick={pick}
              onPoint={setPointed}
              onOpen={open}
            />
          </div>
          <div data-veil="index">
            <IndexFields length={length} index={index} onPick={pick} />
          </div>
          <Legend range={range} of="value" />
        </div>
      </div>
      <VectorRun {...{ values, shape, index }} onOpen={open} />
      <IndexArithmetic shape={shape} place={[row, column, channel]} index={index} />
    </FigureFrame>
  );
}
