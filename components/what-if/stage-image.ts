import {
  type MosaicLayout,
  mosaicCell,
  mosaicImage,
  mosaicSize,
  strongestChannels,
} from '@/components/canvas/mosaic';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { type ColourRange, rangeOf } from '@/lib/colour/colour-maps';
import type { StageTrace } from '@/lib/engine/protocol';
import type { Stage } from '@/lib/pipeline/pipeline';
import { type Cell, isMap } from '@/lib/tensor/tensor';

/** Maps of a stage that are shown, in lines of three. */
const MAPS = 9;
const COLUMNS = 3;
/** How long the bar of a probability of 1 is, in pixels of its image. */
const BAR = 48;

/** How a stage is drawn while its values change: the same maps in the same colours all along, so that changes are seen. */
export interface StageImage {
  readonly height: number;
  readonly width: number;
  paint(trace: StageTrace): ImageData;
  /** The value at a pixel; null where there is none. */
  cellAt(place: Place): Cell | null;
}

/** Chosen by the stage's values on the unchanged picture. */
export function stageImage(stage: Stage, original: StageTrace): StageImage {
  const range = rangeOf(original.values);
  if (!isMap(stage.output)) return vectorImage(stage, range);
  const [height, width] = stage.output;
  if (stage.layer.kind === 'input')
    return {
      height,
      width,
      paint: ({ values }) => rgbImage(values, height, width, 255),
      cellAt: ({ row, column }) => [row, column, 0],
    };
  const shape = stage.output;
  const channels = strongestChannels(original).slice(0, MAPS);
  const layout: MosaicLayout = { channels, columns: Math.min(COLUMNS, channels.length), gap: 2 };
  return {
    ...mosaicSize(height, width, layout),
    paint: (trace) => mosaicImage(trace, layout, range),
    cellAt: (place) => mosaicCell(shape, layout, place),
  };
}

function vectorImage({ output: [length], layer }: Stage, range: ColourRange): StageImage {
  if (layer.kind === 'dense' && layer.activation === 'softmax') return barsImage(length);
  const width = Math.ceil(Math.sqrt(length));
  const height = Math.ceil(length / width);
  return {
    height,
    width,
    paint: ({ values }) => {
      const folded = new Float32Array(height * width);
      folded.set(values);
      return planeImage(folded, height, width, range);
    },
    cellAt: ({ row, column }) => (row * width + column < length ? [row * width + column] : null),
  };
}

/** Probabilities as bars, one a class. */
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
