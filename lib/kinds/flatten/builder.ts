import type { BuilderRules } from '../parts/builder';
import type { FlattenLayer } from '../types';

export const builder: BuilderRules<FlattenLayer> = {
  fresh: { id: 'flatten', kind: 'flatten' },
  settings: [],
};
