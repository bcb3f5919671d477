/** A few pixels of the image close up, with their numbers. */
import { inkOnRgb } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import { asMap } from '@/lib/tensor/tensor';
import type { Area } from './area';
import { cellsArea, drawPlane, eased, fitted, mark, oneCell, type Pen, partOf, write } from './pen';
import { type Drawn, followed, paintStage, type Scene } from './scene';

/** How many pixels a side are seen close up: fewer where their numbers would not be readable, odd around the one that counts. */
const CLOSE = [7, 5, 3] as const;
/** A cell has to be this wide for its numbers. */
const READABLE = 38;

interface CloseUp {
  /** Pixels a side. */
  readonly side: number;
  readonly numbers: boolean;
}

function closeUp(scene: Scene, area: Area): CloseUp {
  const [height, width] = asMap(scene.shown.stage.output);
  const sides = CLOSE.map((side) => Math.min(side, height, width));
  const readable = sides.find((side) => Math.min(area.width, area.height) / side >= READABLE);
  return { side: readable ?? sides[0], numbers: readable !== undefined };
}

/** What the drawing shows in a room of this size. */
export function pixelsIn(scene: Scene, area: Area): Drawn {
  const { side, numbers } = closeUp(scene, area);
  return { figure: numbers ? 'pixels' : 'pixelsPlain', shown: side, all: side };
}

/** From the whole image to a few pixels with their numbers. */
export function drawPixels(pen: Pen, scene: Scene, progress: number): void {
  const { stage } = scene.shown;
  const [height, width, channels] = asMap(stage.output);
  const { row, column } = followed(scene);
  const { side, numbers } = closeUp(scene, pen.area);
  const left = Math.max(0, Math.min(width - side, column - (side >> 1)));
  const top = Math.max(0, Math.min(height - side, row - (side >> 1)));
  const near = eased(partOf(progress, 0.02, 0.3));
  const between = (from: number, to: number) => from + (to - from) * near;
  const most = Math.min(height, width);
  const seen = between(most, side);
  const from: Area = {
    x: between((width - most) / 2, left),
    y: between((height - most) / 2, top),
    width: seen,
    height: seen,
  };
  const area = fitted(pen, side, side, pen.area);
  const image = paintStage(stage, scene.tensor, 0);
  drawPlane(pen, image, area, from);
  if (near === 1 && numbers)
    for (let at = 0; at < side * side; at++) {
      const [down, across] = [Math.floor(at / side), at % side];
      writeValues(pen, scene, image, cellsArea(area, side, oneCell(down, across)), [
        top + down,
        left + across,
        channels,
      ]);
    }
  if (near === 1)
    // The numbers of a pixel stand below each other.
    pen.grids?.push({
      area,
      rows: side * channels,
      columns: side,
      stepAt: (row, column) => ({
        stage: stage.id,
        cell: [top + Math.floor(row / channels), left + column, row % channels],
      }),
    });
  const scale = area.width / seen;
  mark(pen, {
    x: area.x + (column - from.x) * scale,
    y: area.y + (row - from.y) * scale,
    width: scale,
    height: scale,
  });
}

/** The numbers of a pixel, below each other. */
function writeValues(
  pen: Pen,
  { tensor, shown }: Scene,
  image: ImageData,
  { x, y, width, height }: Area,
  [row, column, channels]: readonly [number, number, number],
): void {
  const at = row * image.width + column;
  const [red, green, blue] = image.data.subarray(at * 4, at * 4 + 3);
  const colour = inkOnRgb(red, green, blue);
  const whole = shown.stage.number === 1;
  const between = height / (channels + 1);
  const size = Math.min(15, width / (whole ? 3.2 : 3.6), between * 1.1);
  for (let channel = 0; channel < channels; channel++) {
    const value = tensor.values[at * channels + channel];
    write(pen, whole ? String(value) : formatNumber(value, 2), x + width / 2, y + between * (channel + 1), {
      size,
      colour,
      font: 'number',
    });
  }
}
