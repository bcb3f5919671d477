import type { Conv2dLayer, Layer } from '../types';

export const isConvolution = (layer: Layer): layer is Conv2dLayer => layer.kind === 'conv2d';

/** The convolutions among a network's stages, in order. */
export const convolutionsOf = <Stage extends { readonly layer: Layer }>(stages: readonly Stage[]): Stage[] =>
  stages.filter(({ layer }) => isConvolution(layer));
