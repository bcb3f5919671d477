/** Drawings of the image: as a whole, close up, by its colours, and what each of its pixels contributes. */
import { planeOf } from '@/components/canvas/channel-stats';
import { overlayImage, planeImage } from '@/components/canvas/paint';
import { channelTable, inkOnRgb, rangeOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import { summed } from '@/lib/provenance/attribution';
import { receptiveField } from '@/lib/provenance/field';
import { pixelAccount } from '@/lib/provenance/film/places';
import { asMap, isMap, type MapShape, type Tensor } from '@/lib/tensor/tensor';
import words from '@/words/film';
import {
  type Area,
  beside,
  caption,
  cellsArea,
  drawPlane,
  eased,
  fitted,
  mark,
  oneCell,
  type Pen,
  partOf,
  write,
} from './pen';
import { followed, paintStage, remembering, type Scene, stageBefore, tensorOf } from './scene';

/** The whole image, with the followed pixel outlined where the beat names one. */
export function drawImage(pen: Pen, scene: Scene, progress: number): void {
  const { stage, step } = scene.shown;
  const [height, width] = asMap(stage.output);
  const area = fitted(pen, height, width, pen.area);
  drawPlane(pen, paintStage(stage, scene.tensor, 0), area);
  const { row, column } = followed(scene);
  if (step) mark(pen, cellsArea(area, width, oneCell(row, column)), partOf(progress, 0.1, 0.3));
}

/** How many pixels a side are seen close up. */
const CLOSE = 7;
/** A cell has to be this wide for its numbers. */
const READABLE = 38;

/** From the whole image to a few pixels with their numbers. */
export function drawPixels(pen: Pen, scene: Scene, progress: number): void {
  const { stage } = scene.shown;
  const [height, width, channels] = asMap(stage.output);
  const { row, column } = followed(scene);
  const side = Math.min(CLOSE, height, width);
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
  const cell = area.width / side;
  if (near === 1 && cell >= READABLE)
    for (let at = 0; at < side * side; at++) {
      const [down, across] = [Math.floor(at / side), at % side];
      writeValues(pen, scene, image, cellsArea(area, side, oneCell(down, across)), [
        top + down,
        left + across,
        channels,
      ]);
    }
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
  const size = Math.min(15, width / (whole ? 3.2 : 3.6));
  for (let channel = 0; channel < channels; channel++) {
    const value = tensor.values[at * channels + channel];
    const line = y + (height * (channel + 1)) / (channels + 1);
    write(pen, whole ? String(value) : formatNumber(value, 2), x + width / 2, line, {
      size,
      colour,
      font: 'number',
    });
  }
}

const channelPlane = remembering((tensor, channel) => {
  const [height, width, depth] = asMap(tensor.shape);
  const table = channelTable(channel, depth);
  return planeImage(planeOf(tensor.values, depth, channel), height, width, rangeOf(tensor.values), table);
});

/** The channels, which come apart. */
export function drawColours(pen: Pen, scene: Scene, progress: number): void {
  const { stage } = scene.shown;
  const [height, width, channels] = asMap(stage.output);
  const rooms = beside(pen, channels);
  const middle = fitted(pen, height, width, rooms[(channels - 1) >> 1]);
  const apart = eased(partOf(progress, 0.05, 0.35));
  for (let channel = channels - 1; channel >= 0; channel--) {
    const to = fitted(pen, height, width, rooms[channel]);
    const nudge = (1 - apart) * (channel - (channels - 1) / 2) * 14;
    const area = {
      ...to,
      x: middle.x + (to.x - middle.x) * apart + nudge,
      y: middle.y + (to.y - middle.y) * apart + nudge,
    };
    drawPlane(pen, channelPlane(scene.tensor, channel), area);
    const { row, column } = followed(scene);
    if (apart === 1) mark(pen, cellsArea(area, width, oneCell(row, column)));
  }
}

/** What a value depends on: its window, and the part of the image below it. */
export function drawField(pen: Pen, scene: Scene, progress: number): void {
  const { pipeline, shown } = scene;
  const { stage, step } = shown;
  const [first] = pipeline.stages;
  const image = tensorOf(scene, first);
  const before = stageBefore(scene);
  if (!image || !before) return;
  const [room, other] = beside(pen, 2);
  const [height, width] = asMap(first.output);
  const area = fitted(pen, height, width, room);
  drawPlane(pen, paintStage(first, image, 0), area);
  caption(pen, first.id, area);
  const place = followed(scene);
  const [rows, columns] = asMap(stage.output);
  const map = fitted(pen, rows, columns, other);
  drawPlane(pen, paintStage(stage, scene.tensor, place.channel), map);
  caption(pen, words.map({ stage: stage.id, map: place.channel }), map);
  mark(pen, cellsArea(map, columns, oneCell(place.row, place.column)));
  const field = step && receptiveField(pipeline, stage.id, step.cell);
  if (!field?.ok) return;
  const grown = eased(partOf(progress, 0.05, 0.35));
  const { row, column, ...size } = field.value;
  const grow = (from: number, length: number) => ({
    from: from + (length * (1 - grown)) / 2,
    length: length * grown,
  });
  const [down, across] = [grow(row, size.height), grow(column, size.width)];
  mark(
    pen,
    cellsArea(area, width, {
      row: down.from,
      height: down.length,
      column: across.from,
      width: across.length,
    }),
  );
}

const shares = new WeakMap<Tensor, ImageData>();

function sharesImage(
  contributions: Float64Array | Float32Array,
  pixels: Float32Array,
  [height, width, channels]: MapShape,
): ImageData {
  const sums = summed(contributions, channels);
  return overlayImage(sums, pixels, height, width, rangeOf(sums, 'diverging'));
}

/** What each pixel contributes to the most probable class, over the image. */
export function drawShares(pen: Pen, scene: Scene, progress: number): void {
  const { pipeline, trace, tensor } = scene;
  const account = pixelAccount(pipeline, trace);
  const { output } = pipeline.stages[0];
  if (!account || !isMap(output)) return;
  const [height, width] = output;
  const image = shares.get(tensor) ?? sharesImage(account.contributions, tensor.values, output);
  shares.set(tensor, image);
  const area = fitted(pen, height, width, pen.area);
  drawPlane(pen, paintStage(scene.shown.stage, tensor, 0), area);
  pen.context.globalAlpha = eased(partOf(progress, 0.05, 0.3));
  drawPlane(pen, image, area);
  pen.context.globalAlpha = 1;
  const { row, column } = followed(scene);
  if (scene.shown.step) mark(pen, cellsArea(area, width, oneCell(row, column)), partOf(progress, 0.3, 0.45));
}
