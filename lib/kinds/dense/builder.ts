import { formatCount } from '@/lib/format/format';
import { isMap } from '@/lib/tensor/tensor';
import words from '@/words/layer-mends';
import { builder as flatten } from '../flatten/builder';
import type { BuilderRules } from '../parts/builder';
import { bias, choice, count } from '../parts/setting';
import type { DenseLayer } from '../types';

export const builder: BuilderRules<DenseLayer> = {
  fresh: { id: 'dense', kind: 'dense', units: 64, activation: 'relu' },
  settings: [count('units'), choice('activation', ['linear', 'relu', 'softmax'] as const), bias],
  asEnd: (layer, units) => ({ ...layer, units, activation: 'softmax' }),
  halved(layer) {
    if (layer.units <= 1) return null;
    const units = Math.ceil(layer.units / 2);
    return { layer: { ...layer, units }, words: words.units({ units: formatCount(units) }) };
  },
  mend: (_, input) => (isMap(input) ? { before: flatten.fresh, words: words.flatten() } : null),
};
