import type { BuilderRules } from '../parts/builder';
import type { InputLayer } from '../types';

export const builder: BuilderRules<InputLayer> = {
  fresh: { id: 'input', kind: 'input' },
  settings: [],
};
