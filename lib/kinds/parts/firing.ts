/** A layer's values in a few words: the largest one, and how many channels or units fire. */
import { formatNumber } from '@/lib/format/format';
import { cellAt, type Tensor } from '@/lib/tensor/tensor';
import words from '@/words/summary';
import type { Activation } from '../layers';

/** The flat index of the largest value; the first of equals. */
export function largest(values: Float32Array): number {
  let best = 0;
  for (let at = 1; at < values.length; at++) if (values[at] > values[best]) best = at;
  return best;
}

/** How many channels of a map (or units of a vector) have at least one value above zero. */
export function firing(tensor: Tensor): number {
  const channels = tensor.shape[tensor.shape.length - 1] ?? 0;
  const fires = new Uint8Array(channels);
  for (let at = 0; at < tensor.values.length; at++) if (tensor.values[at] > 0) fires[at % channels] = 1;
  return fires.reduce((sum, one) => sum + one, 0);
}

/** The largest value and its place, in words. */
export function peak(tensor: Tensor): string {
  const at = largest(tensor.values);
  const value = formatNumber(tensor.values[at]);
  const cell = cellAt(tensor.shape, at);
  return cell.length === 1
    ? words.peakUnit({ unit: cell[0], value })
    : words.peakMap({ map: cell[2], value, row: cell[0], column: cell[1] });
}

/**
 * How many maps or units fire, and how strongly, in a sentence. Where `activation` isn't ReLU, values below zero go on
 * too, and nothing fires or stays silent: then it names the strongest alone.
 */
export function fired(output: Tensor, things: 'maps' | 'units', activation: Activation): string {
  if (activation !== 'relu') return words.strongest({ peak: peak(output) });
  const count = firing(output);
  return count === 0 ? words.none({ things }) : words.fire({ count, things, peak: peak(output) });
}
