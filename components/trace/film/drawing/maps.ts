/** Drawings of feature maps: one, all of them, and how a window fills one. */
import { mosaicImage, mosaicSize } from '@/components/canvas/mosaic';
import { windowBox } from '@/components/figures/window-box';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatCount } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import { asMap, type Tensor } from '@/lib/tensor/tensor';
import words from '@/words/film';
import type { Area } from './area';
import { planeGrid } from './grids';
import {
  beside,
  caption,
  cellsArea,
  drawFirst,
  drawPlane,
  fitted,
  LINE,
  mark,
  oneCell,
  type Pen,
  partOf,
} from './pen';
import { followed, nameOf, paintStage, remembering, type Scene, stageBefore, tensorOf } from './scene';

/** One map, with the followed value outlined. */
export function drawMap(pen: Pen, scene: Scene, progress: number): void {
  const { stage, step } = scene.shown;
  const [height, width] = asMap(stage.output);
  const { row, column, channel } = followed(scene);
  const area = fitted(pen, height, width, { ...pen.area, height: pen.area.height - LINE });
  drawPlane(pen, paintStage(stage, scene.tensor, channel), area);
  caption(pen, nameOf(stage, channel), area);
  pen.grids?.push(planeGrid(area, [height, width], stage.id, channel));
  if (step) mark(pen, cellsArea(area, width, oneCell(row, column)), partOf(progress, 0.05, 0.2));
}

/** The window goes over its input, place by place, and the map is filled. */
export function drawSlide(pen: Pen, scene: Scene, progress: number): void {
  const { stage } = scene.shown;
  const before = stageBefore(scene);
  const input = before && tensorOf(scene, before);
  if (!before || !input) return;
  const { channel } = followed(scene);
  const [height, width] = asMap(stage.output);
  const [rows, columns] = asMap(stage.input);
  const [left, right] = beside(pen, 2);
  const source = fitted(pen, rows, columns, left);
  const map = fitted(pen, height, width, right);
  const at = Math.min(height * width - 1, Math.floor(progress * height * width));
  const place = { row: Math.floor(at / width), column: at % width };
  // The channels that a later convolution reads are all read at once: the one with the same number stands for them.
  const read = Math.min(channel, asMap(stage.input)[2] - 1);
  drawPlane(pen, paintStage(before, input, read), source);
  caption(pen, nameOf(before, read), source);
  pen.grids?.push(planeGrid(source, [rows, columns], before.id, read));
  drawFirst(pen, paintStage(stage, scene.tensor, channel), map, at + 1);
  caption(pen, nameOf(stage, channel), map);
  const filled = planeGrid(map, [height, width], stage.id, channel);
  pen.grids?.push({ ...filled, stepAt: (r, c) => (r * width + c <= at ? filled.stepAt(r, c) : null) });
  mark(pen, cellsArea(source, columns, windowBox(stage.layer, asMap(stage.input), place)));
  mark(pen, cellsArea(map, width, oneCell(place.row, place.column)));
}

/** A film shows this many maps at most. */
const MOST = 256;

/** The number of columns with which maps are largest in a room. */
function columnsFor(count: number, [height, width]: readonly number[], room: Area): number {
  const sizes = Array.from({ length: count }, (_, at) => {
    const columns = at + 1;
    const rows = Math.ceil(count / columns);
    return Math.min(room.width / (columns * (width + 2)), room.height / (rows * (height + 2)));
  });
  return sizes.indexOf(Math.max(...sizes)) + 1;
}

const mosaic = remembering((tensor, columns, count) =>
  mosaicImage(
    tensor,
    { channels: Array.from({ length: count }, (_, channel) => channel), columns, gap: 2 },
    rangeOf(tensor.values),
  ),
);

/** All maps side by side, one after the other; the one of the followed value is outlined. */
export function drawMaps(pen: Pen, scene: Scene, progress: number): void {
  const { stage, step } = scene.shown;
  const [height, width, depth] = asMap(stage.output);
  const count = Math.min(depth, MOST);
  const room = { ...pen.area, height: pen.area.height - LINE };
  const area = drawAll(pen, stage, scene.tensor, room, Math.ceil(count * partOf(progress, 0, 0.3)));
  const columns = columnsFor(count, [height, width], room);
  const { channel } = followed(scene);
  if (!step || channel >= count || progress < 0.3) return;
  const [row, column] = [Math.floor(channel / columns), channel % columns];
  const all = mosaicSize(height, width, {
    channels: Array.from({ length: count }, (_, at) => at),
    columns,
    gap: 2,
  });
  mark(
    pen,
    cellsArea(area, all.width, { row: row * (height + 2), column: column * (width + 2), height, width }),
  );
}

/** Draws the first maps of a stage into a room. */
export function drawAll(pen: Pen, stage: Stage, tensor: Tensor, room: Area, shown: number): Area {
  const [height, width, depth] = asMap(tensor.shape);
  const count = Math.min(depth, MOST);
  const columns = columnsFor(count, [height, width], room);
  const image = mosaic(tensor, columns, count);
  const area = fitted(pen, image.height, image.width, room);
  for (let at = 0; at < Math.min(shown, count); at++) {
    const from = {
      x: (at % columns) * (width + 2),
      y: Math.floor(at / columns) * (height + 2),
      width,
      height,
    };
    const own = cellsArea(area, image.width, { row: from.y, column: from.x, height, width });
    drawPlane(pen, image, own, from);
    pen.grids?.push(planeGrid(own, [height, width], stage.id, at));
  }
  const all = { stage: stage.id, count: formatCount(depth) };
  caption(pen, depth > count ? words.mapsInPart({ ...all, shown: count }) : words.mapsOf(all), area);
  return area;
}
