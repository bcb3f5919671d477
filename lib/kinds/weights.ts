import type { Layer, Weights } from './types';

/**
 * The weights of a layer that can't do without.
 * @throws Error when there are none: whoever asks has to bring them.
 */
export function needed(layer: Layer, weights: Weights | null): Weights {
  if (!weights) throw new Error(`the layer ${layer.id} was asked without its weights`);
  return weights;
}
