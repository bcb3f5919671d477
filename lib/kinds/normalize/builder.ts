import words from '@/words/layer-mends';
import type { BuilderRules } from '../parts/builder';
import { numbers, positive } from '../parts/setting';
import type { NormalizeLayer } from '../types';

export const builder: BuilderRules<NormalizeLayer> = {
  fresh: { id: 'normalize', kind: 'normalize', divisor: 255 },
  settings: [positive('divisor'), numbers('means'), numbers('deviations')],
  mend: ({ means: _, deviations: __, ...layer }) => ({ layer, words: words.noMeans() }),
};
