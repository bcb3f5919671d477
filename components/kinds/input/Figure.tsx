'use client';

import { useMemo, useState } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import type { Place } from '@/components/canvas/walk';
import { Histogram } from '@/components/charts/Histogram';
import { FigureFrame } from '@/components/figures/FigureFrame';
import type { FigureProps } from '@/components/figures/figure-props';
import { followedPixel } from '@/components/figures/followed';
import styles from '@/components/figures/ImageFigure.module.css';
import { MapsTable } from '@/components/figures/parts/fetched';
import { ImagePlane } from '@/components/figures/parts/ImagePlane';
import { Loupe } from '@/components/figures/parts/Loupe';
import { useAsked } from '@/components/figures/predict';
import { coloursOf } from '@/components/figures/source';
import { number, Rich } from '@/components/site/Rich';
import { OpenValue } from '@/components/values/OpenValue';
import { formatNumber } from '@/lib/format/format';
import type { InputLayer } from '@/lib/kinds/types';
import { BYTE } from '@/lib/network/pipeline';
import { asMap, offset } from '@/lib/tensor/tensor';
import words from '@/words/figure-input';
import placeWords from '@/words/place';
import { ChannelPlanes } from './ChannelPlanes';

const NO_IMAGE: readonly string[] = [];

/** A pixel's channels, 0 to 255, as a CSS colour. */
function swatchOf(pixel: readonly number[]): string {
  const [red, green = red, blue = red, opacity = BYTE] = pixel;
  return `rgb(${red} ${green} ${blue} / ${opacity / BYTE})`;
}

/** The image as numbers: its channels, a loupe on their values, and a histogram. */
export function InputFigure(props: FigureProps<InputLayer>) {
  const { stage, trace, channel, cell, onChannel, onCell, onOpen } = props;
  const shape = asMap(stage.output);
  const colours = coloursOf(shape[2]) ?? NO_IMAGE;
  const values = trace?.values ?? null;
  const [pointed, setPointed] = useState<Place | null>(null);
  const followed = useMemo(
    () => followedPixel(shape, trace, BYTE, channel, cell),
    [shape, trace, channel, cell],
  );
  const shown = followed.channel;
  const asked = useAsked() !== null;
  const place = pointed ?? followed;
  const planes = useMemo(
    () => colours.map((_, own) => (values ? planeOf(values, shape[2], own) : null)),
    [values, shape, colours],
  );
  const pixel = values && colours.map((_, own) => values[offset(shape, [place.row, place.column, own])]);
  const open = ({ row, column }: Place, own: number) => onOpen({ stage: stage.id, cell: [row, column, own] });
  return (
    <FigureFrame
      label={words.label({ title: stage.title })}
      words={() => (
        <MapsTable
          values={values}
          shape={shape}
          name={words.bytes()}
          nameOf={(own) => colours[own]}
          onOpen={(at) => onOpen({ stage: stage.id, cell: at })}
        />
      )}
    >
      <div className={`figure-parts ${styles.row}`}>
        <div className="figure-plane">
          <ImagePlane
            {...{ values, shape, place, asked }}
            high={BYTE}
            channel={shown}
            label={words.image()}
            onPick={({ row, column }) => {
              setPointed(null);
              onCell([row, column, shown]);
            }}
            onOpen={(at) => open(at, shown)}
            onPoint={setPointed}
            onChannelStep={(by) => onCell([place.row, place.column, (shown + by + shape[2]) % shape[2]])}
          />
          <p className={styles.readout} data-values={1}>
            <span
              className={styles.swatch}
              style={pixel ? { background: swatchOf(pixel) } : undefined}
              aria-hidden="true"
            />
            <span>
              <Rich text={placeWords.where({ row: place.row, column: place.column })} tags={{ n: number }} />
            </span>
            {colours.map((colour, own) => (
              <span key={colour}>
                <OpenValue tab={own === shown} onOpen={() => open(place, own)}>
                  <span>
                    {colour}{' '}
                    <strong className="number" data-veil={own === shown ? 'value' : undefined}>
                      {pixel ? formatNumber(pixel[own]) : '\u00a0'}
                    </strong>
                  </span>
                </OpenValue>
              </span>
            ))}
          </p>
        </div>
        <Loupe
          {...{ values, shape, place }}
          channel={shown}
          high={BYTE}
          caption={words.around({ colour: colours[shown], most: BYTE })}
          veiled={followed}
          write={formatNumber}
          onOpen={(at) => open(at, shown)}
        />
        <div className={styles.channels}>
          <ChannelPlanes
            {...{ values, shape }}
            high={BYTE}
            selected={shown}
            onSelect={onChannel}
            beside={(own) => (
              <Histogram
                name={colours[own]}
                values={planes[own]}
                high={BYTE}
                followed={pixel && !(asked && own === shown) ? pixel[own] : undefined}
              />
            )}
          />
        </div>
      </div>
    </FigureFrame>
  );
}
