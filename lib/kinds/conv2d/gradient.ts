import { asMap } from '@/lib/tensor/tensor';
import { sidesOf } from '../parts/sides';
import { coveredBy, slideOver } from '../parts/sliding';
import { needed } from '../parts/weights';
import type { Conv2dLayer, LayerGradient } from '../types';
import { sliding } from './layer';

/** Which of the `count` values from `start` are not 0: behind a ReLU that output 0 most gradients are. */
function nonZero(values: Float64Array, start: number, count: number): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < count; at++) if (values[start + at] !== 0) found.push(at);
  return found;
}

export const gradient: LayerGradient<Conv2dLayer> = {
  pullBack(layer, input, weights, gradient) {
    const shape = asMap(input.shape);
    const [, width, channels] = shape;
    const kernel = needed(layer, weights, 'kernel');
    const { filters } = layer;
    const back = new Float64Array(input.values.length);
    const [, across] = slideOver(sliding(layer), shape);
    for (let at = 0; at * filters < gradient.length; at++) {
      const open = nonZero(gradient, at * filters, filters);
      if (open.length === 0) continue;
      const covered = coveredBy(sliding(layer), shape, Math.floor(at / across), at % across);
      for (const [place, { row, column, padded }] of covered.entries()) {
        if (padded) continue;
        for (let channel = 0; channel < channels; channel++) {
          const weight = (place * channels + channel) * filters;
          let sum = 0;
          for (const filter of open) sum += gradient[at * filters + filter] * kernel.values[weight + filter];
          back[(row * width + column) * channels + channel] += sum;
        }
      }
    }
    return back;
  },
  hasWinner: false,
  offsets: (_layer, weights) => weights?.bias?.values ?? null,
  meets(layer, input, { part, index: [row, column] }) {
    if (part !== 'kernel') return null;
    const shape = asMap(input);
    const [height, width] = slideOver(sliding(layer), shape);
    return Int32Array.from({ length: height * width }, (_, at) => {
      const covered = coveredBy(sliding(layer), shape, Math.floor(at / width), at % width);
      const place = covered[row * sidesOf(layer.kernel)[1] + column];
      return place.padded ? -1 : place.row * shape[1] + place.column;
    });
  },
};
