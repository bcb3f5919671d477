/** Drawings of feature maps: one, all of them, and how a window fills one. */
import { mosaicImage, mosaicSize } from '@/components/canvas/mosaic';
import { colourOf, pixelsOf } from '@/components/canvas/paint';
import { windowBox } from '@/components/figures/window-box';
import { inkOn, rangeOf } from '@/lib/format/colour-maps';
import { formatCount, formatNumber } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import { asMap, isMap, type Tensor, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/film';
import {
  type Area,
  beside,
  caption,
  cellsArea,
  drawFirst,
  drawPlane,
  eased,
  fitted,
  frame,
  LINE,
  mark,
  type Pen,
  partOf,
  write,
} from './pen';
import { followed, paintStage, remembering, type Scene, stageBefore, tensorOf } from './scene';

const one = (row: number, column: number) => ({ row, column, height: 1, width: 1 });
const nameOf = ({ id, brightness }: Stage, channel: number) =>
  brightness === null ? words.map({ stage: id, map: channel }) : id;

/** One map, with the followed value outlined. */
export function drawMap(pen: Pen, scene: Scene, progress: number): void {
  const { stage, step } = scene.shown;
  const [height, width] = asMap(stage.output);
  const { row, column, channel } = followed(scene);
  const area = fitted(pen, height, width, { ...pen.area, height: pen.area.height - LINE });
  drawPlane(pen, paintStage(stage, scene.tensor, channel), area);
  caption(pen, nameOf(stage, channel), area);
  if (step) mark(pen, cellsArea(area, width, one(row, column)), partOf(progress, 0.05, 0.2));
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
  drawFirst(pen, paintStage(stage, scene.tensor, channel), map, at + 1);
  caption(pen, nameOf(stage, channel), map);
  mark(pen, cellsArea(source, columns, windowBox(stage.layer, asMap(stage.input), place)));
  mark(pen, cellsArea(map, width, one(place.row, place.column)));
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
function drawAll(pen: Pen, stage: Stage, tensor: Tensor, room: Area, shown: number): Area {
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
    drawPlane(pen, image, cellsArea(area, image.width, { row: from.y, column: from.x, height, width }), from);
  }
  caption(pen, words.mapsOf({ stage: stage.id, count: formatCount(depth) }), area);
  return area;
}

/** How many values of a pooled map are seen close up, a side. */
const POOLED = 4;

/** Some windows of a map, and what remains of each. */
export function drawPool(pen: Pen, scene: Scene, progress: number): void {
  const { stage } = scene.shown;
  const before = stageBefore(scene);
  const input = before && tensorOf(scene, before);
  if (!before || !input) return;
  const { row, column, channel } = followed(scene);
  const [height, width] = asMap(stage.output);
  const side = Math.min(POOLED, height, width);
  const top = Math.max(0, Math.min(height - side, row - 1));
  const left = Math.max(0, Math.min(width - side, column - 1));
  const shape = asMap(stage.input);
  const first = windowBox(stage.layer, shape, { row: top, column: left });
  const last = windowBox(stage.layer, shape, { row: top + side - 1, column: left + side - 1 });
  const cells = {
    ...first,
    height: last.row + last.height - first.row,
    width: last.column + last.width - first.column,
  };
  const [from, to] = beside(pen, 2);
  const source = fitted(pen, cells.height, cells.width, from);
  const target = fitted(pen, side, side, to);
  drawValues(pen, input, channel, cells, source, cells.height * cells.width);
  const done = Math.max(1, Math.ceil(eased(partOf(progress, 0.02, 0.75)) * side * side));
  drawValues(pen, scene.tensor, channel, { row: top, column: left, height: side, width: side }, target, done);
  caption(pen, nameOf(before, channel), source);
  caption(pen, nameOf(stage, channel), target);
  // At the end the window of the followed value, before that the one that is looked at.
  const at = progress > 0.78 ? (row - top) * side + (column - left) : done - 1;
  const place = { row: top + Math.floor(at / side), column: left + (at % side) };
  const window = windowBox(stage.layer, shape, place);
  mark(
    pen,
    cellsArea(source, cells.width, {
      ...window,
      row: window.row - cells.row,
      column: window.column - cells.column,
    }),
  );
  mark(pen, cellsArea(target, side, one(place.row - top, place.column - left)));
}

/** The first `count` of some values of a map as squares with their numbers; those outside of it are padding. */
function drawValues(
  pen: Pen,
  tensor: Tensor,
  channel: number,
  cells: { row: number; column: number; height: number; width: number },
  area: Area,
  count: number,
): void {
  if (!isMap(tensor.shape)) return;
  const [height, width] = tensor.shape;
  const range = rangeOf(tensor.values);
  const colour = colourOf(range);
  const image = new ImageData(1, 1);
  frame(pen, area);
  for (let at = 0; at < count; at++) {
    const [down, across] = [Math.floor(at / cells.width), at % cells.width];
    const [row, column] = [cells.row + down, cells.column + across];
    if (row < 0 || column < 0 || row >= height || column >= width) continue;
    const value = valueAt(tensor, [row, column, channel]);
    pixelsOf(image)[0] = colour(value);
    const own = cellsArea(area, cells.width, one(down, across));
    pen.context.fillStyle = `rgb(${image.data[0]} ${image.data[1]} ${image.data[2]})`;
    pen.context.fillRect(own.x, own.y, own.width, own.height);
    if (own.width >= 30)
      write(pen, formatNumber(value, own.width < 44 ? 1 : 2), own.x + own.width / 2, own.y + own.height / 2, {
        size: Math.min(15, own.width / 3.4),
        colour: inkOn(range, value),
        font: 'number',
      });
  }
}

export { drawAll };
