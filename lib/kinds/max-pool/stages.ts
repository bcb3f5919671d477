import type { Layer, MaxPoolLayer } from '../types';

export const isMaxPool = (layer: Layer): layer is MaxPoolLayer => layer.kind === 'maxPool';
