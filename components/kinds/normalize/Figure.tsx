'use client';

import { useMemo, useState } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import type { Place } from '@/components/canvas/walk';
import { Histogram } from '@/components/charts/Histogram';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { FigureFrame } from '@/components/figures/FigureFrame';
import type { FigureProps } from '@/components/figures/figure-props';
import { followedPixel } from '@/components/figures/followed';
import styles from '@/components/figures/ImageFigure.module.css';
import { Arithmetic } from '@/components/figures/parts/Arithmetic';
import { MapsTable } from '@/components/figures/parts/fetched';
import { ImagePlane } from '@/components/figures/parts/ImagePlane';
import { Loupe } from '@/components/figures/parts/Loupe';
import { useAsked } from '@/components/figures/predict';
import { colourName, coloursOf } from '@/components/figures/source';
import { PlainFigure } from '@/components/kinds/shared/PlainFigure';
import { formatNumber, formatTight } from '@/lib/format/format';
import { isShifted } from '@/lib/kinds/normalize/layer';
import type { NormalizeLayer } from '@/lib/kinds/types';
import { BYTE } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import { asMap, type MapShape, offset } from '@/lib/tensor/tensor';
import image from '@/words/figure-image';
import words from '@/words/figure-normalize';
import placeWords from '@/words/place';
import { NormalizeWorked } from './Worked';

/** If channels are also shifted, the values are signed: maps before and after, and the arithmetic between them. */
export function NormalizeFigure(props: FigureProps<NormalizeLayer>) {
  const { layer, stage } = props;
  if (!isShifted(layer)) return <Division {...props} />;
  const label = words.standardized({ title: stage.title });
  return (
    <PlainFigure {...props} wording={{ label, after: words.afterStandardizing(), Worked: NormalizeWorked }} />
  );
}

/** The same image before and after, and the division between them. */
function Division(props: FigureProps<NormalizeLayer>) {
  const { layer, stage, input, trace, onChannel, onCell, onOpen } = props;
  const shape = asMap(stage.output);
  const colours = coloursOf(shape[2]) ?? [];
  const [pointed, setPointed] = useState<Place | null>(null);
  const high = BYTE / layer.divisor;
  const followed = useMemo(
    () => followedPixel(shape, trace, high, props.channel, props.cell),
    [shape, trace, high, props.channel, props.cell],
  );
  const { channel } = followed;
  const place = pointed ?? followed;
  const at = offset(shape, [place.row, place.column, channel]);
  const raw = input?.values[at];
  const value = trace?.values[at];
  const open = (tensor: StageTrace | null) => (at: Place) =>
    tensor && onOpen({ stage: tensor.stage, cell: [at.row, at.column, channel] });
  const common = {
    shape,
    channel,
    place,
    onPick: ({ row, column }: Place) => {
      setPointed(null);
      onCell([row, column, channel]);
    },
    onPoint: setPointed,
    onChannelStep: (by: 1 | -1) => onCell([place.row, place.column, (channel + by + shape[2]) % shape[2]]),
  };
  return (
    <FigureFrame
      label={words.label({ title: stage.title, divisor: layer.divisor })}
      words={() => (
        <MapsTable
          values={trace?.values ?? null}
          shape={shape}
          name={words.name({ divisor: layer.divisor })}
          nameOf={(own) => colours[own]}
          onOpen={(at) => onOpen({ stage: stage.id, cell: at })}
        />
      )}
    >
      <ChoiceField
        label={image.magnified()}
        options={colours.map((colour, value) => ({ value, words: colour }))}
        chosen={channel}
        onChoose={onChannel}
      />
      <Arithmetic
        label={words.division()}
        parts={[
          { text: raw === undefined ? '\u00a0' : formatNumber(raw), note: colours[channel] },
          '÷',
          { text: formatNumber(layer.divisor), note: words.same() },
          '=',
          {
            text: value === undefined ? '\u00a0' : formatNumber(value, 5),
            note: words.value(),
            followed: true,
            veil: 'value',
          },
        ]}
      />
      <div className={styles.pair}>
        <Side
          {...common}
          side="before"
          tensor={input}
          high={BYTE}
          write={formatNumber}
          onOpen={open(input)}
        />
        <Side
          {...common}
          side="after"
          tensor={trace}
          high={high}
          write={formatTight}
          onOpen={open(trace)}
          veiled={followed}
        />
      </div>
    </FigureFrame>
  );
}

interface SideProps {
  readonly side: 'before' | 'after';
  readonly tensor: StageTrace | null;
  readonly shape: MapShape;
  readonly channel: number;
  readonly place: Place;
  readonly high: number;
  /** The place whose value may be asked for. */
  readonly veiled?: Place;
  write(value: number): string;
  onPick(place: Place): void;
  onOpen(place: Place): void;
  onPoint(place: Place | null): void;
  onChannelStep(by: 1 | -1): void;
}

/** One side of the division: the image, the loupe on one channel, and that channel's histogram. */
function Side({ side, tensor, high, veiled, write, ...rest }: SideProps) {
  const asked = useAsked() !== null && veiled !== undefined;
  const { shape, channel, place } = rest;
  const values = tensor?.values ?? null;
  const plane = useMemo(() => (values ? planeOf(values, shape[2], channel) : null), [values, shape, channel]);
  const title = words[side]();
  const range = placeWords.range({ from: formatNumber(0), to: formatNumber(high) });
  return (
    <section className={styles.side} aria-label={title}>
      <p className={styles.title}>
        {title}: {range}
      </p>
      <div className={styles.close}>
        <ImagePlane {...rest} {...{ values, high, asked }} side={16} label={words.image({ side })} />
        <Loupe
          {...{ values, shape, channel, place, high, veiled, write }}
          onOpen={rest.onOpen}
          caption={words.inFrame({ colour: colourName(channel, shape[2]) })}
        />
      </div>
      <Histogram
        name={`${colourName(channel, shape[2])}, ${range}`}
        values={plane}
        high={high}
        followed={asked ? undefined : values?.[offset(shape, [place.row, place.column, channel])]}
      />
    </section>
  );
}
