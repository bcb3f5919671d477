'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useRef } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { mosaicCell, mosaicImage, mosaicSize } from '@/components/canvas/mosaic';
import { ValueCanvas } from '@/components/canvas/ValueCanvas';
import { useSize } from '@/components/charts/use-size';
import { SaveImage } from '@/components/controls/SaveImage';
import { kernelMaps } from '@/components/figures/kernel-maps';
import { useClassWord, useLearner, usePipeline } from '@/components/state/hooks';
import { weightWords } from '@/components/weights/weight-words';
import { type ColourRange, rangeOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Weights } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import type { WeightChoice } from '@/lib/store/learner/learner';
import { type Cell, type MapShape, offset } from '@/lib/tensor/tensor';
import words from '@/words/network-now';
import { type ComparedState, filterOrder, layoutFor, mostChanged, valuesAt } from './compare';
import styles from './Network.module.css';

const GAP = 1;
/** Where not all filters fit side by side, the tiles of one filter stand closer than those of the next below it. */
const APART = 2;
const COLUMNS = [32, 16, 8] as const;
const LEAST_ZOOM = 5;

interface Props {
  /** A convolution directly on the image. */
  readonly stage: Stage;
  readonly now: Weights | null;
  readonly start: Weights | null;
  readonly moment: ComparedState;
}

function movedSentence(now: Weights | null, start: Weights | null, filters: number): string {
  const change = valuesAt('change', now?.kernel ?? null, start?.kernel ?? null);
  if (!change) return '';
  const { filter, by } = mostChanged(change, filters);
  if (by === 0) return words.nothingMoved();
  return words.moved({ filter, by: formatNumber(by, 3) });
}

const rangeWords = (range: ColourRange | null) => ({
  ranged: range ? 'yes' : 'no',
  low: range ? formatNumber(range.low, 2) : '',
  high: range ? formatNumber(range.high, 2) : '',
});

/** All filters of the first convolution: one column each, with one tile for each channel of the image. */
export function FilterTiles({ stage, now, start, moment }: Props) {
  const classWord = useClassWord();
  const box = useRef<HTMLDivElement>(null);
  const pipeline = usePipeline();
  const choose = useLearner((state) => state.chooseWeight);
  const router = useRouter();
  const { width: room } = useSize(box, { width: 720, height: 0 });
  const [height, width, channels, filters] = stage.weights?.kernel?.shape ?? [0, 0, 0, 0];
  const tiles: MapShape = [height, width, channels * filters];
  const { columns, zoom } = layoutFor(room, width, GAP, COLUMNS, LEAST_ZOOM);
  const values = useMemo(
    () => valuesAt(moment, now?.kernel ?? null, start?.kernel ?? null),
    [moment, now, start],
  );
  const range = useMemo(() => (values ? rangeOf(values, 'diverging') : null), [values]);
  const layout = useMemo(
    () => ({
      channels: filterOrder(channels, filters, columns),
      columns,
      gap: GAP,
      blocks: { rows: channels, apart: APART },
    }),
    [channels, filters, columns],
  );
  const image = useMemo(
    () => (values && range ? mosaicImage(kernelMaps([height, width], values), layout, range) : null),
    [values, range, height, width, layout],
  );
  const size = mosaicSize(height, width, layout);
  const weightAt = ([row, column, tile]: Cell): WeightChoice => ({
    stage: stage.id,
    part: 'kernel',
    index: [row, column ?? 0, Math.floor((tile ?? 0) / filters), (tile ?? 0) % filters],
  });
  const describeWeight = (cell: Cell) => {
    const value = values?.[offset(tiles, cell)];
    return words.weight({
      weight: weightWords(weightAt(cell), pipeline, classWord),
      value: value === undefined ? words.loading() : formatNumber(value),
    });
  };
  const moved = useMemo(() => movedSentence(now, start, filters), [now, start, filters]);
  return (
    <figure className={styles.figure} aria-label={words.filters({ filters, stage: stage.id })}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{words.filters({ filters, stage: stage.id })}</span>
        <div className={styles.legend}>{range && <Legend range={range} of="weight" />}</div>
      </figcaption>
      <div ref={box} className={styles.filters} data-empty={image === null}>
        <ValueCanvas
          image={image}
          height={size.height}
          width={size.width}
          style={{ width: size.width * zoom, height: size.height * zoom }}
          label={`${words.tiles({ filters, stage: stage.id, height, width, ...rangeWords(range) })} ${moved}`}
          cellAt={(place) => mosaicCell(tiles, layout, place)}
          words={describeWeight}
          explains={words.explains()}
          onOpen={(cell) => {
            choose(weightAt(cell));
            router.push('/backward/#weight');
          }}
        />
      </div>
      <p className={styles.note}>
        {words.column({ channels: String(channels) })} {moved} {words.click()}
      </p>
      {image && <SaveImage />}
    </figure>
  );
}
