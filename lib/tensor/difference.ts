/** How much the values of two tensors of the same shape differ. */
export interface Change {
  /** The mean of the absolute differences. */
  readonly mean: number;
  /** The channel (of maps) or unit (of a vector) that changed most on average, the first of equals. */
  readonly most: number;
  /** The mean absolute difference of that channel or unit. */
  readonly largest: number;
}

/**
 * `now` minus `before`, value by value, in a new array.
 * @throws Error when their lengths differ.
 */
export function difference(now: Float32Array, before: Float32Array): Float32Array {
  if (now.length !== before.length) throw new Error(`${now.length} values are no match for ${before.length}`);
  const changes = new Float32Array(now.length);
  for (let at = 0; at < now.length; at++) changes[at] = now[at] - before[at];
  return changes;
}

/** Summarizes a difference of `depth` channels, the channel running fastest. */
export function changeOf(values: Float32Array, depth: number): Change {
  const sums = new Float64Array(depth);
  for (let first = 0; first < values.length; first += depth)
    for (let channel = 0; channel < depth; channel++) sums[channel] += Math.abs(values[first + channel]);
  let most = 0;
  for (let channel = 1; channel < depth; channel++) if (sums[channel] > sums[most]) most = channel;
  const all = sums.reduce((total, sum) => total + sum, 0);
  return { mean: all / values.length, most, largest: (sums[most] * depth) / values.length };
}
