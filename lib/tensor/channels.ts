import { count } from './counted';
import { remembered } from './remembered';
import { asMap, isMap, type Tensor } from './tensor';

/** The channels of a map, those with the largest sum of values first. */
export function strongestChannels(tensor: Tensor): number[] {
  if (!isMap(tensor.shape)) return [];
  const { sums } = remembered(tensor.values) ?? count(tensor);
  return Array.from(sums.keys()).sort((a, b) => sums[b] - sums[a]);
}

/** A map with some of a map's channels, in the given order (a copy). */
export function withChannels({ shape, values }: Tensor, channels: readonly number[]): Tensor {
  const [height, width, depth] = asMap(shape);
  const chosen = new Float32Array(height * width * channels.length);
  for (let from = 0, to = 0; from < values.length; from += depth)
    for (const channel of channels) chosen[to++] = values[from + channel];
  return { shape: [height, width, channels.length], values: chosen };
}
