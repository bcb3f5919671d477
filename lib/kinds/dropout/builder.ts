import type { BuilderRules } from '../parts/builder';
import { share } from '../parts/setting';
import type { DropoutLayer } from '../types';

export const builder: BuilderRules<DropoutLayer> = {
  fresh: { id: 'dropout', kind: 'dropout', share: 0.3 },
  settings: [share('share')],
};
