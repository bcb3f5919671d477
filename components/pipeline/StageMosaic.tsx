'use client';

import { useMemo } from 'react';
import { type MosaicLayout, mosaicImage, mosaicSize, strongestChannels } from '@/components/canvas/mosaic';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import { rangeOf } from '@/lib/colour/colour-maps';
import type { StageTrace } from '@/lib/engine/protocol';
import type { Stage } from '@/lib/pipeline/pipeline';
import { isMap, type MapShape } from '@/lib/tensor/tensor';
import styles from './PipelineStrip.module.css';

/** The strip runs across a desk and down a phone; a stage's maps are stacked the other way. */
export type Direction = 'across' | 'down';

const GAP = 2;
/** How many pictures long a stage's stack of maps is. */
const LENGTH = 3;

interface Drawing {
  readonly height: number;
  readonly width: number;
  /** Screen pixels a value, in units of the strip's scale: 1 where a map's value is as large as a pixel of the picture. */
  readonly zoom: number;
  /** How many maps are shown, of how many. */
  readonly maps?: readonly [shown: number, all: number];
  paint(trace: StageTrace): ImageData;
}

const howMany = (room: number, side: number) => Math.max(1, Math.floor((room + GAP) / (side + GAP)));

function mapsDrawing(shape: MapShape, picture: MapShape, direction: Direction): Drawing {
  const [height, width, depth] = shape;
  const [along, across] = direction === 'across' ? [height, width] : [width, height];
  const lanes = howMany(picture[1], across);
  const count = Math.min(depth, lanes * howMany(LENGTH * picture[0] + 2 * GAP, along));
  const columns = direction === 'across' ? lanes : Math.ceil(count / lanes);
  const layoutOf = (channels: readonly number[]): MosaicLayout => ({ channels, columns, gap: GAP });
  return {
    ...mosaicSize(height, width, layoutOf(Array.from({ length: count }, (_, n) => n))),
    zoom: 1,
    maps: [count, depth],
    paint: (trace) =>
      mosaicImage(trace, layoutOf(strongestChannels(trace).slice(0, count)), rangeOf(trace.values)),
  };
}

/** A vector folded into a block, one value a pixel; half as large a value where it is long. */
function vectorDrawing(length: number, picture: MapShape, direction: Direction): Drawing {
  const room = LENGTH * picture[0] + 2 * GAP;
  const zoom = length > room * 8 ? 0.5 : 6;
  const long = Math.floor(room / zoom);
  const short = Math.ceil(length / long);
  const [height, width] = direction === 'across' ? [long, short] : [short, long];
  return {
    height,
    width,
    zoom,
    paint: (trace) => {
      const folded = new Float32Array(height * width);
      folded.set(trace.values);
      return planeImage(folded, height, width, rangeOf(trace.values));
    },
  };
}

function drawingOf(stage: Stage, picture: MapShape, direction: Direction): Drawing {
  const shape = stage.output;
  if (!isMap(shape)) return vectorDrawing(shape[0], picture, direction);
  if (stage.layer.kind !== 'input') return mapsDrawing(shape, picture, direction);
  const [height, width] = shape;
  return { height, width, zoom: 1, paint: (trace) => rgbImage(trace.values, height, width, 255) };
}

interface Props {
  readonly stage: Stage;
  readonly picture: MapShape;
  readonly trace: StageTrace | null;
  readonly direction: Direction;
}

/** A stage's real values at true relative size: maps shrink and multiply on their way. */
export function StageMosaic({ stage, picture, trace, direction }: Props) {
  const drawing = useMemo(() => drawingOf(stage, picture, direction), [stage, picture, direction]);
  const image = useMemo(() => (trace ? drawing.paint(trace) : null), [drawing, trace]);
  return (
    <PixelCanvas
      image={image}
      height={drawing.height}
      width={drawing.width}
      className={styles.mosaic}
      style={{
        width: `calc(var(--scale) * ${drawing.width * drawing.zoom}px)`,
        height: `calc(var(--scale) * ${drawing.height * drawing.zoom}px)`,
      }}
    />
  );
}

/** "3 of 32 maps", where not all of them fit. */
export function shownMaps(stage: Stage, picture: MapShape): string | null {
  if (!isMap(stage.output) || stage.layer.kind === 'input') return null;
  const maps = drawingOf(stage, picture, 'across').maps;
  return maps && maps[0] < maps[1] ? `${maps[0]} of ${maps[1]} maps` : maps ? `${maps[1]} maps` : null;
}
