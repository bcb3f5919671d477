import type { Box } from '@/components/canvas/MapOverlay';
import type { Place } from '@/components/canvas/walk';
import { rulesOf } from '@/lib/kinds/registry';
import type { Conv2dLayer, MaxPoolLayer } from '@/lib/kinds/types';
import type { MapShape } from '@/lib/tensor/tensor';

type SlidingLayer = Conv2dLayer | MaxPoolLayer;

interface Axis {
  readonly size: number;
  readonly stride: number;
  readonly before: number;
}

const axisOf = (layer: SlidingLayer, length: number): Axis =>
  rulesOf(layer).window(layer, length) ?? { size: 1, stride: 1, before: 0 };

/** What of its input (of the given shape) the value at `place` comes from. It reaches outside where there is padding. */
export function windowBox(layer: SlidingLayer, input: MapShape, place: Place): Box {
  const [down, across] = [axisOf(layer, input[0]), axisOf(layer, input[1])];
  return {
    row: place.row * down.stride - down.before,
    column: place.column * across.stride - across.before,
    height: down.size,
    width: across.size,
  };
}

const nearest = ({ size, stride, before }: Axis, at: number, length: number): number =>
  Math.max(0, Math.min(length - 1, Math.round((at + before - (size - 1) / 2) / stride)));

/** The value whose window lies over a cell of the input, as far as it can in its middle. */
export const outputUnder = (
  layer: SlidingLayer,
  input: MapShape,
  output: MapShape,
  { row, column }: Place,
): Place => ({
  row: nearest(axisOf(layer, input[0]), row, output[0]),
  column: nearest(axisOf(layer, input[1]), column, output[1]),
});
