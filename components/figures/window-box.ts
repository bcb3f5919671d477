import type { Box } from '@/components/canvas/MapOverlay';
import type { Place } from '@/components/canvas/walk';
import { rulesOf } from '@/lib/kinds/registry';
import type { Axis as AxisName, Layer } from '@/lib/kinds/types';
import type { MapShape } from '@/lib/tensor/tensor';

interface Axis {
  readonly size: number;
  readonly stride: number;
  readonly before: number;
}

/** Where a layer sees its whole input, one window covers it. */
const axisOf = (layer: Layer, length: number, axis: AxisName): Axis =>
  rulesOf(layer).window(layer, length, axis) ?? { size: length, stride: length, before: 0 };

/**
 * The input cells (for an input of the given shape) of the value at `place`. They extend outside where there
 * is padding.
 */
export function windowBox(layer: Layer, input: MapShape, place: Place): Box {
  const [down, across] = [axisOf(layer, input[0], 'height'), axisOf(layer, input[1], 'width')];
  return {
    row: place.row * down.stride - down.before,
    column: place.column * across.stride - across.before,
    height: down.size,
    width: across.size,
  };
}

const nearest = ({ size, stride, before }: Axis, at: number, length: number): number =>
  Math.max(0, Math.min(length - 1, Math.round((at + before - (size - 1) / 2) / stride)));

/** The value whose window is centred on a cell of the input, as closely as possible. */
export const outputUnder = (
  layer: Layer,
  input: MapShape,
  output: MapShape,
  { row, column }: Place,
): Place => ({
  row: nearest(axisOf(layer, input[0], 'height'), row, output[0]),
  column: nearest(axisOf(layer, input[1], 'width'), column, output[1]),
});
