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
  mend: (_, input) => (isMap(input) ? { before: flatten.fresh, words: words.flatten() } : null),
};
