'use client';

import { useMemo, useState } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import { Legend } from '@/components/canvas/Legend';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { planeImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { FigureFrame } from '@/components/figures/FigureFrame';
import type { FigureProps } from '@/components/figures/figure-props';
import { followedUnit } from '@/components/figures/followed';
import { MapsTable } from '@/components/figures/parts/fetched';
import { useAsked } from '@/components/figures/predict';
import { stageBefore } from '@/components/figures/source';
import { valueText } from '@/components/figures/value-text';
import { Rich } from '@/components/site/Rich';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatCount, formatShape } from '@/lib/format/format';
import type { FlattenLayer } from '@/lib/kinds/types';
import { asMap, asPlace, cellAt, offset, size } from '@/lib/tensor/tensor';
import ask from '@/words/ask';
import words from '@/words/figure-flatten';
import placeWords from '@/words/place';
import styles from './Figure.module.css';
import { VectorRun } from './VectorRun';
import { VectorStrip } from './VectorStrip';
import { IndexArithmetic, IndexFields, PlaceFields } from './Ways';

const NOTHING = new Float32Array(0);

/** Flattening: the index in the vector of each row, column and channel of the maps, in both directions. */
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
  const inWords = (at: Place) => {
    const own = indexAt(at);
    const place = placeWords.cell({ row: at.row, column: at.column, channel });
    return words.cell({
      place,
      value: valueText(values, own),
      index: asked === 'index' ? ask.toPredict() : own,
    });
  };
  return (
    <FigureFrame
      label={words.label({ title: stage.title })}
      words={() => (
        <>
          <p>{words.words({ shape: formatShape(shape), length: formatCount(length) })}</p>
          <MapsTable
            values={input?.values ?? null}
            shape={shape}
            name={words.comingIn()}
            onOpen={(at) => open(offset(shape, at))}
          />
        </>
      )}
    >
      <div className={`figure-parts ${styles.both}`}>
        <div className="figure-side">
          <p className={styles.caption}>{words.map({ channel, count: depth, last: depth - 1 })}</p>
          <MapCanvas
            image={image}
            height={height}
            width={width}
            label={words.mapLabel({ channel, height, width })}
            place={{ row, column }}
            words={inWords}
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
        <div className="figure-side">
          <p className={styles.caption}>
            <Rich
              text={words.vector({ length: formatCount(length), depth })}
              tags={{ s: (count) => <span data-veil="shape">{count}</span> }}
            />
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
