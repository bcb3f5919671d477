import * as v from 'valibot';
import { call, common, count, yesOrNo } from '@/lib/kinds/parts/layer-call';
import { oneOf } from '../parts/layer-call-words';

/** The call that creates this layer in “Try it”. */
export const layerCall = call(
  'dense',
  'dense',
  v.strictObject({
    units: count,
    activation: v.optional(
      v.picklist(['linear', 'relu', 'softmax'], oneOf(["'relu'", "'softmax'"], "'linear'")),
      'linear',
    ),
    useBias: v.optional(yesOrNo, true),
    ...common,
  }),
  ({ units, activation, useBias }, id) => ({
    id,
    kind: 'dense',
    units,
    activation,
    ...(!useBias && { bias: false }),
  }),
);
