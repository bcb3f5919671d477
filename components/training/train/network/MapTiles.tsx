'use client';

import { useMemo, useRef } from 'react';
import { channelStats } from '@/components/canvas/channel-stats';
import { Legend } from '@/components/canvas/Legend';
import { mosaicCell, mosaicImage, mosaicSize } from '@/components/canvas/mosaic';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { ValueCanvas } from '@/components/canvas/ValueCanvas';
import { useSize } from '@/components/charts/use-size';
import { SaveImage } from '@/components/controls/SaveImage';
import { deadWords } from '@/components/figures/dead-words';
import { openValue } from '@/components/values/opening';
import { placeWords } from '@/components/values/place-words';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import { withChannels } from '@/lib/tensor/channels';
import { isMap, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/map-tiles';
import { type ComparedState, layoutFor, valuesAt } from './compare';
import styles from './Network.module.css';

const GAP = 2;
const COLUMNS = [6, 3, 2] as const;

interface Props {
  readonly stage: Stage;
  readonly now: StageTrace | null;
  readonly start: StageTrace | null;
  readonly moment: ComparedState;
  /** The feature maps shown; the same in every state, so that they can be compared. */
  readonly channels: readonly number[];
  /** Screen pixels per value, at least where there is room. */
  readonly leastZoom: number;
}

/** Some feature maps of a stage side by side in one range. A map that never fires is labelled as such. */
export function MapTiles({ stage, now, start, moment, channels, leastZoom }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box, { width: 760, height: 0 });
  const shape = isMap(stage.output) ? stage.output : null;
  const [height, across, depth] = shape ?? [1, 1, 1];
  const { columns, zoom } = layoutFor(width, across, GAP, COLUMNS, leastZoom);
  const values = useMemo(() => valuesAt(moment, now, start), [moment, now, start]);
  const range = useMemo(
    () => (values ? rangeOf(values, moment === 'change' ? 'diverging' : undefined) : null),
    [values, moment],
  );
  const layout = useMemo(() => ({ channels, columns, gap: GAP }), [channels, columns]);
  const image = useMemo(
    () => (shape && values && range ? mosaicImage({ shape, values }, layout, range) : null),
    [shape, values, range, layout],
  );
  const stats = useMemo(() => {
    if (!shape || !values) return [];
    const there = channels.filter((channel) => channel < shape[2]);
    const maps = withChannels({ shape, values }, there);
    return channelStats(maps.values, maps.shape).map((of, at) => ({ ...of, channel: there[at] }));
  }, [shape, values, channels]);
  const silent = stats
    .filter(({ least, largest }) => least === 0 && largest === 0)
    .map(({ channel }) => channel);
  const size = mosaicSize(height, across, layout);
  const ranges = stats
    .map(({ channel, least, largest }) =>
      words.range({ channel, low: formatNumber(least, 2), high: formatNumber(largest, 2) }),
    )
    .join('; ');
  const named = { count: channels.length, stage: stage.id };
  const drawn = {
    image,
    height: size.height,
    width: size.width,
    style: { width: size.width * zoom, height: size.height * zoom },
  };
  return (
    <figure className={styles.figure} aria-label={words.some({ ...named, all: depth })}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{words.some({ ...named, all: depth })}</span>
        <div className={styles.legend}>{range && <Legend range={range} of="value" />}</div>
      </figcaption>
      <div ref={box} className={styles.maps} data-empty={image === null}>
        {shape && values && moment === 'now' ? (
          <ValueCanvas
            {...drawn}
            label={words.mapsWith({ ...named, ranges })}
            cellAt={(place) => mosaicCell(shape, layout, place)}
            words={(cell) =>
              words.value({ place: placeWords(cell), value: formatNumber(valueAt({ shape, values }, cell)) })
            }
            onOpen={(cell) => openValue({ stage: stage.id, cell })}
          />
        ) : (
          <PixelCanvas {...drawn} label={values ? words.mapsWith({ ...named, ranges }) : words.maps(named)} />
        )}
      </div>
      <p className={styles.note}>
        {words.shown({ channels: channels.join(', ') })}{' '}
        {moment !== 'change' && deadWords(silent, channels.length)}
        {silent.length > 0 && moment === 'change' && words.unchanged({ channels: silent.join(', ') })}
      </p>
      <SaveImage />
    </figure>
  );
}
