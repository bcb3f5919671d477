import type { BuilderRules } from '../parts/builder';
import { PADDINGS } from '../parts/builder';
import { choice, count, sides } from '../parts/setting';
import type { MaxPoolLayer } from '../types';

export const builder: BuilderRules<MaxPoolLayer> = {
  /** It halves the sides of its maps. */
  fresh: { id: 'pool', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
  settings: [sides('size'), count('stride'), choice('padding', PADDINGS)],
};
