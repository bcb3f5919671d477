import * as v from 'valibot';
import { call, common, padding, side } from '@/lib/kinds/parts/layer-call';

/** The call that makes such a layer in “Try it”. */
export const layerCall = call(
  'maxPooling2d',
  'maxPool',
  v.strictObject({
    poolSize: v.optional(side, 2),
    strides: v.optional(side),
    padding: v.optional(padding, 'valid'),
    ...common,
  }),
  ({ poolSize, strides, padding }, id) => ({
    id,
    kind: 'maxPool',
    size: poolSize,
    stride: strides ?? poolSize,
    padding,
  }),
);
