import type { BuilderRules } from '../parts/builder';
import { PADDINGS } from '../parts/builder';
import { bias, choice, count, sides } from '../parts/setting';
import type { Conv2dLayer } from '../types';

export const builder: BuilderRules<Conv2dLayer> = {
  /** It keeps the size of its maps. */
  fresh: {
    id: 'conv',
    kind: 'conv2d',
    filters: 16,
    kernel: 3,
    stride: 1,
    padding: 'same',
    activation: 'relu',
  },
  settings: [
    count('filters'),
    sides('kernel'),
    count('stride'),
    choice('padding', PADDINGS),
    choice('activation', ['linear', 'relu'] as const),
    bias,
  ],
};
