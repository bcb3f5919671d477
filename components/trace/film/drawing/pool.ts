/** Some windows of a map close up, and the largest value of each. */
import type { Box } from '@/components/canvas/MapOverlay';
import { windowBox } from '@/components/figures/window-box';
import { rangeOf } from '@/lib/format/colour-maps';
import type { Stage } from '@/lib/network/pipeline';
import { asMap, isMap, type Tensor, valueAt } from '@/lib/tensor/tensor';
import type { Area } from './area';
import { beside, caption, cellsArea, eased, fitted, frame, mark, oneCell, type Pen, partOf } from './pen';
import { followed, nameOf, type Scene, stageBefore, tensorOf } from './scene';
import { drawValue } from './value';

/** How many values of a pooled map are seen close up, a side: fewer where their numbers would not be readable. */
const POOLED = [4, 3, 2, 1] as const;
/** A cell has to be this wide for its number. */
const READABLE = 34;

/** Some pooled values around the followed one, and the cells of the map that they come from. */
function closeUp(scene: Scene, room: Area) {
  const { layer, input, output } = scene.shown.stage;
  const { row, column } = followed(scene);
  const [height, width] = asMap(output);
  const all = POOLED.filter((side) => side <= Math.min(height, width)).map((side) => {
    const begin = (at: number, length: number) =>
      Math.max(0, Math.min(length - side, at - Math.min(1, side - 1)));
    const [top, left] = [begin(row, height), begin(column, width)];
    const first = windowBox(layer, asMap(input), { row: top, column: left });
    const last = windowBox(layer, asMap(input), { row: top + side - 1, column: left + side - 1 });
    const cells: Box = {
      ...first,
      height: last.row + last.height - first.row,
      width: last.column + last.width - first.column,
    };
    return { side, top, left, cells };
  });
  const isReadable = ({ cells }: { cells: Box }) =>
    Math.min(room.width / cells.width, room.height / cells.height) >= READABLE;
  return all.find(isReadable) ?? all[0];
}

/** Some windows of a map, and what remains of each. */
export function drawPool(pen: Pen, scene: Scene, progress: number): void {
  const { stage } = scene.shown;
  const before = stageBefore(scene);
  const input = before && tensorOf(scene, before);
  if (!before || !input) return;
  const { row, column, channel } = followed(scene);
  const [from, to] = beside(pen, 2);
  const { side, top, left, cells } = closeUp(scene, from);
  const shape = asMap(stage.input);
  const source = fitted(pen, cells.height, cells.width, from);
  const target = fitted(pen, side, side, to);
  drawValues(pen, input, channel, cells, source, cells.height * cells.width);
  offerValues(pen, before, channel, cells, source, cells.height * cells.width);
  const done = Math.max(1, Math.ceil(eased(partOf(progress, 0.02, 0.75)) * side * side));
  const pooled = { row: top, column: left, height: side, width: side };
  drawValues(pen, scene.tensor, channel, pooled, target, done);
  offerValues(pen, stage, channel, pooled, target, done);
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
  mark(pen, cellsArea(target, side, oneCell(place.row - top, place.column - left)));
}

/** The first `count` of some values of a map can be opened; those outside of it are padding. */
function offerValues(
  { grids }: Pen,
  { id, output }: Stage,
  channel: number,
  cells: Box,
  area: Area,
  count: number,
): void {
  const [height, width] = asMap(output);
  grids?.push({
    area,
    rows: cells.height,
    columns: cells.width,
    stepAt(down, across) {
      const [row, column] = [cells.row + down, cells.column + across];
      const isThere = row >= 0 && column >= 0 && row < height && column < width;
      return isThere && down * cells.width + across < count
        ? { stage: id, cell: [row, column, channel] }
        : null;
    },
  });
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
  frame(pen, area);
  for (let at = 0; at < count; at++) {
    const [down, across] = [Math.floor(at / cells.width), at % cells.width];
    const [row, column] = [cells.row + down, cells.column + across];
    if (row < 0 || column < 0 || row >= height || column >= width) continue;
    const value = valueAt(tensor, [row, column, channel]);
    const own = cellsArea(area, cells.width, oneCell(down, across));
    drawValue(pen, own, value, range, Math.min(15, own.width / 3.1));
  }
}
