'use client';

import { useCallback, useMemo, useState } from 'react';
import { channelStats } from '@/components/canvas/channel-stats';
import { Legend } from '@/components/canvas/Legend';
import { MapGrid } from '@/components/canvas/MapGrid';
import type { Place } from '@/components/canvas/walk';
import { FigureHead } from '@/components/controls/FigureHead';
import { deadWords } from '@/components/figures/dead-words';
import { explanationOf, sentenceOf } from '@/components/figures/explained';
import { FigureFrame } from '@/components/figures/FigureFrame';
import type { FigureProps } from '@/components/figures/figure-props';
import { followedOn } from '@/components/figures/followed';
import { Arithmetic } from '@/components/figures/parts/Arithmetic';
import { MapsTable } from '@/components/figures/parts/fetched';
import { SlideControls } from '@/components/figures/parts/SlideControls';
import { type Source, sourceOf } from '@/components/figures/source';
import { sumParts } from '@/components/figures/sum';
import { byChannel, FEW } from '@/components/figures/terms';
import { useSlide } from '@/components/figures/use-slide';
import {
  BeforeAfterChoice,
  type BeforeOrAfter,
  momentWords,
} from '@/components/kinds/shared/BeforeAfterChoice';
import { Rich } from '@/components/site/Rich';
import { Pending } from '@/components/state/Pending';
import { rangeOf } from '@/lib/format/colour-maps';
import type { Conv2dLayer } from '@/lib/kinds/types';
import type { TracedExplanation } from '@/lib/provenance/explain';
import { sumOf } from '@/lib/provenance/reads';
import { asMap } from '@/lib/tensor/tensor';
import figure from '@/words/figure';
import words from '@/words/figure-conv';
import sum from '@/words/sum';
import { useExplained } from '../shared/use-explained';
import styles from './Figure.module.css';
import { slicesByContribution, strongestSlices } from './kernel';
import { ConvProducts } from './Products';
import { ConvMap, ConvSource } from './Window';

const NOTHING = new Float32Array(0);

/** A convolution: all its maps, one filter's weights, and how the kernel computes one value. */
export function ConvFigure(props: FigureProps<Conv2dLayer>) {
  const { layer, stage, pipeline, input, trace, weights, whole, channel, cell, onChannel, onCell, onOpen } =
    props;
  const shape = asMap(stage.output);
  const source = useMemo(() => sourceOf(stage, pipeline), [stage, pipeline]);
  const [moment, setMoment] = useState<BeforeOrAfter>('after');
  const [pointed, setPointed] = useState<Place | null>(null);
  const [slice, setSlice] = useState<number | null>(null);
  const [tap, setTap] = useState<number | null>(null);

  const followed = useMemo(() => followedOn(shape, trace, channel, cell), [shape, trace, channel, cell]);
  const filter = followed.channel;
  const pick = (place: Place) => {
    slide.stop();
    setPointed(null);
    onCell([place.row, place.column, filter]);
  };
  const slide = useSlide(shape[0], shape[1], followed, pick);
  const { row, column } = slide.place ?? pointed ?? followed;
  const point = slide.playing ? undefined : setPointed;

  const values = (moment === 'after' ? trace?.values : (trace?.before ?? trace?.values)) ?? null;
  const range = useMemo(() => rangeOf(values ?? NOTHING), [values]);
  const dead = useMemo(
    () =>
      trace
        ? channelStats(trace.values, shape).flatMap(({ largest, channel: n }) => (largest === 0 ? [n] : []))
        : [],
    [trace, shape],
  );
  // By the followed value, so that the slices keep their places while the pointer moves over the maps.
  const own = explanationOf(
    useExplained({ pipeline, stage, whole }, [followed.row, followed.column, filter]),
  );
  const order = useMemo(() => {
    const channels = source.shape[2];
    if (own) return slicesByContribution(own.terms, channels);
    return weights?.kernel ? strongestSlices(weights.kernel, filter) : Array.from(Array(channels).keys());
  }, [own, weights, filter, source]);
  const shownSlice = slice ?? order[0];
  const explained = useExplained({ pipeline, stage, whole }, [row, column, filter]);
  const explanation = explanationOf(explained);
  const step = useCallback(
    (by: 1 | -1) => onCell([row, column, (filter + by + shape[2]) % shape[2]]),
    [onCell, row, column, filter, shape],
  );
  const window = { layer, stage, source, place: { row, column }, onPick: pick, onPoint: point, onOpen };

  return (
    <FigureFrame
      label={words.label({ title: stage.title, count: shape[2] })}
      words={() => (
        <MapsTable
          values={values}
          shape={shape}
          name={momentWords(layer, moment)}
          onOpen={(at) => onOpen({ stage: stage.id, cell: at })}
        />
      )}
    >
      <FigureHead>
        <p>
          <Rich
            text={words.all({ count: shape[2], stage: stage.id })}
            tags={{ n: (count) => <span data-veil="shape">{count}</span> }}
          />{' '}
          <span className={styles.dead}>{deadWords(dead, shape[2])}</span>
        </p>
        {layer.activation === 'relu' && (
          <BeforeAfterChoice label={words.which()} chosen={moment} onChoose={setMoment} />
        )}
        <Legend range={range} of="value" />
      </FigureHead>
      <MapGrid
        values={values}
        shape={shape}
        range={range}
        selected={filter}
        label={words.maps({ stage: stage.id })}
        onSelect={onChannel}
        onOpen={(at) => onOpen({ stage: stage.id, cell: at })}
      />
      <div className={`figure-planes ${styles.window}`}>
        <div className="figure-plane">
          <ConvSource {...window} input={input} slice={shownSlice} tap={tap} />
          <SlideControls what="kernel" slide={slide} place={{ row, column }} onPick={pick} />
        </div>
        <ConvProducts
          {...{ layer, source, weights, filter, explanation, order, tap, onOpen }}
          slice={shownSlice}
          onSlice={setSlice}
          onTap={setTap}
        />
        <div className="figure-plane">
          <ConvMap
            {...window}
            {...{ values, range, moment, filter }}
            dead={dead.includes(filter)}
            onChannelStep={step}
          />
          <ConvSum {...{ layer, source, explanation }} sentence={sentenceOf(explained)} />
        </div>
      </div>
    </FigureFrame>
  );
}

interface SumProps {
  readonly layer: Conv2dLayer;
  readonly source: Source;
  readonly explanation: TracedExplanation | null;
  /** Why there is no arithmetic. */
  readonly sentence: string | null;
}

/** The sum of the products, with the bias and the activation, in the engine's own numbers. */
function ConvSum({ layer, source, explanation, sentence }: SumProps) {
  if (!explanation) return <p>{sentence ?? <Pending>{figure.waiting()}</Pending>}</p>;
  const { terms, bias } = explanation;
  const added = bias === undefined ? [] : [{ value: bias, note: sum.bias() }];
  const channels = source.shape[2];
  const products =
    channels > FEW
      ? [{ value: sumOf(terms), note: sum.products({ count: terms.length }) }]
      : byChannel(terms, channels).map((own, channel) => ({
          value: sumOf(own),
          note: source.nameOf(channel),
        }));
  return (
    <Arithmetic
      label={words.sum()}
      parts={sumParts([...products, ...added], explanation, layer.activation)}
    />
  );
}
