import type { InputLayer } from '@/lib/kinds/types';
import type { EngineRules } from './types';

export const input: EngineRules<InputLayer> = {
  kernels: [],
  forward: (_layer, batch) => ({ output: batch }),
};
