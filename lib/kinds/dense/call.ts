import * as v from 'valibot';
import { call, common, count } from '@/lib/kinds/layer-call';
import { oneOf } from '../layer-call-words';

/** The call that makes such a layer in “Try it”. */
export const layerCall = call(
  'dense',
  'dense',
  v.strictObject({
    units: count,
    activation: v.optional(
      v.picklist(['linear', 'relu', 'softmax'], oneOf(["'relu'", "'softmax'"], "'linear'")),
      'linear',
    ),
    ...common,
  }),
  ({ units, activation }, id) => ({ id, kind: 'dense', units, activation }),
);
