'use client';

import { useCallback, useMemo, useState } from 'react';
import { channelStats, planeOf } from '@/components/canvas/channel-stats';
import { Legend } from '@/components/canvas/Legend';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { MapGrid } from '@/components/canvas/MapGrid';
import { planeImage } from '@/components/canvas/paint';
import { PLANE_SIDE } from '@/components/canvas/plane';
import type { Place } from '@/components/canvas/walk';
import { FigureHead } from '@/components/controls/FigureHead';
import { deadWords } from '@/components/figures/dead-words';
import { explanationOf, sentenceOf } from '@/components/figures/explained';
import { FigureFrame } from '@/components/figures/FigureFrame';
import type { FigureProps } from '@/components/figures/figure-props';
import { followedOn } from '@/components/figures/followed';
import { MapsTable } from '@/components/figures/parts/fetched';
import { SlideControls } from '@/components/figures/parts/SlideControls';
import { SourcePlane } from '@/components/figures/parts/SourcePlane';
import { useAsked } from '@/components/figures/predict';
import { sourceOf } from '@/components/figures/source';
import { useSlide } from '@/components/figures/use-slide';
import { valueText } from '@/components/figures/value-text';
import { outputUnder, windowBox } from '@/components/figures/window-box';
import { Rich, type Tag } from '@/components/site/Rich';
import { rangeOf } from '@/lib/format/colour-maps';
import type { MaxPoolLayer } from '@/lib/kinds/types';
import { asMap, asPlace, offset } from '@/lib/tensor/tensor';
import fires from '@/words/dead';
import words from '@/words/figure-pool';
import placeWords from '@/words/place';
import { useExplained } from '../shared/use-explained';
import { PoolCandidates } from './Candidates';
import styles from './Figure.module.css';

const NOTHING = new Float32Array(0);
const veiled: Tag = (shape) => <span data-veil="shape">{shape}</span>;

/** Pooling: a window on one map, its candidates, the winner, and the smaller map of winners. */
export function PoolFigure(props: FigureProps<MaxPoolLayer>) {
  const { layer, stage, pipeline, input, trace, whole, onChannel, onCell, onOpen } = props;
  const shape = asMap(stage.output);
  const [height, width, depth] = shape;
  const source = useMemo(() => ({ ...sourceOf(stage, pipeline), high: null }), [stage, pipeline]);
  const [pointed, setPointed] = useState<Place | null>(null);
  const followed = useMemo(
    () => followedOn(shape, trace, props.channel, props.cell),
    [shape, trace, props.channel, props.cell],
  );
  const { channel } = followed;
  const pick = (place: Place) => {
    slide.stop();
    setPointed(null);
    onCell([place.row, place.column, channel]);
  };
  const slide = useSlide(height, width, followed, pick);
  const { row, column } = slide.place ?? pointed ?? followed;
  const step = useCallback(
    (by: 1 | -1) => onCell([row, column, (channel + by + depth) % depth]),
    [onCell, row, column, channel, depth],
  );

  // The input maps contain the largest values: their range serves both.
  const range = useMemo(() => rangeOf(input?.values ?? trace?.values ?? NOTHING), [input, trace]);
  const image = useMemo(
    () => (trace ? planeImage(planeOf(trace.values, depth, channel), height, width, range) : null),
    [trace, depth, channel, height, width, range],
  );
  const explained = useExplained({ pipeline, stage, whole }, [row, column, channel]);
  const explanation = explanationOf(explained);
  const winner = explanation?.terms[explanation.winner ?? 0];
  const asked = useAsked();
  // The winner and its value reveal each other.
  const hidden = asked === 'winner' || asked === 'value';
  const under = (at: Place) => outputUnder(layer, source.shape, shape, at);
  const point = slide.playing ? undefined : setPointed;
  const dead = useMemo(
    () =>
      trace
        ? channelStats(trace.values, shape).flatMap(({ largest, channel: n }) => (largest === 0 ? [n] : []))
        : [],
    [trace, shape],
  );
  const inWords = (at: Place) =>
    `${placeWords.cell({ row: at.row, column: at.column, channel })}: ${valueText(trace?.values ?? null, offset(shape, [at.row, at.column, channel]), hidden)}`;

  return (
    <FigureFrame
      label={words.label({ title: stage.title })}
      words={() => (
        <MapsTable
          values={trace?.values ?? null}
          shape={shape}
          name={words.pooled()}
          onOpen={(at) => onOpen({ stage: stage.id, cell: at })}
        />
      )}
    >
      <FigureHead>
        <p>
          <Rich text={words.all({ count: depth, stage: stage.id, height, width })} tags={{ s: veiled }} />{' '}
          <span className={styles.dead}>{deadWords(dead, depth)}</span>
        </p>
        <Legend range={range} of="value" />
      </FigureHead>
      <MapGrid
        values={trace?.values ?? null}
        shape={shape}
        range={range}
        selected={channel}
        label={words.maps({ stage: stage.id })}
        onSelect={onChannel}
        onOpen={(at) => onOpen({ stage: stage.id, cell: at })}
      />
      <div className={`figure-planes ${styles.planes}`}>
        <div className="figure-plane">
          <p>{words.comesIn({ channel, height: source.shape[0], width: source.shape[1] })}</p>
          <SourcePlane
            {...{ source, input, channel }}
            box={windowBox(layer, source.shape, { row, column })}
            mark={winner && !hidden ? placeOf(winner.source) : undefined}
            onPoint={point && ((at) => point(at && under(at)))}
            onPick={(at) => pick(under(at))}
            onOpen={(at) => onOpen({ stage: source.stage, cell: [at.row, at.column, channel] })}
          />
        </div>
        <PoolCandidates
          explanation={explanation}
          sentence={sentenceOf(explained)}
          hidden={hidden}
          size={layer.size}
          range={range}
          onOpen={(read) => onOpen({ stage: source.stage, cell: read })}
        />
        <div className="figure-plane">
          <p>
            <Rich text={words.map({ channel, stage: stage.id, height, width })} tags={{ s: veiled }} />
            {dead.includes(channel) && <strong>: {fires.never()}</strong>}
          </p>
          <MapCanvas
            image={image}
            height={height}
            width={width}
            side={(PLANE_SIDE * width) / source.shape[1]}
            label={words.mapLabel({
              channel,
              stage: stage.id,
              height,
              width,
              hidden: asked === 'shape' ? 'yes' : 'no',
            })}
            place={{ row, column }}
            words={inWords}
            onPick={pick}
            onOpen={(at) => onOpen({ stage: stage.id, cell: [at.row, at.column, channel] })}
            onPoint={point}
            onChannelStep={step}
          />
          <SlideControls what="window" slide={slide} place={{ row, column }} onPick={pick} />
        </div>
      </div>
    </FigureFrame>
  );
}

function placeOf(cell: Parameters<typeof asPlace>[0]): Place {
  const [row, column] = asPlace(cell);
  return { row, column };
}
