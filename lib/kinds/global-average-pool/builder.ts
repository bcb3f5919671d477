import type { BuilderRules } from '../parts/builder';
import type { GlobalAveragePoolLayer } from '../types';

export const builder: BuilderRules<GlobalAveragePoolLayer> = {
  fresh: { id: 'average', kind: 'globalAveragePool' },
  settings: [],
};
