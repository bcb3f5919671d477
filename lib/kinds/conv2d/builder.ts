import { formatCount } from '@/lib/format/format';
import { isMap } from '@/lib/tensor/tensor';
import words from '@/words/layer-mends';
import type { BuilderRules } from '../parts/builder';
import { fitting, PADDINGS } from '../parts/builder';
import { bias, choice, count, sides } from '../parts/setting';
import { formatSides } from '../parts/sides';
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
  halved(layer) {
    if (layer.filters <= 1) return null;
    const filters = Math.ceil(layer.filters / 2);
    return { layer: { ...layer, filters }, words: words.filters({ filters: formatCount(filters) }) };
  },
  mend(layer, input) {
    if (!isMap(input)) return null;
    const kernel = fitting(layer.kernel, input);
    return { layer: { ...layer, kernel }, words: words.kernel({ size: formatSides(kernel) }) };
  },
};
