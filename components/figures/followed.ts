import { channelStats } from '@/components/canvas/channel-stats';
import type { Place } from '@/components/canvas/walk';
import { BYTE, type Stage } from '@/lib/network/pipeline';
import { asPlace, type Cell, cellAt, contains, isMap, type MapShape, type Tensor } from '@/lib/tensor/tensor';

/** The selection of a figure of maps: a channel and a place on it. */
export interface Followed extends Place {
  readonly channel: number;
}

/**
 * The followed cell of a stage of maps: the learner's choice if it lies inside, otherwise the most telling
 * one. That is the largest value of the chosen channel or, with nothing chosen, of all: the one that a stage's
 * summary names. Without values it is the middle of the first channel.
 */
export function followedOn(
  shape: MapShape,
  tensor: Tensor | null,
  channel: number | null,
  cell: Cell | null,
): Followed {
  const [height, width, depth] = shape;
  if (cell && contains(shape, cell)) return placed(cell);
  const chosen = channel !== null && channel < depth ? channel : null;
  if (!tensor) return { row: height >> 1, column: width >> 1, channel: chosen ?? 0 };
  const stats = channelStats(tensor.values, shape);
  const shown =
    chosen === null ? stats.reduce((best, own) => (own.largest > best.largest ? own : best)) : stats[chosen];
  return placed(cellAt(shape, shown.at));
}

/**
 * The same for an image with `high` as its full brightness. With nothing chosen it is the value closest to
 * half of that (the first of equals), which lies on an edge instead of in a flat part.
 */
export function followedPixel(
  shape: MapShape,
  tensor: Tensor | null,
  high: number,
  channel: number | null,
  cell: Cell | null,
): Followed {
  const chosen = followedOn(shape, null, channel, cell);
  if (!tensor || (cell && contains(shape, cell))) return chosen;
  const half = (high * 128) / BYTE;
  let nearest = chosen.channel;
  for (let at = chosen.channel; at < tensor.values.length; at += shape[2]) {
    if (Math.abs(tensor.values[at] - half) < Math.abs(tensor.values[nearest] - half)) nearest = at;
  }
  return placed(cellAt(shape, nearest));
}

/** The same for a vector: the chosen index, or else that of the largest value. */
export function followedUnit(length: number, tensor: Tensor | null, cell: Cell | null): number {
  if (cell && contains([length], cell)) return cell[0];
  if (!tensor) return 0;
  return tensor.values.reduce((best, value, at, values) => (value > values[best] ? at : best), 0);
}

/** The cell that a stage's figure, and everything linked to it, follows. */
export function followedCell(
  { brightness, output }: Stage,
  tensor: Tensor | null,
  channel: number | null,
  cell: Cell | null,
): Cell {
  if (!isMap(output)) return [followedUnit(output[0], tensor, cell)];
  const place =
    brightness === null
      ? followedOn(output, tensor, channel, cell)
      : followedPixel(output, tensor, brightness, channel, cell);
  return [place.row, place.column, place.channel];
}

function placed(cell: Cell): Followed {
  const [row, column, channel] = asPlace(cell);
  return { row, column, channel };
}
