/** Drawings of the image: as a whole, by its colours, and what each of its pixels contributes. */
import { planeOf } from '@/components/canvas/channel-stats';
import { overlayImage } from '@/components/canvas/overlay';
import { planeImage } from '@/components/canvas/paint';
import { channelTable, rangeOf } from '@/lib/format/colour-maps';
import { summed } from '@/lib/provenance/attribution';
import { receptiveField } from '@/lib/provenance/field';
import { pixelAccount } from '@/lib/provenance/film/places';
import { asMap, isMap, type MapShape, type Tensor } from '@/lib/tensor/tensor';
import words from '@/words/film';
import { planeGrid } from './grids';
import { beside, caption, cellsArea, drawPlane, eased, fitted, mark, oneCell, type Pen, partOf } from './pen';
import { followed, paintStage, remembering, type Scene, stageBefore, tensorOf } from './scene';

/** The whole image, with the followed pixel outlined where the beat names one. */
export function drawImage(pen: Pen, scene: Scene, progress: number): void {
  const { stage, step } = scene.shown;
  const [height, width] = asMap(stage.output);
  const area = fitted(pen, height, width, pen.area);
  drawPlane(pen, paintStage(stage, scene.tensor, 0), area);
  const { row, column, channel } = followed(scene);
  pen.grids?.push(planeGrid(area, [height, width], stage.id, channel));
  if (step) mark(pen, cellsArea(area, width, oneCell(row, column)), partOf(progress, 0.1, 0.3));
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
    if (apart === 1) pen.grids?.push(planeGrid(area, [height, width], stage.id, channel));
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
  pen.grids?.push(planeGrid(area, [height, width], first.id, 0));
  const place = followed(scene);
  const [rows, columns] = asMap(stage.output);
  const map = fitted(pen, rows, columns, other);
  drawPlane(pen, paintStage(stage, scene.tensor, place.channel), map);
  caption(pen, words.map({ stage: stage.id, map: place.channel }), map);
  pen.grids?.push(planeGrid(map, [rows, columns], stage.id, place.channel));
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
  const { row, column, channel } = followed(scene);
  pen.grids?.push(planeGrid(area, [height, width], pipeline.stages[0].id, channel));
  if (scene.shown.step) mark(pen, cellsArea(area, width, oneCell(row, column)), partOf(progress, 0.3, 0.45));
}
