import * as v from 'valibot';
import { call, common, positive, share } from '@/lib/kinds/parts/layer-call';

/** The call that creates this layer in “Try it”; omitted options have the defaults of TensorFlow.js. */
export const layerCall = call(
  'batchNormalization',
  'batchNormalization',
  v.strictObject({
    momentum: v.optional(share, 0.99),
    epsilon: v.optional(positive, 0.001),
    ...common,
  }),
  ({ momentum, epsilon }, id) => ({ id, kind: 'batchNormalization', momentum, epsilon }),
);
