'use client';

import { type CSSProperties, useMemo } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { type MosaicLayout, mosaicCell, mosaicImage, mosaicSize } from '@/components/canvas/mosaic';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { ValueCanvas } from '@/components/canvas/ValueCanvas';
import { SaveImage } from '@/components/controls/SaveImage';
import { placeWords } from '@/components/values/place-words';
import { type ColourRange, rangeOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import { difference } from '@/lib/tensor/difference';
import { type Cell, type MapShape, type Tensor, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/pinned';
import { rangeOfBoth } from './compare-with';
import styles from './Pinned.module.css';
import type { Pinned } from './use-pinned';

const GAP = 2;
/** Room for one side of the comparison, in CSS pixels. */
const ROOM = 544;

interface Props {
  readonly pinned: Pinned;
  /** Height x width x channels, the same for both. */
  readonly shape: MapShape;
  readonly before: Float32Array | null;
  readonly now: Float32Array | null;
  /** The channels that are drawn, and the number of them in a row. */
  readonly channels: readonly number[];
  readonly columns: number;
  /** "All 32 maps of conv1". */
  readonly what: string;
  /** For signed values: their range is centred on zero side by side as well. */
  readonly signed?: boolean;
  /** Opens the arithmetic of a value, for the pinned epoch or the displayed one. */
  onOpen?(cell: Cell, of: 'pinned' | null): void;
}

/**
 * The same planes of the pinned epoch and the displayed one, in one colour range; or their difference,
 * centred on zero.
 */
export function PinnedPlanes({
  pinned,
  shape,
  before,
  now,
  channels,
  columns,
  what,
  signed = false,
  onOpen,
}: Props) {
  const layout = useMemo(() => ({ channels, columns, gap: GAP }), [channels, columns]);
  const both = useMemo(() => rangeOfBoth(before, now, signed), [before, now, signed]);
  const change = useMemo(() => (before && now ? difference(now, before) : null), [before, now]);
  const changeRange = useMemo(() => rangeOf(change ?? new Float32Array(0), 'diverging'), [change]);
  if (pinned.how === 'difference')
    return (
      <figure className={styles.planes} data-how="difference" aria-label={what}>
        <Plane
          {...{ shape, layout }}
          values={change}
          range={changeRange}
          caption={words.minus({ what, shown: pinned.shown, epoch: pinned.epoch })}
        />
        <Legend range={changeRange} of="difference" />
        <SaveImage />
      </figure>
    );
  return (
    <figure className={styles.planes} aria-label={what}>
      <Plane
        {...{ shape, layout }}
        values={before}
        range={both}
        caption={words.before({ what, name: pinned.name })}
        onOpen={onOpen && ((cell) => onOpen(cell, 'pinned'))}
      />
      <Plane
        {...{ shape, layout }}
        values={now}
        range={both}
        caption={words.present({ what, name: pinned.shownName })}
        onOpen={onOpen && ((cell) => onOpen(cell, null))}
      />
      <Legend range={both} of="value" />
      <SaveImage />
    </figure>
  );
}

interface PlaneProps {
  readonly shape: MapShape;
  readonly layout: MosaicLayout;
  readonly values: Float32Array | null;
  readonly range: ColourRange;
  readonly caption: string;
  onOpen?(cell: Cell): void;
}

function Plane({ shape, layout, values, range, caption, onOpen }: PlaneProps) {
  const [height, width] = shape;
  const size = mosaicSize(height, width, layout);
  const image = useMemo(() => {
    const tensor: Tensor | null = values && { shape, values };
    return tensor && mosaicImage(tensor, layout, range);
  }, [values, shape, layout, range]);
  const zoom = Math.max(1, Math.min(12, Math.floor(ROOM / size.width)));
  const drawn = {
    image,
    height: size.height,
    width: size.width,
    className: styles.pixels,
    style: { '--width': size.width * zoom, '--ratio': size.width / size.height } as CSSProperties,
  };
  return (
    <figure className={styles.plane}>
      {onOpen && values ? (
        <ValueCanvas
          {...drawn}
          label={caption}
          cellAt={(place) => mosaicCell(shape, layout, place)}
          words={(cell) =>
            words.value({ place: placeWords(cell), value: formatNumber(valueAt({ shape, values }, cell)) })
          }
          onOpen={onOpen}
        />
      ) : (
        <PixelCanvas {...drawn} />
      )}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
