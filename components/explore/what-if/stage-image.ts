import { type MosaicLayout, mosaicCell, mosaicImage, mosaicSize } from '@/components/canvas/mosaic';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { type ColourRange, rangeOf } from '@/lib/format/colour-maps';
import { isSoftmax } from '@/lib/kinds/parts/activation';
import type { Stage } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import { type Cell, isMap } from '@/lib/tensor/tensor';

/** How many maps a row contains. */
const COLUMNS = 3;
/** The length of the bar of a probability of 1, in pixels of its image. */
const BAR = 48;

/**
 * Draws a stage while its values change: always the same maps in the same colours, so that changes are
 * visible.
 */
export interface StageImage {
  readonly height: number;
  readonly width: number;
  /** `trace`: the stage's values, of maps only the shown channels. The next call paints over the image. */
  paint(trace: StageTrace): ImageData;
  /** The value at a pixel; null where there is none. */
  cellAt(place: Place): Cell | null;
}

/**
 * In the colour range of the stage's values on the unchanged image. `channels`: the shown channels of its
 * maps.
 */
export function stageImage(stage: Stage, original: StageTrace, channels: readonly number[] = []): StageImage {
  const range = rangeOf(original.values);
  if (!isMap(stage.output)) return vectorImage(stage, range);
  if (channels.length === 0) return imageImage(stage.output[0], stage.output[1]);
  const [height, width] = stage.output;
  const layout: MosaicLayout = { channels, columns: Math.min(COLUMNS, channels.length), gap: 2 };
  const present = { ...layout, channels: [...channels.keys()] };
  const size = mosaicSize(height, width, layout);
  const image = new ImageData(size.width, size.height);
  const shape = stage.output;
  return {
    ...size,
    paint: (trace) => mosaicImage(trace, present, range, image),
    cellAt: (place) => mosaicCell(shape, layout, place),
  };
}

const imageImage = (height: number, width: number): StageImage => ({
  height,
  width,
  paint: ({ values }) => rgbImage(values, height, width, 255),
  cellAt: ({ row, column }) => [row, column, 0],
});

function vectorImage({ output: [length], layer }: Stage, range: ColourRange): StageImage {
  if (isSoftmax(layer)) return barsImage(length);
  const width = Math.ceil(Math.sqrt(length));
  const height = Math.ceil(length / width);
  const image = new ImageData(width, height);
  return {
    height,
    width,
    paint: ({ values }) => planeImage(values, height, width, range, undefined, image),
    cellAt: ({ row, column }) => (row * width + column < length ? [row * width + column] : null),
  };
}

/** Probabilities as bars, one per class. */
function barsImage(length: number): StageImage {
  return {
    height: length * 2,
    width: BAR,
    paint: ({ values }) => {
      const plane = new Float32Array(length * 2 * BAR);
      values.forEach((probability, unit) => {
        const start = unit * 2 * BAR;
        plane.fill(1, start, start + Math.max(1, Math.round(probability * BAR)));
      });
      return planeImage(plane, length * 2, BAR, { kind: 'sequential', low: 0, high: 1 });
    },
    cellAt: ({ row }) => [row >> 1],
  };
}
