import type { Layer } from '../types';
import { activationOf, LEAK } from './activation';

/**
 * The gradient with respect to a layer's sums, from the one with respect to its outputs `values`; both flat.
 * A ReLU passes the gradient where its output is above 0, as in TensorFlow.js; softmax works along the last
 * axis, of `channels` values.
 */
export function behindActivation(
  layer: Layer,
  values: ArrayLike<number>,
  gradient: Float64Array,
  channels: number,
): Float64Array {
  const slope = 'slope' in layer ? (layer.slope ?? LEAK) : LEAK;
  switch (activationOf(layer)) {
    case 'linear':
      return gradient;
    case 'relu':
      return gradient.map((one, at) => (values[at] > 0 ? one : 0));
    case 'leakyRelu':
      return gradient.map((one, at) => (values[at] > 0 ? one : slope * one));
    case 'sigmoid':
      return gradient.map((one, at) => one * values[at] * (1 - values[at]));
    case 'tanh':
      return gradient.map((one, at) => one * (1 - values[at] ** 2));
    case 'softmax':
      return behindSoftmax(values, gradient, channels);
  }
}

function behindSoftmax(values: ArrayLike<number>, gradient: Float64Array, channels: number): Float64Array {
  const back = new Float64Array(gradient.length);
  for (let first = 0; first < gradient.length; first += channels) {
    let mean = 0;
    for (let at = first; at < first + channels; at++) mean += values[at] * gradient[at];
    for (let at = first; at < first + channels; at++) back[at] = values[at] * (gradient[at] - mean);
  }
  return back;
}
