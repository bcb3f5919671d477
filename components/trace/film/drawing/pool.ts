/** Some windows of a map close up, and the largest value of each. */
import { windowBox } from '@/components/figures/window-box';
import { cssColour, inkOn, rangeOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import { asMap, isMap, type Tensor, valueAt } from '@/lib/tensor/tensor';
import {
  type Area,
  beside,
  caption,
  cellsArea,
  eased,
  fitted,
  frame,
  mark,
  oneCell,
  type Pen,
  partOf,
  write,
} from './pen';
import { followed, nameOf, type Scene, stageBefore, tensorOf } from './scene';

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
  mark(pen, cellsArea(target, side, oneCell(place.row - top, place.column - left)));
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
    pen.context.fillStyle = cssColour(range, value);
    pen.context.fillRect(own.x, own.y, own.width, own.height);
    if (own.width >= 30)
      write(pen, formatNumber(value, own.width < 44 ? 1 : 2), own.x + own.width / 2, own.y + own.height / 2, {
        size: Math.min(15, own.width / 3.4),
        colour: inkOn(range, value),
        font: 'number',
      });
  }
}
