import type { BuilderRules } from '../parts/builder';
import { positive, share } from '../parts/setting';
import type { BatchNormalizationLayer } from '../types';

export const builder: BuilderRules<BatchNormalizationLayer> = {
  fresh: { id: 'norm', kind: 'batchNormalization', epsilon: 0.001, momentum: 0.9 },
  settings: [share('momentum'), positive('epsilon')],
};
