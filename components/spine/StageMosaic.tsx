'use client';

import { type CSSProperties, useMemo } from 'react';
import { type MosaicLayout, mosaicCell, mosaicImage, mosaicSize } from '@/components/canvas/mosaic';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import { ValueCanvas } from '@/components/canvas/ValueCanvas';
import type { Place } from '@/components/canvas/walk';
import { openValue } from '@/components/values/opening';
import { placeWords } from '@/components/values/place-words';
import { type ColourRange, rangeOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import { strongestChannels } from '@/lib/tensor/channels';
import { type Cell, isMap, type MapShape, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/pipeline';
import styles from './PipelineStrip.module.css';

/**
 * The strip runs across on a desktop and down on a phone or a tablet; a stage's maps are stacked in the other
 * direction.
 */
export interface Layout {
  readonly direction: 'across' | 'down';
  /** The length of a stage's stack of maps, in images. */
  readonly length: number;
}

/** One layout for each range of widths. */
export const LAYOUTS = {
  desk: { direction: 'across', length: 3 },
  laptop: { direction: 'down', length: 9 },
  tablet: { direction: 'down', length: 6 },
  phone: { direction: 'down', length: 3 },
} as const satisfies Record<string, Layout>;

/** The layout for a strip of a width in pixels; the style sheet turns it at the same ones. */
export function layoutFor(width: number): keyof typeof LAYOUTS {
  if (width > 1110) return 'desk';
  if (width > 860) return 'laptop';
  return width > 530 ? 'tablet' : 'phone';
}

const GAP = 2;

/** The length of a stack, in pixels of the image. */
const roomFor = (length: number, side: number) => length * side + (length - 1) * GAP;

interface Drawing {
  readonly height: number;
  readonly width: number;
  /**
   * Screen pixels per value, in units of the strip's scale: 1 where a map's value is as large as a pixel of
   * the image.
   */
  readonly zoom: number;
  /** How many of all maps are shown. */
  readonly maps?: readonly [shown: number, all: number];
  /** `like`: the trace that determines which maps are strongest, so that two images show the same ones. */
  paint(trace: StageTrace, range: ColourRange, like: StageTrace): ImageData;
  /** The value at a pixel of the image; for an image in its colours, its red. */
  cellAt(place: Place, like: StageTrace): Cell | null;
}

const howMany = (room: number, side: number) => Math.max(1, Math.floor((room + GAP) / (side + GAP)));

function mapsDrawing(shape: MapShape, image: MapShape, { direction, length }: Layout): Drawing {
  const [height, width, depth] = shape;
  const [along, across] = direction === 'across' ? [height, width] : [width, height];
  const lanes = howMany(image[1], across);
  const count = Math.min(depth, lanes * howMany(roomFor(length, image[0]), along));
  const columns = direction === 'across' ? lanes : Math.ceil(count / lanes);
  const layoutOf = (channels: readonly number[]): MosaicLayout => ({ channels, columns, gap: GAP });
  return {
    ...mosaicSize(height, width, layoutOf(Array.from({ length: count }, (_, n) => n))),
    zoom: 1,
    maps: [count, depth],
    paint: (trace, range, like) =>
      mosaicImage(trace, layoutOf(strongestChannels(like).slice(0, count)), range),
    cellAt: (place, like) => mosaicCell(shape, layoutOf(strongestChannels(like).slice(0, count)), place),
  };
}

/** A vector folded into a block, one value per pixel; a long one with half the value size. */
function vectorDrawing(count: number, image: MapShape, { direction, length }: Layout): Drawing {
  const room = roomFor(length, image[0]);
  const zoom = count > room * 8 ? 0.5 : 6;
  const long = Math.floor(room / zoom);
  const short = Math.ceil(count / long);
  const [height, width] = direction === 'across' ? [long, short] : [short, long];
  return {
    height,
    width,
    zoom,
    paint: (trace, range) => {
      const folded = new Float32Array(height * width);
      folded.set(trace.values);
      return planeImage(folded, height, width, range);
    },
    cellAt: ({ row, column }) => (row * width + column < count ? [row * width + column] : null),
  };
}

function drawingOf(stage: Stage, image: MapShape, layout: Layout): Drawing {
  const shape = stage.output;
  if (!isMap(shape)) return vectorDrawing(shape[0], image, layout);
  if (stage.number > 1) return mapsDrawing(shape, image, layout);
  const [height, width] = shape;
  return {
    height,
    width,
    zoom: 1,
    paint: (trace) => rgbImage(trace.values, height, width, 255),
    cellAt: ({ row, column }) => [row, column, 0],
  };
}

interface Props {
  readonly stage: Stage;
  readonly image: MapShape;
  readonly trace: StageTrace | null;
  readonly layout: Layout;
  /** The colour range; by default that of the trace itself. */
  readonly range?: ColourRange;
  /**
   * The trace whose strongest maps are shown, if it is a different one: then the values belong to a pinned
   * epoch and can't be opened.
   */
  readonly like?: StageTrace | null;
}

/** A stage's real values at true relative size: along the pipeline maps become smaller and more numerous. */
export function StageMosaic({ stage, image, trace, layout, range, like }: Props) {
  const drawing = useMemo(() => drawingOf(stage, image, layout), [stage, image, layout]);
  const planes = useMemo(
    () => (trace ? drawing.paint(trace, range ?? rangeOf(trace.values), like ?? trace) : null),
    [drawing, trace, range, like],
  );
  const drawn = {
    image: planes,
    height: drawing.height,
    width: drawing.width,
    className: `${styles.mosaic} ${drawing.zoom > 1 ? '' : styles.fine}`,
    style: {
      '--width': drawing.width * drawing.zoom,
      '--height': drawing.height * drawing.zoom,
      '--part': (drawing.width * drawing.zoom) / roomFor(layout.length, image[1]),
    } as CSSProperties,
  };
  if (like !== undefined) return <PixelCanvas {...drawn} />;
  return (
    <ValueCanvas
      {...drawn}
      label={(isMap(stage.output) ? words.itsMaps : words.itsValues)({ title: stage.title })}
      cellAt={(place) => trace && drawing.cellAt(place, trace)}
      words={(cell) => `${placeWords(cell)}: ${trace ? formatNumber(valueAt(trace, cell)) : words.notYet()}`}
      onOpen={(cell) => openValue({ stage: stage.id, cell })}
    />
  );
}

/** "3 of 32 maps", where not all of them fit. */
export function shownMaps(stage: Stage, image: MapShape, layout: Layout): string | null {
  if (!isMap(stage.output) || stage.number === 1) return null;
  const maps = drawingOf(stage, image, layout).maps;
  if (!maps) return null;
  const [shown, all] = maps;
  return shown < all ? words.someMaps({ shown, all }) : words.maps({ count: all });
}
