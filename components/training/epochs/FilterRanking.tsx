'use client';

import { type CSSProperties, useMemo } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { mosaicImage, mosaicSize } from '@/components/canvas/mosaic';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { SaveImage } from '@/components/controls/SaveImage';
import { kernelMaps } from '@/components/figures/kernel-maps';
import { type ColourRange, rangeOf } from '@/lib/format/colour-maps';
import { formatPercent, formatWholePercent } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import type { KernelSet } from '@/lib/network/weights';
import { filterChanges } from '@/lib/run/filter-change';
import words from '@/words/filter-changes';
import styles from './Filters.module.css';

/** How many filters are drawn; the others changed less. */
const SHOWN = 5;
const COLUMNS = 8;

type Kernel = KernelSet[string];

interface Props {
  readonly stage: Stage;
  readonly epoch: number;
  readonly before: number;
  /** The kernel at both epochs; null while they are loading. */
  readonly was: Kernel | null;
  readonly now: Kernel | null;
}

/** 3.14 as "314%"; a filter that was all zero has no such share. */
const shareWords = (relative: number) =>
  Number.isFinite(relative)
    ? relative < 1
      ? formatPercent(relative)
      : formatWholePercent(relative)
    : words.fromZero();

/**
 * The filters of one layer that changed most between two epochs, each drawn before and after in one range.
 */
export function FilterRanking({ stage, epoch, before, was, now }: Props) {
  const changes = useMemo(() => (was && now ? filterChanges(was, now).slice(0, SHOWN) : null), [was, now]);
  const range = useMemo((): ColourRange => {
    const [one, other] = [was, now].map((kernel) =>
      rangeOf(kernel?.values ?? new Float32Array(0), 'diverging'),
    );
    return one.high > other.high ? one : other;
  }, [was, now]);
  const shape = stage.weights?.kernel?.shape ?? [1, 1, 1, 1];
  const drawing = { shape, range };
  return (
    <figure className={styles.ranking} aria-label={words.list({ stage: stage.id, epoch: before })}>
      <figcaption>
        <strong>{words.since({ epoch: before })}</strong>
        <Legend range={range} of="weight" />
      </figcaption>
      <ol className={styles.filters} aria-label={words.list({ stage: stage.id, epoch: before })}>
        {(changes ?? Array.from({ length: SHOWN }, () => null)).map((change, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its rank
          <li key={n} className="in-line">
            <span className={styles.name}>
              {change ? words.filter({ filter: change.filter }) : '\u00a0'}
              <span className="number">{change ? shareWords(change.relative) : '\u00a0'}</span>
            </span>
            <Filter {...drawing} kernel={was} filter={change?.filter ?? 0} epoch={before} />
            <span aria-hidden="true">→</span>
            <Filter {...drawing} kernel={now} filter={change?.filter ?? 0} epoch={epoch} />
          </li>
        ))}
      </ol>
      <SaveImage />
    </figure>
  );
}

interface FilterProps {
  /** Of the kernel: height, width, channels, filters. */
  readonly shape: readonly number[];
  readonly kernel: Kernel | null;
  readonly filter: number;
  readonly epoch: number;
  readonly range: ColourRange;
}

/** One filter's weights, one tile per input channel. */
function Filter({ shape, kernel, filter, epoch, range }: FilterProps) {
  const [height, width, channels, filters] = shape;
  const layout = useMemo(() => {
    const tiles = Array.from({ length: channels }, (_, channel) => channel * filters + filter);
    return { channels: tiles, columns: Math.min(COLUMNS, channels), gap: 1 };
  }, [channels, filters, filter]);
  const size = mosaicSize(height, width, layout);
  const image = useMemo(
    () => kernel && mosaicImage(kernelMaps(kernel.shape, kernel.values), layout, range),
    [kernel, layout, range],
  );
  const zoom = channels <= COLUMNS ? 8 : 4;
  return (
    <PixelCanvas
      image={image}
      height={size.height}
      width={size.width}
      className={styles.kernel}
      label={words.tiles({ filter, epoch, channels, height, width })}
      style={{ '--width': size.width * zoom, '--ratio': size.width / size.height } as CSSProperties}
    />
  );
}
